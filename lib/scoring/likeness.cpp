#include "marque/scoring/likeness.hpp"

#include <algorithm>
#include <functional>

#include "scoring/weights.hpp"

namespace marque {

namespace {

constexpr std::array<std::string_view, likeness_count> names{
    "characters_look", "characters_sound", "characters_mixed", "characters_part", "letters_look",
    "letters_sound",   "letters_mixed",    "letters_part",     "across_sound",    "meaning"};

}  // namespace

std::string_view name_of(Likeness likeness) noexcept { return names[static_cast<std::size_t>(likeness)]; }

WordLikeness WordLikeness::same() noexcept {
  WordLikeness all;
  all.values_.fill(1);
  return all;
}

AspectScores aspects_of(const WordLikeness& words, std::optional<float> logo) noexcept {
  AspectScores scores;
  scores.appearance = std::max({words[Likeness::characters_look], words[Likeness::characters_part],
                                words[Likeness::letters_look], words[Likeness::letters_part]});
  scores.sound = std::max({words[Likeness::characters_sound], words[Likeness::letters_sound], words[Likeness::across_sound]});
  scores.meaning = words[Likeness::meaning];
  scores.logo = logo;
  const float mixed = std::max(words[Likeness::characters_mixed], words[Likeness::letters_mixed]);
  const float seen = std::max(scores.appearance, weights::mixed_weight * mixed);
  const float heard = scores.sound * (weights::sound_weight - static_cast<float>(weights::unseen_sound) / 100 * (1 - seen));
  std::array<float, 4> weighed{seen, heard,
                               weights::meaning_weight * scores.meaning, logo.value_or(0.0f)};
  std::sort(weighed.begin(), weighed.end(), std::greater<>());
  scores.overall = weighed[0] + weights::agreement * (1 - weighed[0]) * weighed[1];
  return scores;
}

}  // namespace marque
