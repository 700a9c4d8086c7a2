#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interchange/json_value.hpp"
#include "marque/base/result.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// What the columns of a register table mean, read off its header by lib/interchange/data/csv_headers.tsv.
class CsvTable {
 public:
  /// How many headers of the row are known, to tell the right delimiter from the others.
  static std::size_t known_headers(const std::vector<std::string>& header);

  /// ErrorCode::malformed where no column holds a number or none a name.
  static Result<CsvTable> under(std::vector<std::string> header);

  std::size_t columns() const noexcept { return headers_.size(); }
  const std::string& header(std::size_t column) const { return headers_[column]; }

  /// The record of one row with as many fields as columns. Errors and warnings name the column by its header.
  /// Columns with unknown headers are kept in Provenance::raw; words over the limit are an Error. `emptied` gets the members that cells
  /// say there is none of.
  Result<Entry> entry(const std::vector<std::string>& fields, std::vector<Error>& warnings, std::vector<std::string>& emptied,
                      const DocumentLimits& limits) const;

  /// The header under which a member of the record was read; the member's own name where none was.
  std::string header_of(std::string_view member) const;

 private:
  CsvTable() = default;

  std::vector<std::string> headers_;
  std::vector<int> meanings_;  ///< of each column; -1: unknown
  bool day_first_ = false;     ///< whether days are written 05/10/2011, as the EU's registers of indications do
};

/// Takes a further row of the same number into a record; false where it is another record, or both are too long for one.
bool joined_rows(const CsvTable& table, ReadRecord& record, const ReadRecord& row, const std::string& source,
                 const DocumentLimits& limits);

}  // namespace marque
