#include "scoring/meaning_cover.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "scoring/meaning_weights.hpp"

namespace marque {

namespace {

constexpr std::size_t mask_count = std::size_t{1} << weights::most_meaning_words;
constexpr float unreachable = -1;

/// How well the characters up to a place are translated by a set of words, and the step that got there.
struct State {
  float sum = unreachable;
  std::int16_t part = -1;  // -1: the last character is left untranslated
  std::uint8_t words_before = 0;
};

using Table = std::array<std::array<State, mask_count>, weights::longest_meaning_han + 1>;

void extend(Table& table, std::span<const TranslatedPart> parts, std::size_t at, std::size_t masks) {
  for (std::size_t mask = 0; mask < masks; ++mask) {
    const State& here = table[at][mask];
    if (here.sum > table[at + 1][mask].sum) table[at + 1][mask] = {here.sum, -1, static_cast<std::uint8_t>(mask)};
  }
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const TranslatedPart& part = parts[index];
    if (part.begin != at) continue;
    const float gain = part.likeness * static_cast<float>(part.end - part.begin);
    for (std::size_t mask = 0; mask < masks; ++mask) {
      if (table[at][mask].sum < 0 || (mask & part.words) != 0) continue;
      State& there = table[part.end][mask | part.words];
      const float sum = table[at][mask].sum + gain;
      if (sum > there.sum) there = {sum, static_cast<std::int16_t>(index), static_cast<std::uint8_t>(mask)};
    }
  }
}

}  // namespace

Cover best_cover(std::span<const TranslatedPart> parts, std::size_t characters, std::size_t words) {
  const std::size_t masks = std::size_t{1} << words;
  Table table;
  for (std::size_t at = 0; at <= characters; ++at) std::fill_n(table[at].begin(), masks, State{});
  table[0][0].sum = 0;
  for (std::size_t at = 0; at < characters; ++at) extend(table, parts, at, masks);

  Cover best;
  std::size_t best_mask = 0;
  for (std::size_t mask = 1; mask < masks; ++mask) {
    const float score = table[characters][mask].sum / static_cast<float>(characters) *
                        static_cast<float>(std::popcount(mask)) / static_cast<float>(words);
    if (score > best.score) best.score = score, best_mask = mask;
  }
  for (std::size_t at = characters; at > 0 && best.score > 0;) {
    const State& state = table[at][best_mask];
    best_mask = state.words_before;
    if (state.part < 0) {
      --at;
    } else {
      best.chosen.push_back(static_cast<std::size_t>(state.part));
      at = parts[best.chosen.back()].begin;
    }
  }
  std::reverse(best.chosen.begin(), best.chosen.end());
  return best;
}

}  // namespace marque
