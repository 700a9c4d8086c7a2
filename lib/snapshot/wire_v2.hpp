#pragma once

#include "marque/model/entry.hpp"
#include "snapshot/records_v2.hpp"

namespace marque::records_v2 {

/// Whether version 1 has no place for some of the entry: a member, or an enumerator that came later.
bool needed_by(const Entry& entry);

/// What the entry has beside the members of version 1.
Additions additions_of(const Entry& entry);

/// Gives an entry read from those members the rest. Throws DamagedRecord.
void add(Additions&& additions, Entry& entry);

}  // namespace marque::records_v2
