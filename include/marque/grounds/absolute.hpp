#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"

namespace marque {

/// Grounds that need no earlier right: barred names (Art. 10(1)(1)–(6)) and place names (Art. 10(2)), each with the
/// exception that may speak for the mark. A place name that is a word with another meaning (凤凰), one in a collective
/// or certification mark, and a barred name inside that of something else (中华鲟) found none. Most serious first.
std::vector<Ground> absolute_grounds(const Filing& filing);

}  // namespace marque
