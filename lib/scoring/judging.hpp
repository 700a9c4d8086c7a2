#pragma once

#include <vector>

#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "scoring/meaning.hpp"

namespace marque {

/// explain() and examine() of the public headers, with what is known of the first mark's meaning at hand and the scores
/// that score() gave.
std::vector<Evidence> evidence_of(const Subject& a, const Subject& b, const AspectScores& scores, const MeaningMatcher& meaning);
Examination examination_of(const Subject& a, const Subject& b, const AspectScores& scores, const MeaningMatcher& meaning);

}  // namespace marque
