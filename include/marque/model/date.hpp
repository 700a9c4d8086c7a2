#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// A day of the Gregorian calendar, 1000-01-01 … 9999-12-31. Always a real day.
class Date {
 public:
  /// ErrorCode::invalid_date where there is no such day, e.g. 2025-02-29.
  static Result<Date> make(int year, int month, int day);

  /// Reads the forms that registers use: `2026-11-22`, `2026/11/22`, `2026.11.22`, `20261122`, `2026年11月22日`,
  /// each also with one-digit month and day, a time after `T` or a space, or an offset after the day (ST.96
  /// `2018-04-17-04:00`). All-zero dates and impossible days are ErrorCode::invalid_date.
  static Result<Date> parse(std::string_view text);

  /// Days since 1970-01-01, as stored in indexes.
  static Date from_days(std::int32_t days) noexcept { return Date(days); }
  std::int32_t days() const noexcept { return days_; }

  int year() const noexcept;
  int month() const noexcept;
  int day() const noexcept;
  std::chrono::weekday weekday() const noexcept;

  Date plus_days(int days) const noexcept { return Date(days_ + days); }

  /// The same day of the month `months` later; where that month has no such day, its last day
  /// (Implementing Regulations Art. 12). Negative months go back.
  Date plus_months(int months) const noexcept;

  std::string to_string() const;  ///< `2026-11-22`

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::int32_t days) noexcept : days_(days) {}
  std::int32_t days_;
};

}  // namespace marque
