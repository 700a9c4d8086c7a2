#pragma once

#include <array>
#include <tuple>

namespace reference {

/// A day as three numbers, moved by schoolbook rules alone: the slow oracle for Date and the legal terms.
struct PlainDay {
  int year = 1970, month = 1, day = 1;

  bool operator==(const PlainDay&) const = default;
  auto operator<=>(const PlainDay&) const = default;
};

inline int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

inline PlainDay next_day(PlainDay at) {
  if (at.day < days_in(at.year, at.month)) return {at.year, at.month, at.day + 1};
  if (at.month < 12) return {at.year, at.month + 1, 1};
  return {at.year + 1, 1, 1};
}

inline PlainDay previous_day(PlainDay at) {
  if (at.day > 1) return {at.year, at.month, at.day - 1};
  if (at.month > 1) return {at.year, at.month - 1, days_in(at.year, at.month - 1)};
  return {at.year - 1, 12, 31};
}

/// Month by month, the day kept in mind until the end.
inline PlainDay months_after(PlainDay at, int months) {
  for (; months > 0; --months) at.month == 12 ? (at.month = 1, ++at.year) : ++at.month;
  for (; months < 0; ++months) at.month == 1 ? (at.month = 12, --at.year) : --at.month;
  if (at.day > days_in(at.year, at.month)) at.day = days_in(at.year, at.month);
  return at;
}

}  // namespace reference
