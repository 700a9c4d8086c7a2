#pragma once

#include "marque/scoring/evidence.hpp"
#include "scoring/meaning.hpp"

namespace marque {

/// What two marks' words have in common, for a person: each for the aspect's score.
Evidence appearance_evidence(const Subject& a, const Subject& b, float score);
Evidence sound_evidence(const Subject& a, const Subject& b, float score);
Evidence meaning_evidence(const Subject& a, const Subject& b, const MeaningEvidence& found, float score);

}  // namespace marque
