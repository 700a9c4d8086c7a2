#pragma once

#include <vector>

#include "marque/base/error.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Something in a record that the law does not allow to be so.
struct Contradiction {
  Error error;              ///< invalid_date or unlawful, with the field and, in the message, the article
  bool impossible = false;  ///< days in an impossible order: the record cannot be relied on. Else a state and a date, or two events, disagree
};

/// What contradicts itself in a record as it came from a register: a registration before the filing, a term that ends before it
/// begins, a designation before the registration, an event before the filing or after the end that admits none such, a registration date in
/// an application's state. Empty for a sound record; unknown dates contradict nothing.
std::vector<Contradiction> contradictions(const Entry& entry);

}  // namespace marque
