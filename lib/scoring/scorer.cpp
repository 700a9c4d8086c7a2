#include "marque/scoring/scorer.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "marque/logo/similarity.hpp"
#include "marque/text/meaning.hpp"
#include "scoring/across.hpp"
#include "scoring/characters.hpp"
#include "scoring/letters.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

/// How much of a mark an element makes up, in characters.
float units(std::u32string_view han, std::u32string_view latin) {
  return static_cast<float>(han.size()) + static_cast<float>(latin.size()) / weights::letters_a_character;
}

/// Elements of a mark that were compared, as shares of the two marks.
float element_weight(float part_a, float total_a, float part_b, float total_b) {
  const float share = std::min(part_a / total_a, part_b / total_b);
  if (share >= 1) return 1;
  return weights::unmatched_element * std::min(1.0f, share / weights::negligible_element);
}

std::vector<std::u32string> owned_words(std::u32string_view words) {
  std::vector<std::u32string> owned;
  for (const std::u32string_view word : split_words(words)) owned.emplace_back(word);
  return owned;
}

std::u32string_view singular(std::u32string_view word) {
  return word.size() > 3 && word.ends_with(U's') ? word.substr(0, word.size() - 1) : word;
}

std::set<std::u32string> gloss_words(std::u32string_view han) {
  std::set<std::u32string> words;
  for (const char32_t character : han) {
    for (const std::string_view gloss : glosses(character)) words.emplace(singular({std::u32string(gloss.begin(), gloss.end())}));
  }
  return words;
}

}  // namespace

struct Scorer::Impl {
  explicit Impl(const Subject& subject)
      : query(subject),
        han(query.comparable.han),
        core_han(query.comparable.core_han),
        letters(query.comparable.view()),
        other_script(query.comparable.view()),
        words(owned_words(query.comparable.words)),
        translations(gloss_words(query.comparable.core_han)) {
    if (query.logo) logo.emplace(*query.logo);
    for (const auto& word : words) known_words.emplace(singular(word));
  }

  CharacterLikeness characters(const NameView& other);
  float meaning(const NameView& other);
  bool translates(char32_t character);

  Subject query;
  CharacterMatcher han, core_han;
  LetterMatcher letters;
  AcrossMatcher other_script;
  std::vector<std::u32string> words;
  std::set<std::u32string> translations;   // of the query's characters
  std::set<std::u32string> known_words;    // of the query's letters
  std::unordered_map<char32_t, bool> translated;
  std::optional<LogoQuery> logo;
};

CharacterLikeness Scorer::Impl::characters(const NameView& other) {
  const NameView own = query.comparable.view();
  CharacterLikeness likeness = han.match(other.han);
  if (own.core_han.size() == own.han.size() && other.core_han.size() == other.han.size()) return likeness;
  const CharacterLikeness core = core_han.match(other.core_han);
  likeness.look = std::max(likeness.look, core.look * weights::generic_difference);
  likeness.sound = std::max(likeness.sound, core.sound * weights::generic_difference);
  likeness.mixed = std::max(likeness.mixed, core.mixed * weights::generic_difference);
  likeness.part = std::max(likeness.part, core.part * weights::generic_difference);
  return likeness;
}

bool Scorer::Impl::translates(char32_t character) {
  const auto [place, fresh] = translated.try_emplace(character, false);
  if (fresh) {
    for (const std::u32string& gloss : gloss_words({&character, 1})) place->second |= known_words.contains(gloss);
  }
  return place->second;
}

/// Looks words up only where one of them can be a translation at all.
float Scorer::Impl::meaning(const NameView& other) {
  const NameView own = query.comparable.view();
  float best = 0;
  if (!translations.empty() && !other.words.empty()) {
    const auto split = split_words(other.words);
    const bool any = std::any_of(split.begin(), split.end(), [&](std::u32string_view word) {
      return translations.contains(std::u32string(singular(word)));
    });
    if (any) best = gloss_similarity(own.core_han, owned_words(other.words));
  }
  if (!words.empty() && !other.core_han.empty() &&
      std::any_of(other.core_han.begin(), other.core_han.end(), [&](char32_t c) { return translates(c); }))
    best = std::max(best, gloss_similarity(other.core_han, words));
  return best;
}

Scorer::Scorer(const Subject& query) : impl_(std::make_unique<Impl>(query)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

WordLikeness Scorer::likeness(const NameView& other) {
  WordLikeness likeness;
  const NameView own = impl_->query.comparable.view();
  if (own.skeleton.empty() || other.skeleton.empty()) return likeness;
  if (own.skeleton == other.skeleton) return WordLikeness::same();

  const float total = units(own.han, own.latin), other_total = units(other.han, other.latin);
  const auto put = [&](Likeness way, float value, float weight) { likeness[way] = std::min(value * weight, weights::unequal_cap); };
  if (!own.han.empty() && !other.han.empty()) {
    const CharacterLikeness characters = impl_->characters(other);
    const float weight = element_weight(units(own.han, {}), total, units(other.han, {}), other_total);
    put(Likeness::characters_look, characters.look, weight);
    put(Likeness::characters_sound, characters.sound, weight);
    put(Likeness::characters_mixed, characters.mixed, weight);
    put(Likeness::characters_part, characters.part, weight);
  }
  if (!own.latin.empty() && !other.latin.empty()) {
    const LetterLikeness letters = impl_->letters.match(other);
    const float weight = element_weight(units({}, own.latin), total, units({}, other.latin), other_total);
    put(Likeness::letters_look, letters.look, weight);
    put(Likeness::letters_sound, letters.sound, weight);
    put(Likeness::letters_mixed, letters.mixed, weight);
    put(Likeness::letters_part, letters.part, weight);
  }
  put(Likeness::across_sound, impl_->other_script.match(other), weights::romanised);
  put(Likeness::meaning, impl_->meaning(other), 1);
  return likeness;
}

AspectScores Scorer::score_words(const NameView& other) { return aspects_of(likeness(other)); }

std::optional<float> Scorer::score_logo(const Fingerprint& other) const {
  if (!impl_->logo) return {};
  return impl_->logo->match(other).score;
}

AspectScores Scorer::score(const Subject& other) {
  return aspects_of(likeness(other.comparable.view()), other.logo ? score_logo(*other.logo) : std::nullopt);
}

AspectScores score(const Subject& a, const Subject& b) { return Scorer(a).score(b); }

}  // namespace marque
