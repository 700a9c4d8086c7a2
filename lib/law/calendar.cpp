#include "marque/law/calendar.hpp"

namespace marque {

namespace {

constexpr int term_months = 10 * 12;
constexpr int grace_months = 6;

}  // namespace

Date after(Date start, Length length) noexcept { return start.plus_months(length.months).plus_days(length.days); }

PeriodEnd ordinary_end(Date start, Length length, const Holidays& holidays) noexcept {
  const Date nominal = after(start, length);
  Date last = nominal;
  while (holidays.kind_of(last) == DayKind::off) last = last.plus_days(1);
  const bool known = holidays.kind_of(last) != DayKind::unknown;
  return {nominal, known ? last : nominal, known};
}

Term validity_term(Date first) noexcept {
  const Date corresponding = first.plus_months(term_months);
  const bool has_such_day = corresponding.day() == first.day();
  return {first, has_such_day ? corresponding.plus_days(-1) : corresponding};
}

Term renewed_term(Term term) noexcept { return validity_term(term.last.plus_days(1)); }

Date grace_end(Date term_end) noexcept { return term_end.plus_months(grace_months); }

}  // namespace marque
