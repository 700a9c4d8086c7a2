#pragma once

#include "marque/search/rarity.hpp"
#include "search/segment.hpp"

namespace marque {

/// Measures how rare likenesses are among the names of a part, over a fixed sample of them; the built-in rarity stands where
/// the sample is too small.
Rarity measured_rarity(const Segment& names, unsigned threads);

}  // namespace marque
