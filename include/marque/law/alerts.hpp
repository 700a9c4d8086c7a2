#pragma once

#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// What someone who meets an earlier right on a day should know of its running periods, because its standing is about to turn or
/// can be turned: due for renewal, in its grace, within the year after its end, open to opposition, refused but reviewable, under a request for its cancellation or invalidation, a Madrid
/// designation in its refusal period or still dependent on its basic mark. A sentence each, most pressing first; usually none.
std::vector<Bilingual> alerts_of(const Entry& entry, Date day);

}  // namespace marque
