#pragma once

#include "marque/model/entry.hpp"
#include "snapshot/wire_types.hpp"

namespace marque::wire {

Trademark to_wire(const marque::Trademark& trademark);
InternationalRegistration to_wire(const marque::InternationalRegistration& registration);
GeographicalIndication to_wire(const marque::GeographicalIndication& indication);

/// The model's values again, each through its own maker or range. Throws DamagedRecord.
marque::Trademark from_wire(Trademark&& trademark);
marque::InternationalRegistration from_wire(InternationalRegistration&& registration);
marque::GeographicalIndication from_wire(GeographicalIndication&& indication);

}  // namespace marque::wire
