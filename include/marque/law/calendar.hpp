#pragma once

#include "marque/law/holidays.hpp"
#include "marque/model/date.hpp"

namespace marque {

/// How long a period is: months (a year has twelve) or days, one of the two.
struct Length {
  int months = 0;
  int days = 0;

  bool operator==(const Length&) const = default;
};

/// The day so long after another, which itself is not counted: the same day of the last month, or its last day where
/// it has no such day (Implementing Regulations Art. 12). Negative lengths go back.
Date after(Date start, Length length) noexcept;

/// Where an ordinary period ends.
struct PeriodEnd {
  Date nominal;       ///< as counted
  Date last;          ///< moved to the first working day where the nominal end is a day off
  bool known = true;  ///< false: the calendar of that year is not known, and `last` is the nominal end, never a guess

  bool operator==(const PeriodEnd&) const = default;
};

/// The end of an ordinary period (Art. 12(1), (3)): the first day is not counted, and an end on a day off moves to the
/// first working day after it. That weekends are days off in this sense is practice (not verified).
PeriodEnd ordinary_end(Date start, Length length, const Holidays& holidays = Holidays::of_china()) noexcept;

/// A term of validity 有效期: both days included.
struct Term {
  Date first;
  Date last;
  bool operator==(const Term&) const = default;
};

/// The ten years of a registration (Trademark Law 2019 Art. 39; Implementing Regulations Art. 12): the first day
/// counts, the last is the day before the corresponding day, or the last day of that month where there is
/// no such day; it does not move for holidays.
Term validity_term(Date first) noexcept;

/// The next term after a renewal (Art. 40): it begins the day after the old one ends.
Term renewed_term(Term term) noexcept;

/// Last day of the six months of grace 宽展期 after a term, not moved for holidays (Art. 40).
Date grace_end(Date term_end) noexcept;

}  // namespace marque
