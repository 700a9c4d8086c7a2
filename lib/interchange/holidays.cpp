#include "marque/interchange/holidays.hpp"

#include <map>

#include "interchange/json_value.hpp"
#include "interchange/record_sources.hpp"

namespace marque {

namespace {

/// What holidays are called in English, from the years that are shipped.
const std::string& english_of(const std::string& chinese) {
  static const auto names = [] {
    std::map<std::string, std::string> known;
    const Holidays& china = Holidays::of_china();
    for (Date day = *Date::make(china.years().front(), 1, 1); day.year() <= china.years().back(); day = day.plus_days(1))
      if (const SetDay* set = china.set_day(day)) known.emplace(set->chinese, set->english);
    return known;
  }();
  const auto found = names.find(chinese);
  return found == names.end() ? chinese : found->second;
}

bool breaks_rows(const std::string& text) { return text.find_first_of("\t\r\n") != std::string::npos; }

Error malformed(std::string why, const char* field) { return Error{ErrorCode::malformed, std::move(why)}.in_field(field); }

/// One day as a row of the table.
Result<std::string> row_of(const JsonValue& value) {
  if (value.object() == nullptr) return malformed("a day is an object", "days");
  const JsonValue *name = value.member("name"), *date = value.member("date"), *off = value.member("isOffDay");
  if (date == nullptr || date->string() == nullptr) return Error{ErrorCode::missing_field, "a day needs its date"}.in_field("date");
  if (off == nullptr || off->boolean() == nullptr) return Error{ErrorCode::missing_field, "a day is off or worked: true or false"}.in_field("isOffDay");
  const auto parsed = Date::parse(*date->string());
  if (!parsed) return parsed.error().in_field("date");
  const std::string chinese = name != nullptr && name->string() != nullptr ? *name->string() : std::string();
  if (breaks_rows(chinese)) return malformed("a name has no tab or line break", "name");
  return std::string(*off->boolean() ? "off" : "work") + '\t' + parsed->to_string() + '\t' + chinese + '\t' + english_of(chinese) + '\n';
}

Result<std::string> rows_of(const JsonValue& value) {
  const JsonValue *year = value.member("year"), *days = value.member("days");
  if (year == nullptr || year->scalar() == nullptr || breaks_rows(*year->scalar())) return malformed("a year is an object with its number", "year");
  if (days == nullptr || days->array() == nullptr) return malformed("a year has a list of days", "days");
  if (days->array()->empty()) return std::string();
  std::string rows = "year\t" + *year->scalar() + "\t-\n";
  std::uint64_t record = 0;
  for (const JsonValue& day : *days->array()) {
    ++record;
    auto row = row_of(day);
    if (!row) return row.error().in_record(record);
    rows += *row;
  }
  return rows;
}

Result<std::string> table_of(std::string_view json, const DocumentLimits& limits) {
  const auto value = parse_json(json, limits);
  if (!value) return value.error();
  if (value->array() == nullptr) return rows_of(*value);
  std::string table;
  for (const JsonValue& year : *value->array()) {
    auto rows = rows_of(year);
    if (!rows) return rows.error();
    table += *rows;
  }
  return table;
}

}  // namespace

Result<Holidays> read_holidays(std::string_view bytes, const std::string& name, const DocumentLimits& limits) {
  bytes = without_byte_order_mark(bytes);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool is_json = first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
  if (!is_json) {
    auto read = Holidays::parse(bytes);
    return read ? read : Result<Holidays>(read.error().in_file(name));
  }
  const auto table = table_of(bytes.substr(first), limits);
  if (!table) return table.error().in_file(name);
  auto read = Holidays::parse(*table);
  return read ? read : Result<Holidays>(read.error().in_file(name));
}

}  // namespace marque
