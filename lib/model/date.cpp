#include "marque/model/date.hpp"

#include <array>
#include <cstdio>

#include "model/spelling.hpp"

namespace marque {

namespace {

using std::chrono::year_month_day;

year_month_day calendar_day(std::int32_t days) noexcept {
  return year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Takes the digits that the text begins with.
std::string_view take_digits(std::string_view& text) noexcept {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool take(std::string_view& text, std::string_view token) noexcept {
  if (!text.starts_with(token)) return false;
  text.remove_prefix(token.size());
  return true;
}

struct DayParts {
  std::string_view year, month, day;
};

/// Takes `2026-11-22`, `2026/1/2`, `2026.11.22`, `20261122` or `2026年11月22日` off the front; parts are empty where
/// the text is not of these forms.
DayParts take_day(std::string_view& text) noexcept {
  std::string_view first = take_digits(text);
  if (first.size() == 8) return {first.substr(0, 4), first.substr(4, 2), first.substr(6, 2)};
  if (first.size() != 4) return {};
  if (take(text, "年")) {
    const std::string_view month = take_digits(text);
    if (!take(text, "月")) return {};
    const std::string_view day = take_digits(text);
    return take(text, "日") ? DayParts{first, month, day} : DayParts{};
  }
  for (const std::string_view separator : {"-", "/", "."}) {
    if (!take(text, separator)) continue;
    const std::string_view month = take_digits(text);
    if (!take(text, separator)) return {};
    return {first, month, take_digits(text)};
  }
  return {};
}

/// Takes `Z`, `+08:00`, `-0400` or nothing.
bool take_offset(std::string_view& text) noexcept {
  if (text.empty() || take(text, "Z")) return true;
  if (!take(text, "+") && !take(text, "-")) return false;
  const std::size_t hours = take_digits(text).size();
  if (hours == 4) return true;
  return hours == 2 && take(text, ":") && take_digits(text).size() == 2;
}

/// Takes `10:30`, `10:30:00`, `10:30:00.123`.
bool take_time(std::string_view& text) noexcept {
  const auto field = [&](int below) {
    const std::string_view digits = take_digits(text);
    return (digits.size() == 1 || digits.size() == 2) && decimal(digits) < below;
  };
  if (!field(25) || !take(text, ":") || !field(60)) return false;
  if (!take(text, ":")) return true;
  return field(61) && (!take(text, ".") || !take_digits(text).empty());
}

bool is_tail_of_day(std::string_view tail) noexcept {
  if (tail.empty()) return true;
  if ((take(tail, "T") || take(tail, " ")) && !take_time(tail)) return false;
  return take_offset(tail) && tail.empty();
}

bool is_day_or_month(std::string_view digits) noexcept { return digits.size() == 1 || digits.size() == 2; }

}  // namespace

Result<Date> Date::make(int year, int month, int day) {
  const bool in_range = year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
  if (!in_range || !ymd.ok()) {
    return Error{ErrorCode::invalid_date, "no such day \"" + std::to_string(year) + '-' + std::to_string(month) + '-' +
                                              std::to_string(day) + '"'};
  }
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

Result<Date> Date::parse(std::string_view text) {
  // Most days are written like this.
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const int year = decimal(text.substr(0, 4)), month = decimal(text.substr(5, 2)), day = decimal(text.substr(8, 2));
    if (year >= 0 && month >= 0 && day >= 0)
      if (const auto date = make(year, month, day)) return date;
  }
  const std::string plain = half_width(trimmed(text));
  std::string_view rest = plain;
  const DayParts parts = take_day(rest);
  if (!is_day_or_month(parts.month) || !is_day_or_month(parts.day) || !is_tail_of_day(rest)) {
    return Error{ErrorCode::invalid_date, "not a date: " + quoted(text)};
  }
  const auto date = make(decimal(parts.year), decimal(parts.month), decimal(parts.day));
  if (!date) return Error{ErrorCode::invalid_date, "no such day " + quoted(text)};
  return date;
}

int Date::year() const noexcept { return static_cast<int>(calendar_day(days_).year()); }
int Date::month() const noexcept { return static_cast<int>(static_cast<unsigned>(calendar_day(days_).month())); }
int Date::day() const noexcept { return static_cast<int>(static_cast<unsigned>(calendar_day(days_).day())); }

std::chrono::weekday Date::weekday() const noexcept {
  return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_}}};
}

Date Date::plus_months(int months) const noexcept {
  year_month_day ymd = calendar_day(days_) + std::chrono::months{months};
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

std::string Date::to_string() const {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), day());
  return text.data();
}

}  // namespace marque
