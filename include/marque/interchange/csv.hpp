#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Whether cells that a spreadsheet would run as a formula are defused.
enum class FormulaGuard : std::uint8_t {
  on,   ///< an apostrophe before cells that begin with `=`, `+`, `-`, `@`, tab or carriage return
  off,  ///< cells as they are: for programs, which read back what was written
};

/// What a CSV may begin with, so that spreadsheets read it as UTF-8.
inline constexpr std::string_view csv_byte_order_mark = "\xEF\xBB\xBF";

/// Any cells as one line (RFC 4180, CRLF).
std::string to_csv_line(const std::vector<std::string>& cells, FormulaGuard guard = FormulaGuard::on);

/// The header of the table, with its line break. open_records() reads both languages back.
std::string to_csv_header(Language language);

/// One record as a row (RFC 4180, CRLF) under that header: the fields that a table can hold. What has no column,
/// such as events, is in the JSON form only. Enumerators are written in the header's language.
std::string to_csv_row(const Entry& entry, Language language, FormulaGuard guard = FormulaGuard::on);

}  // namespace marque
