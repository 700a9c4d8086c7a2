#include "marque/scoring/scorer.hpp"

#include <algorithm>
#include <utility>

#include "marque/logo/similarity.hpp"
#include "scoring/across.hpp"
#include "scoring/characters.hpp"
#include "scoring/judging.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

/// How much of a mark an element makes up, in characters.
float units(std::u32string_view han, std::u32string_view latin) {
  return static_cast<float>(han.size()) + static_cast<float>(latin.size()) / weights::letters_a_character;
}

float all_units(const NameView& name) { return units(name.figures_alone() ? std::u32string_view() : name.han, name.latin); }
float han_units(const NameView& name) { return name.figures_alone() ? all_units(name) : units(name.han, {}); }
float latin_units(const NameView& name) { return units({}, name.latin); }

/// Elements of a mark that were compared, as shares of the two marks.
float element_weight(float part_a, float total_a, float part_b, float total_b) {
  const float share = std::min(part_a / total_a, part_b / total_b);
  if (share >= 1) return 1;
  return weights::unmatched_element * std::min(1.0f, share / weights::negligible_element);
}

void put(WordLikeness& likeness, Likeness way, float value, float weight) {
  likeness[way] = std::min(value * weight, weights::unequal_cap);
}

}  // namespace

struct Scorer::Impl {
  Impl(const Subject& subject, std::shared_ptr<const MeaningMatcher> given)
      : query(subject),
        han(query.comparable.han),
        core_han(query.comparable.core_han),
        letters(query.comparable.view()),
        other_script(query.comparable.view()),
        meaning(std::move(given)) {
    if (query.logo) logo.emplace(*query.logo);
  }

  CharacterLikeness characters(const NameView& other);
  void compare(const NameView& other, Element element, WordLikeness& likeness);
  void compare_characters(const NameView& other, WordLikeness& likeness);
  void compare_letters(const NameView& other, WordLikeness& likeness);

  /// After so many names, looking up keys by which most are turned away is worth it.
  void count_name() {
    constexpr unsigned many = 256;
    if (meaning_is_own && ++names == many) meaning = std::make_shared<const MeaningMatcher>(meaning->for_many_names());
  }

  Subject query;
  CharacterMatcher han, core_han;
  LetterMatcher letters;
  AcrossMatcher other_script;
  std::shared_ptr<const MeaningMatcher> meaning;
  bool meaning_is_own = false;
  unsigned names = 0;
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

Scorer::Scorer(const Subject& query, const Dictionary& dictionary)
    : Scorer(query, std::make_shared<const MeaningMatcher>(query.comparable.view(), dictionary)) {
  impl_->meaning_is_own = true;
}
Scorer::Scorer(const Subject& query, std::shared_ptr<const MeaningMatcher> meaning)
    : impl_(std::make_unique<Impl>(query, std::move(meaning))) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

void Scorer::Impl::compare_characters(const NameView& other, WordLikeness& likeness) {
  const NameView own = query.comparable.view();
  if (own.han.empty() || other.han.empty() || (own.figures_alone() && other.figures_alone())) return;
  const CharacterLikeness found = characters(other);
  const float weight = element_weight(han_units(own), all_units(own), han_units(other), all_units(other));
  put(likeness, Likeness::characters_look, found.look, weight);
  put(likeness, Likeness::characters_sound, found.sound, weight);
  put(likeness, Likeness::characters_mixed, found.mixed, weight);
  put(likeness, Likeness::characters_part, found.part, weight);
}

void Scorer::Impl::compare_letters(const NameView& other, WordLikeness& likeness) {
  const NameView own = query.comparable.view();
  if (own.latin.empty() || other.latin.empty()) return;
  const LetterLikeness found = letters.match(other);
  const float weight = element_weight(latin_units(own), all_units(own), latin_units(other), all_units(other));
  put(likeness, Likeness::letters_look, found.look, weight);
  put(likeness, Likeness::letters_sound, found.sound, weight);
  put(likeness, Likeness::letters_mixed, found.mixed, weight);
  put(likeness, Likeness::letters_part, found.part, weight);
}

void Scorer::Impl::compare(const NameView& other, Element element, WordLikeness& likeness) {
  switch (element) {
    case Element::characters: return compare_characters(other, likeness);
    case Element::letters: return compare_letters(other, likeness);
    case Element::across: return put(likeness, Likeness::across_sound, other_script.match(other), weights::romanised);
    case Element::meaning: return put(likeness, Likeness::meaning, meaning->match(other), 1);
  }
}

WordLikeness Scorer::likeness(const NameView& other) {
  WordLikeness likeness;
  if (impl_->query.comparable.skeleton.empty() || other.skeleton.empty()) return likeness;
  if (impl_->query.comparable.skeleton == other.skeleton) return WordLikeness::same();
  impl_->count_name();
  for (const Element element : {Element::characters, Element::letters, Element::across, Element::meaning})
    impl_->compare(other, element, likeness);
  return likeness;
}

WordLikeness Scorer::likeness(const NameView& other, Element element) {
  WordLikeness likeness;
  if (impl_->query.comparable.skeleton.empty() || other.skeleton.empty()) return likeness;
  if (impl_->query.comparable.skeleton == other.skeleton) return WordLikeness::same();
  impl_->compare(other, element, likeness);
  return likeness;
}

AspectScores Scorer::score_words(const NameView& other) { return aspects_of(likeness(other)); }

std::optional<float> Scorer::score_logo(const Fingerprint& other) const {
  if (!impl_->logo) return {};
  return impl_->logo->match(other).score;
}

AspectScores Scorer::score(const Subject& other) {
  const NameView name = other.comparable.view();
  WordLikeness words = likeness(name);
  if (words != WordLikeness::same()) words[Likeness::meaning] = std::max(words[Likeness::meaning], impl_->meaning->rendered(name));
  return aspects_of(words, other.logo ? score_logo(*other.logo) : std::nullopt);
}

std::vector<Evidence> Scorer::explain(const Subject& other, const AspectScores& scores) const {
  return evidence_of(impl_->query, other, scores, *impl_->meaning);
}

Examination Scorer::examine(const Subject& other, const AspectScores& scores) const {
  return examination_of(impl_->query, other, scores, *impl_->meaning);
}

AspectScores score(const Subject& a, const Subject& b, const Dictionary& dictionary) { return Scorer(a, dictionary).score(b); }

}  // namespace marque
