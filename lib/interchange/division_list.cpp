#include "marque/interchange/division_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "interchange/csv_scanner.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

constexpr std::size_t listed = 1'000;

enum Column : std::size_t { code, name_, from, to, successors_, column_count };

constexpr std::array<std::array<std::string_view, 2>, column_count> headers = {{
    {"代码", "code"}, {"名称", "name"}, {"启用时间", "from"}, {"变更/弃用时间", "to"}, {"新代码", "successors"}}};

using Cells = std::vector<std::string>;
using Columns = std::array<std::optional<std::size_t>, column_count>;

Columns columns_under(const Cells& header) {
  Columns columns;
  for (std::size_t column = 0; column < column_count; ++column)
    for (std::size_t i = 0; i < header.size(); ++i)
      if (!columns[column] && std::ranges::count(headers[column], header[i]) > 0) columns[column] = i;
  return columns;
}

std::string_view cell_of(const Cells& cells, const std::optional<std::size_t>& column) {
  return column && *column < cells.size() ? std::string_view(cells[*column]) : std::string_view{};
}

PlaceLevel level_of(std::uint32_t digits) {
  if (digits % 10'000 == 0) return PlaceLevel::province;
  return digits % 100 == 0 ? PlaceLevel::prefecture : PlaceLevel::county;
}

Result<AreaCode> code_in(std::string_view text) {
  if (text.size() != 2 && text.size() != 4 && text.size() != 6)
    return Error{ErrorCode::invalid_identifier, "a code has two, four or six digits: \"" + std::string(text.substr(0, 80)) + '"'};
  return AreaCode::parse(std::string(text) + std::string(6 - text.size(), '0'));
}

Result<int> year_in(std::string_view text) {
  int year = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (text.empty()) return 0;
  if (fault != std::errc{} || end != text.data() + text.size() || year < 1000 || year > 9999)
    return Error{ErrorCode::invalid_date, "no year: \"" + std::string(text.substr(0, 80)) + '"'};
  return year;
}

/// Those that took over what was left; of a part the year is said.
Result<std::vector<AreaCode>> successors_in(std::string_view text) {
  std::vector<AreaCode> codes;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    if (part.empty() || part.ends_with(']')) continue;
    const Result<AreaCode> code = code_in(part);
    if (!code) return code.error();
    codes.push_back(*code);
  }
  return codes;
}

bool is_below_county(std::string_view code) {
  return (code.size() == 9 || code.size() == 12) && code.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Division> division_in(const Cells& cells, const Columns& columns) {
  const Result<AreaCode> area = code_in(cell_of(cells, columns[code]));
  if (!area) return area.error().in_field("code");
  if (cell_of(cells, columns[name_]).empty()) return Error{ErrorCode::missing_field, "it is empty"}.in_field("name");
  const Result<int> first = year_in(cell_of(cells, columns[from])), last = year_in(cell_of(cells, columns[to]));
  if (!first) return first.error().in_field("from");
  if (!last) return last.error().in_field("to");
  if (*last != 0 && *last < *first) return Error{ErrorCode::invalid_date, "it ends before it begins"}.in_field("to");
  Result<std::vector<AreaCode>> successors = successors_in(cell_of(cells, columns[successors_]));
  if (!successors) return successors.error().in_field("successors");
  return Division{*area, std::string(cell_of(cells, columns[name_])), level_of(area->digits()), *first, *last, *std::move(successors)};
}

}  // namespace

Result<DivisionsRead> read_division_list(std::string_view bytes, const std::string& name, const DocumentLimits& limits) {
  if (bytes.size() > limits.stream_bytes) return limit_error("stream_bytes", limits.stream_bytes, "the list is too large").in_file(name);
  const Result<std::string> text = to_utf8(bytes, detect_charset(bytes));
  if (!text) return text.error().in_file(name);
  const CsvScanner scanner(',', Charset::utf8, limits);
  DivisionsRead read;
  std::optional<Columns> columns;
  std::uint64_t row = 0;
  const auto refuse = [&](const Error& why) {
    if (read.bad.size() < listed) read.bad.push_back(why.in_file(name).in_record(row));
    ++read.bad_count;
  };
  CsvScan scan;
  for (std::string_view rest = *text; !rest.empty();) {
    scanner.scan(rest, true, scan);
    rest.remove_prefix(std::max<std::size_t>(scan.length + scan.line_break, 1));
    if (scan.length == 0 && !scan.lost) continue;
    if (!columns) {
      columns = columns_under(scan.fields);
      if (!(*columns)[code] || !(*columns)[name_])
        return Error{ErrorCode::malformed, "a list of divisions has the columns 代码 (code) and 名称 (name)"}.in_file(name);
      continue;
    }
    ++row;
    if (scan.error) {
      refuse(*scan.error);
    } else if (is_below_county(cell_of(scan.fields, (*columns)[code]))) {
      ++read.below_county;
    } else if (Result<Division> division = division_in(scan.fields, *columns)) {
      read.divisions.push_back(*std::move(division));
    } else {
      refuse(division.error());
    }
  }
  if (read.divisions.empty() && read.below_county == 0) return Error{ErrorCode::malformed, "the list holds no division"}.in_file(name);
  return read;
}

}  // namespace marque
