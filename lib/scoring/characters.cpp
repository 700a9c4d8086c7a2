#include "scoring/characters.hpp"

#include <algorithm>
#include <cmath>

#include "marque/text/glyph.hpp"
#include "marque/text/readings.hpp"
#include "scoring/weights.hpp"
#include "text/character_code.hpp"

namespace marque {

namespace {

constexpr float whole = 255;   // best_likenesses() counts in 255ths

/// What a text standing inside another scores, by its share of the longer one.
float contained_score(const Containment& found, std::size_t shorter, std::size_t longer) {
  if (shorter < 2 || found.likeness < weights::contained_match) return 0;
  const float floor = shorter == 2 ? weights::contained_two : weights::contained_more;
  return found.likeness * (floor + (1 - floor) * static_cast<float>(shorter) / static_cast<float>(longer));
}

/// The least sum of likenesses, in 255ths, for a share of the two lengths; rounded down, so that nothing is lost.
unsigned sum_for_share(float share, std::size_t a, std::size_t b) {
  return static_cast<unsigned>(std::max(0.0f, std::floor(share * whole * static_cast<float>(a + b) / 2 - 0.5f)));
}

}  // namespace

float look_of(char32_t a, char32_t b) noexcept {
  const float likeness = glyph_similarity(a, b);
  return likeness < weights::glyph_floor ? 0 : likeness;
}

float sound_of(char32_t a, char32_t b) noexcept {
  const float likeness = sound_similarity(a, b);
  return likeness < weights::sound_floor ? 0 : likeness;
}

float mixed_of(float look, float sound) noexcept {
  const auto [lower, higher] = std::minmax(look, sound);
  return higher + (1 - higher) * lower / 3;
}

bool reordered(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size() || a == b) return false;
  return std::is_permutation(a.begin(), a.end(), b.begin());
}

CharacterMatcher::CharacterMatcher(std::u32string_view query) : query_(query) {}

const CharacterMatcher::Row& CharacterMatcher::row_of(char32_t character) {
  const auto [place, fresh] = rows_.try_emplace(character);
  Row& row = place->second;
  if (!fresh) return row;
  row.first = cells_.size();
  for (const char32_t own : query_) cells_.push_back(look_of(own, character));
  for (const char32_t own : query_) cells_.push_back(sound_of(own, character));
  for (std::size_t i = 0; i < query_.size(); ++i)
    row.best = std::max({row.best, cells_[row.first + i], cells_[row.first + query_.size() + i]});
  return row;
}

void CharacterMatcher::fill(PairTable& pairs, std::size_t first) const {
  pairs.resize(query_.size(), firsts_.size());
  for (std::size_t j = 0; j < firsts_.size(); ++j) {
    for (std::size_t i = 0; i < query_.size(); ++i) pairs.at(i, j) = cells_[firsts_[j] + first + i];
  }
}

CharacterLikeness CharacterMatcher::match(std::u32string_view other) {
  CharacterLikeness likeness;
  if (query_.empty() || other.empty()) return likeness;
  bool any = false;
  firsts_.clear();
  for (const char32_t character : other) {
    const Row& row = row_of(character);
    any |= row.best > 0;
    firsts_.push_back(row.first);
  }
  if (!any) return likeness;
  fill(look_, 0);
  fill(sound_, query_.size());
  mixed_.resize(query_.size(), other.size());
  for (std::size_t i = 0; i < query_.size(); ++i) {
    for (std::size_t j = 0; j < other.size(); ++j) mixed_.at(i, j) = mixed_of(look_.at(i, j), sound_.at(i, j));
  }
  likeness.look = aligned_share(look_, scratch_);
  likeness.sound = aligned_share(sound_, scratch_);
  likeness.mixed = aligned_share(mixed_, scratch_);
  const auto [shorter, longer] = std::minmax({query_.size(), other.size()});
  likeness.part = contained_score(best_containment(mixed_), shorter, longer);
  if (other.size() > 1 && reordered(query_, other)) likeness.part = std::max(likeness.part, weights::reordered);
  return likeness;
}

std::vector<std::uint8_t> CharacterMatcher::best_likenesses() const {
  std::vector<std::uint8_t> best(character_codes(), 0);
  best[0] = 255;
  for (std::size_t code = 1; code < best.size(); ++code) {
    const char32_t character = character_of(static_cast<std::uint16_t>(code));
    float likeness = 0;
    for (const char32_t own : query_) likeness = std::max(likeness, mixed_of(look_of(own, character), sound_of(own, character)));
    best[code] = static_cast<std::uint8_t>(std::min(whole, std::ceil(likeness * whole)));
  }
  return best;
}

std::optional<unsigned> CharacterMatcher::least_sum(const CharacterLikeness& floors, std::size_t length) const {
  const auto [shorter, longer] = std::minmax({query_.size(), length});
  const float share = std::min({floors.look, floors.sound, floors.mixed});
  std::optional<unsigned> least;
  const auto reach = [&](unsigned sum) { least = std::min(least.value_or(sum), sum); };
  if (2 * static_cast<float>(shorter) >= share * static_cast<float>(shorter + longer)) reach(sum_for_share(share, shorter, longer));
  const float inside = contained_score({1, 0}, shorter, longer);
  if (shorter < longer && inside >= floors.part) reach(sum_for_share(weights::contained_match, shorter, shorter));
  if (shorter == longer && floors.part <= weights::reordered) reach(sum_for_share(1, shorter, longer));
  return least;
}

}  // namespace marque
