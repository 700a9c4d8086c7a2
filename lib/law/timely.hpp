#pragma once

#include <optional>

#include "marque/base/error.hpp"
#include "marque/model/event.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// Why an event of a national mark comes too early or too late for what the record tells, as far as that is certain: what only a registration
/// can meet lies before it; an opposition after its period (Art. 33); a review, suit or division after the days that the receipt on
/// record gives (Arts. 34, 35, 44, 45, 54; REG Art. 22); a request for non-use within three years of the registration (Art. 49). Unset: nothing
/// says so, or the days off there are not known.
std::optional<Error> untimely(const Trademark& mark, const Event& event);

}  // namespace marque
