#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/date.hpp"

namespace marque {

/// A day that the State Council's yearly notice sets: off, or a weekend day that is worked 调休.
struct SetDay {
  Date date;
  bool off = true;
  std::string chinese;  ///< 国庆节
  std::string english;  ///< National Day

  bool operator==(const SetDay&) const = default;
};

/// What a day is to a period that ends on it.
enum class DayKind : std::uint8_t { unknown, working, off };

/// Days off 节假日 and working days 工作日 of China. Weekends are days off unless worked; a year of which no notice is
/// known is unknown through and through, its weekends too, since any of them may be worked.
class Holidays {
 public:
  /// 2013 to 2026, compiled in (lib/law/data/holidays.tsv). Read once, on first use.
  static const Holidays& of_china();

  /// Reads a table of the same form (`year`, `off` and `work` rows). ErrorCode::malformed or invalid_date with row and field.
  static Result<Holidays> parse(std::string_view table);

  /// These years and those of `newer`, which goes before where both know one.
  Holidays joined_with(const Holidays& newer) const;

  /// O(1).
  DayKind kind_of(Date day) const noexcept;

  /// The row of a day, or null: an ordinary weekday or weekend. O(log n).
  const SetDay* set_day(Date day) const noexcept;

  /// Years known, ascending.
  const std::vector<int>& years() const noexcept { return years_; }

 private:
  void fill();

  std::vector<int> years_;
  std::vector<SetDay> days_;           ///< ascending by day
  std::vector<DayKind> kinds_;         ///< from first_day_ on, day by day
  std::int32_t first_day_ = 0;
};

}  // namespace marque
