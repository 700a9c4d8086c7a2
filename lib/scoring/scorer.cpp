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

/// Elements of a mark that were compared, as shares of the two marks.
float element_weight(float part_a, float total_a, float part_b, float total_b) {
  const float share = std::min(part_a / total_a, part_b / total_b);
  if (share >= 1) return 1;
  return weights::unmatched_element * std::min(1.0f, share / weights::negligible_element);
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

WordLikeness Scorer::likeness(const NameView& other) {
  WordLikeness likeness;
  const NameView own = impl_->query.comparable.view();
  if (own.skeleton.empty() || other.skeleton.empty()) return likeness;
  if (own.skeleton == other.skeleton) return WordLikeness::same();
  impl_->count_name();

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
  put(Likeness::meaning, impl_->meaning->match(other), 1);
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

std::vector<Evidence> Scorer::explain(const Subject& other, const AspectScores& scores) const {
  return evidence_of(impl_->query, other, scores, *impl_->meaning);
}

Examination Scorer::examine(const Subject& other, const AspectScores& scores) const {
  return examination_of(impl_->query, other, scores, *impl_->meaning);
}

AspectScores score(const Subject& a, const Subject& b, const Dictionary& dictionary) { return Scorer(a, dictionary).score(b); }

}  // namespace marque
