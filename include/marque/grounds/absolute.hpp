#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"

namespace marque {

/// Grounds that need no earlier right: barred names (Art. 10(1)(1)–(6)) and place names (Art. 10(2)), each with the
/// exception that may speak for the mark. Most serious first.
std::vector<Ground> absolute_grounds(const Filing& filing);

}  // namespace marque
