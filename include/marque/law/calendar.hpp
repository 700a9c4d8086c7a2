#pragma once

#include "marque/model/date.hpp"

namespace marque {

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
