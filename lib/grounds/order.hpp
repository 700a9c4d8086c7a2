#pragma once

#include <algorithm>
#include <vector>

#include "marque/grounds/ground.hpp"

namespace marque {

/// One step down, never below `low`.
inline Risk lower(Risk risk) { return risk == Risk::high ? Risk::medium : Risk::low; }

/// Puts the most serious first; equals keep their order.
inline void most_serious_first(std::vector<Ground>& grounds) {
  std::stable_sort(grounds.begin(), grounds.end(), [](const Ground& a, const Ground& b) { return a.risk > b.risk; });
}

}  // namespace marque
