#include "marque/scoring/scorer.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "marque/logo/similarity.hpp"
#include "marque/text/meaning.hpp"
#include "scoring/letters.hpp"
#include "scoring/sequence.hpp"
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

/// Two marks of characters and letters: the better element alone, or both together.
float joined_elements(float han, float han_weight, float latin, float latin_weight, bool both) {
  const float alone = std::max(han * han_weight, latin * latin_weight);
  return both ? std::max(alone, (han + latin) / 2) : alone;
}

float pinyin_score(std::u32string_view han, std::u32string_view letters) {
  return weights::romanised * romanised_similarity(han, letters);
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
        words(owned_words(query.comparable.words)),
        translations(gloss_words(query.comparable.core_han)) {
    if (query.logo) logo.emplace(*query.logo);
    for (const auto& word : words) known_words.emplace(singular(word));
  }

  SequenceScores characters(const NameView& other);
  float across(const NameView& other, float total, float other_total) const;
  float meaning(const NameView& other);
  bool translates(char32_t character);

  Subject query;
  HanMatcher han, core_han;
  std::vector<std::u32string> words;
  std::set<std::u32string> translations;   // of the query's characters
  std::set<std::u32string> known_words;    // of the query's letters
  std::unordered_map<char32_t, bool> translated;
  std::optional<LogoQuery> logo;
};

SequenceScores Scorer::Impl::characters(const NameView& other) {
  const NameView own = query.comparable.view();
  SequenceScores scores = han.score(other.han);
  if (own.core_han.size() == own.han.size() && other.core_han.size() == other.han.size()) return scores;
  const SequenceScores core = core_han.score(other.core_han);
  scores.appearance = std::max(scores.appearance, core.appearance * weights::generic_difference);
  scores.sound = std::max(scores.sound, core.sound * weights::generic_difference);
  return scores;
}

/// Characters of one mark against letters of the other, by sound.
float Scorer::Impl::across(const NameView& other, float total, float other_total) const {
  const NameView own = query.comparable.view();
  float best = 0;
  if (!own.core_han.empty() && other.core_latin.size() > 1 && other.han.empty())
    best = pinyin_score(own.core_han, other.core_latin) *
           element_weight(units(own.han, {}), total, units({}, other.latin), other_total);
  if (!other.core_han.empty() && own.core_latin.size() > 1 && own.han.empty())
    best = std::max(best, pinyin_score(other.core_han, own.core_latin) *
                              element_weight(units({}, own.latin), total, units(other.han, {}), other_total));
  return best;
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

AspectScores Scorer::score_words(const NameView& other) {
  AspectScores scores;
  const NameView own = impl_->query.comparable.view();
  if (own.skeleton.empty() || other.skeleton.empty()) return scores;
  if (own.skeleton == other.skeleton) return joined({1, 1, 1, {}, 0}, {});

  const float total = units(own.han, own.latin), other_total = units(other.han, other.latin);
  const SequenceScores han = impl_->characters(other);
  const SequenceScores latin = score_letters(own, other);
  const float han_weight = element_weight(units(own.han, {}), total, units(other.han, {}), other_total);
  const float latin_weight = element_weight(units({}, own.latin), total, units({}, other.latin), other_total);
  const bool both = !own.han.empty() && !other.han.empty() && !own.latin.empty() && !other.latin.empty();

  scores.appearance = joined_elements(han.appearance, han_weight, latin.appearance, latin_weight, both);
  scores.sound = std::max(joined_elements(han.sound, han_weight, latin.sound, latin_weight, both),
                          impl_->across(other, total, other_total));
  scores.meaning = impl_->meaning(other);
  scores.appearance = std::min(scores.appearance, weights::unequal_cap);
  scores.sound = std::min(scores.sound, weights::unequal_cap);
  scores.meaning = std::min(scores.meaning, weights::unequal_cap);
  return joined(scores, {});
}

std::optional<float> Scorer::score_logo(const Fingerprint& other) const {
  if (!impl_->logo) return {};
  return impl_->logo->match(other).score;
}

AspectScores Scorer::joined(AspectScores words, std::optional<float> logo) noexcept {
  words.logo = logo;
  std::array<float, 4> weighed{words.appearance, weights::sound_weight * words.sound,
                               weights::meaning_weight * words.meaning, logo.value_or(0.0f)};
  std::sort(weighed.begin(), weighed.end(), std::greater<>());
  words.overall = weighed[0] + weights::agreement * (1 - weighed[0]) * weighed[1];
  return words;
}

AspectScores Scorer::score(const Subject& other) {
  return joined(score_words(other.comparable.view()), other.logo ? score_logo(*other.logo) : std::nullopt);
}

AspectScores score(const Subject& a, const Subject& b) { return Scorer(a).score(b); }

}  // namespace marque
