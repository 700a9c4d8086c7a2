#pragma once

#include <optional>

#include "marque/model/identifiers.hpp"
#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/likeness.hpp"

namespace marque {

/// An entry that may collide, and how close it is.
struct Candidate {
  EntryId id;
  AspectScores scores;              ///< of the entry's closest name
  float rank = 0;                   ///< how rare it is to be so close, in (0,1] (Rarity); 1 for the same words
  std::optional<Likeness> way{};    ///< the way that ranks it; unset: the same words, or the picture

  bool operator==(const Candidate&) const = default;
};

/// The order of results: rarest first, then closest, then by id.
bool better(const Candidate& a, const Candidate& b) noexcept;

}  // namespace marque
