#include "search/ranker.hpp"

#include <algorithm>

#include "scoring/weights.hpp"

namespace marque {

namespace {

constexpr float rounding = 1e-5f;   // more than interpolating and halving can be off by

}  // namespace

bool better(const Candidate& a, const Candidate& b) noexcept {
  if (a.rank != b.rank) return a.rank > b.rank;
  if (a.scores.overall != b.scores.overall) return a.scores.overall > b.scores.overall;
  return a.id < b.id;
}

bool Floors::reached(const WordLikeness& words) const noexcept {
  for (std::size_t i = 0; i < likeness_count; ++i) {
    const float value = words[static_cast<Likeness>(i)];
    if (value > 0 && value >= ways[i]) return true;
  }
  return false;
}

Ranker::Ranker(const Rarity& rarity, const Subject& query) : rarity_(rarity) {
  const NameView name = query.comparable.view();
  in_letters_ = name.han.empty();
  for (std::size_t i = 0; i < likeness_count; ++i) lengths_[i] = rarity_length(static_cast<Likeness>(i), name);
}

Candidate Ranker::candidate(EntryId id, const NameView& other, const WordLikeness& words, std::optional<float> logo) const {
  Candidate candidate{id, aspects_of(words, logo)};
  if (words == WordLikeness::same()) {
    candidate.rank = 1;
    return candidate;
  }
  for (std::size_t i = 0; i < likeness_count; ++i) {
    const auto way = static_cast<Likeness>(i);
    const float rank = rarity_.rank(way, lengths_[i], words[way], in_letters_ && !other.han.empty());
    if (rank > candidate.rank) candidate.rank = rank, candidate.way = way;
  }
  const float seen = logo ? rarity_.rank_logo(*logo) : 0;
  if (seen > candidate.rank) candidate.rank = seen, candidate.way.reset();
  return candidate;
}

Floors Ranker::floors(float rank) const {
  Floors floors;
  for (std::size_t i = 0; i < likeness_count; ++i)
    floors.ways[i] = rarity_.value_at(static_cast<Likeness>(i), lengths_[i], rank, in_letters_) - rounding;
  floors.logo = rarity_.logo_at(rank) - rounding;
  return floors;
}

Floors Ranker::floors_of_overall(float overall) {
  // overall = b + agreement·(1 − b)·s ≤ b·(1 + agreement), b ≥ s being the two best of the weighed aspects; sound weighs `sound_weight` at most.
  const float best = overall / (1 + weights::agreement) - rounding;
  Floors floors;
  floors.ways.fill(best);
  for (const Likeness way : {Likeness::characters_sound, Likeness::letters_sound, Likeness::across_sound})
    floors.ways[static_cast<std::size_t>(way)] = best / weights::sound_weight;
  for (const Likeness way : {Likeness::characters_mixed, Likeness::letters_mixed})
    floors.ways[static_cast<std::size_t>(way)] = best / weights::mixed_weight;
  floors.ways[static_cast<std::size_t>(Likeness::meaning)] = best / weights::meaning_weight;
  floors.logo = best;
  return floors;
}

}  // namespace marque
