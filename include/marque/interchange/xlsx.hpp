#pragma once

#include <memory>
#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Writes an Office Open XML workbook row by row, in constant memory. Every cell is text, so nothing runs as a formula. Where
/// a sheet is full (1,048,576 rows) another follows with the same header. A cell holds 32,767 characters: what is longer is
/// cut, ends in `…`, and is counted.
class XlsxWriter {
 public:
  /// Makes the file anew, whatever stood there; the header is a bold first row that stays in view. ErrorCode::storage.
  static Result<XlsxWriter> create(const std::string& path, std::vector<std::string> header);
  XlsxWriter(XlsxWriter&&) noexcept;
  XlsxWriter& operator=(XlsxWriter&&) noexcept;
  ~XlsxWriter();  ///< without finish() the file is not whole

  Result<void> add(const std::vector<std::string>& cells);

  /// One record under record_table_header().
  Result<void> add(const Entry& entry, Language language);

  std::size_t cut_cells() const noexcept;

  /// Writes the file.
  Result<void> finish();

 private:
  struct State;
  explicit XlsxWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The header under which records stand in a table; open_records() reads both languages back.
std::vector<std::string> record_table_header(Language language);

}  // namespace marque
