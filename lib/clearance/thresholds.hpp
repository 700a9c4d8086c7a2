#pragma once

#include "marque/clearance/report.hpp"

namespace marque {

/// An entry is judged under the law from this overall score: half of a two-character mark, or a third of a long
/// one with another aspect beside it. Lower scores share no more than any two names do.
inline constexpr float judged_from = 0.45f;

/// Indications are judged from further down, because a mark may recall one by a translation or by its place and
/// product apart, which no aspect sees whole.
inline constexpr float indication_judged_from = 0.20f;

}  // namespace marque
