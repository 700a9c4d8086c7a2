#pragma once

#include <array>
#include <optional>

#include "marque/logo/fingerprint.hpp"
#include "marque/scoring/likeness.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/search/candidate.hpp"
#include "marque/search/rarity.hpp"

namespace marque {

/// The least value that each way must reach for a rank; above 1 where no value does.
struct Floors {
  std::array<float, likeness_count> ways{};
  float logo = 0;

  float operator[](Likeness way) const noexcept { return ways[static_cast<std::size_t>(way)]; }

  /// Whether one of the ways reaches its floor with a likeness above 0.
  bool reached(const WordLikeness& words) const noexcept;
};

/// Ranks the likenesses to one query.
class Ranker {
 public:
  Ranker(const Rarity& rarity, const Subject& query);

  /// `other`: the name that the words were compared with.
  Candidate candidate(EntryId id, const NameView& other, const WordLikeness& words, std::optional<float> logo) const;

  /// Below all of these, no rank is `rank` or more (but the same words rank 1).
  Floors floors(float rank) const;

  /// Below all of these, AspectScores::overall is less than `overall`.
  static Floors floors_of_overall(float overall);

 private:
  const Rarity& rarity_;
  bool in_letters_ = false;   // the query
  std::array<std::size_t, likeness_count> lengths_{};
};

}  // namespace marque
