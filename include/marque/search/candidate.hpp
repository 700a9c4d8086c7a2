#pragma once

#include "marque/model/identifiers.hpp"
#include "marque/scoring/aspect_scores.hpp"

namespace marque {

/// An entry that may collide, and how close it is.
struct Candidate {
  EntryId id;
  AspectScores scores;     ///< of the entry's closest name

  bool operator==(const Candidate&) const = default;
};

}  // namespace marque
