#pragma once

#include <optional>

#include "marque/base/error.hpp"
#include "marque/base/result.hpp"
#include "marque/law/lifecycle.hpp"

namespace marque {

/// Why an event cannot be of that day for a Madrid registration: too late a refusal (Protocol Art. 5(2)), tacit protection
/// before the refusal period has run, the basic mark's ceasing after the five years (Art. 6), a transformation after three months.
std::optional<Error> ill_timed_in_madrid(const Event& event, const InternationalRegistration& mark);

/// What the event makes of the designations it names, China where it names none.
Result<void> change_designations(InternationalRegistration& mark, const Transition& row, const Event& event);

}  // namespace marque
