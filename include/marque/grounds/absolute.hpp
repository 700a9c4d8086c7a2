#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"

namespace marque {

/// Grounds that need no earlier right, most serious first, each with the exception that may speak for the mark:
///
/// - Art. 10(1)(1)–(6), (8): barred names and words (law/signs);
/// - Art. 10(2): place names at county level and above and known foreign ones; with Art. 10(1)(7), origin, where the
///   applicant's record shows that it sits elsewhere;
/// - Art. 10(1)(7), quality: deception_grounds();
/// - Arts. 11, 12: distinctiveness_grounds();
/// - Art. 19(4): an applicant that is a trademark agency by its name.
///
/// A place name that practice knows as a word with a stronger meaning (凤凰), one in a collective or certification mark, and a barred
/// name inside that of something else (中华鲟) found none. Who may rely on each: objector_of().
std::vector<Ground> absolute_grounds(const Filing& filing);

}  // namespace marque
