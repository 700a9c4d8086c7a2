#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interchange/archive.hpp"

namespace marque {

/// The first sheet of an Office Open XML workbook (ECMA-376), row by row: every cell as text, days as `2026-11-22`. In memory
/// are the texts that the workbook keeps for all its cells (bounded by DocumentLimits) and some rows.
class Workbook {
 public:
  static Result<std::unique_ptr<Workbook>> open(std::shared_ptr<Archive> archive, const DocumentLimits& limits);
  ~Workbook();
  Workbook(const Workbook&) = delete;

  struct Row {
    std::uint64_t number = 0;  ///< as the sheet counts, from 1
    std::vector<std::string> cells;
    std::optional<Error> error;  ///< a limit that the row passes
  };

  /// The next row that is not empty, or nothing at the end.
  Result<std::optional<Row>> next();

  std::uint64_t bytes_read() const noexcept;
  std::uint64_t bytes_total() const noexcept;

 private:
  struct State;
  explicit Workbook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The day of a serial number: days since 1899-12-31 with a 29 February 1900 that never was, or since 1904-01-01.
/// Nothing where it is no day that a Date holds.
std::optional<std::string> day_of_serial(double serial, bool since_1904);

/// Whether a number format shows a day (`yyyy-mm-dd`, `yyyy"年"m"月"d"日"`), rather than a time or an amount.
bool shows_a_day(std::string_view format);

}  // namespace marque
