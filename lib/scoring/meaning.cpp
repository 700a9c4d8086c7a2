#include "scoring/meaning.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_filter.hpp"
#include "scoring/meaning_synonyms.hpp"
#include "scoring/meaning_translation.hpp"
#include "scoring/meaning_weights.hpp"
#include "scoring/rendering.hpp"
#include "scoring/weak_words.hpp"
#include "scoring/weights.hpp"
#include "text/number_words.hpp"

namespace marque {

namespace {

/// Other elements beside those compared: letters beside characters, or the reverse.
float beside(const NameView& a, const NameView& b, bool han_a, bool han_b) {
  const auto has_more = [](const NameView& name, bool han) { return !name.figures_alone() && !(han ? name.latin : name.han).empty(); };
  const bool more = has_more(a, han_a) || has_more(b, han_b);
  return more ? weights::unmatched_element : 1;
}

std::string words_at(const std::vector<std::string>& words, std::uint8_t mask) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if ((mask >> at & 1) != 0) text += (text.empty() ? "" : " ") + words[at];
  }
  return text;
}

/// Of characters (the query) and words.
std::vector<MeaningLink> links_of(const std::vector<TranslatedPart>& parts, const Cover& cover, std::u32string_view han,
                                  const std::vector<std::string>& words) {
  std::vector<MeaningLink> links;
  for (const std::size_t index : cover.chosen) {
    const TranslatedPart& part = parts[index];
    links.push_back({encode_utf8(han.substr(part.begin, part.end - std::size_t{part.begin})), words_at(words, part.words), part.gloss,
                     Kinship::synonym, part.likeness});
  }
  return links;
}

std::vector<MeaningLink> turned(std::vector<MeaningLink> links) {
  for (MeaningLink& link : links) std::swap(link.query, link.other);
  return links;
}

constexpr std::string_view numeral_name = "Unihan", lexicon_name = "WordNet 3.0", foreign_name = "CLDR 41", spanish_name = "Reina-Valera 1909";

/// What tells of the words of other languages.
std::string foreign_sources(const std::vector<MeaningLink>& links) {
  bool foreign = false, spanish = false;
  for (const MeaningLink& link : links) {
    for (const std::string* text : {&link.query, &link.other}) {
      translation::for_each_word(*text, [&](std::string_view word) {
        const auto languages = languages_of(word);
        foreign = foreign || !languages.empty();
        spanish = spanish || std::find(languages.begin(), languages.end(), "es") != languages.end();
      });
    }
  }
  return (foreign ? ", " + std::string(foreign_name) : "") + (spanish ? ", " + std::string(spanish_name) : "");
}

bool is_ascii(std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }); }

/// Whether the words meet by kinship, not in a gloss that has them (apart or written solid).
bool by_kinship(const MeaningLink& link) {
  if (link.through.empty()) return false;
  if (link.through.find('~') != std::string::npos) return true;
  const auto solid = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  const std::string gloss = solid(link.through), word = solid(is_ascii(link.query) ? link.query : link.other);
  return is_ascii(word) && gloss.find(word) == std::string::npos;
}

/// Of characters (the query) and letters.
std::vector<MeaningLink> links_of(const Rendering& rendering, std::u32string_view han, std::u32string_view letters) {
  const MeaningLink front{encode_utf8(han.substr(0, rendering.han_cut)), encode_utf8(letters.substr(0, rendering.letters_cut)), {}, Kinship::none, 0};
  const MeaningLink back{encode_utf8(han.substr(rendering.han_cut)), encode_utf8(letters.substr(rendering.letters_cut)), {}, Kinship::none, 0};
  std::vector<MeaningLink> links{front, back};
  MeaningLink &meant = links[rendering.meaning_first ? 0 : 1], &heard = links[rendering.meaning_first ? 1 : 0];
  meant.through = rendering.gloss;
  meant.kinship = Kinship::synonym;
  meant.likeness = rendering.meaning;
  heard.likeness = rendering.sound;
  heard.by_sound = true;
  return links;
}

/// The numbers that both names have and write otherwise.
std::vector<MeaningLink> links_of_numbers(std::u32string_view words, std::u32string_view other_words) {
  std::vector<MeaningLink> links;
  const auto others = written_numbers(other_words);
  for (const WrittenNumber& own : written_numbers(words)) {
    const auto other = std::find_if(others.begin(), others.end(), [&](const WrittenNumber& one) { return one.word == own.word; });
    if (other != others.end() && other->written != own.written) links.push_back({own.written, other->written, own.word, Kinship::same, 1, true});
  }
  return links;
}

/// The numerals that two names of characters write otherwise (壹, 一), where that is all they differ in.
std::vector<MeaningLink> links_of_numerals(std::u32string_view a, std::u32string_view b) {
  std::vector<MeaningLink> links;
  if (a.size() != b.size()) return links;
  for (std::size_t at = 0; at < a.size(); ++at) {
    if (a[at] == b[at]) continue;
    if (!same_numeral(a[at], b[at])) return {};
    links.push_back({encode_utf8(a.substr(at, 1)), encode_utf8(b.substr(at, 1)), {}, Kinship::same, 1, true});
  }
  return links;
}

std::vector<MeaningLink> links_of(const Swap& swap) {
  if (swap.a.empty()) return {};
  return {{swap.a, swap.b, swap.through, swap.kinship, swap.score}};
}

}  // namespace

struct MeaningMatcher::Impl {
  Impl(const NameView& name, const Dictionary& book) : dictionary(book), numbers(dictionary), own_words(meaning_words(name.words)) {
    query.skeleton = name.skeleton;
    query.han = name.han;
    query.core_han = name.core_han;
    query.latin = name.latin;
    query.core_latin = name.core_latin;
    query.words = name.words;
  }

  void look_up_keys() {
    keys.emplace(query.view(), own_words, dictionary);
    filter.emplace(*keys);
  }

  template <class Take>
  void for_each_view(const NameView& other, Take&& take) const;
  std::optional<Rendering> rendered(const NameView& other) const;
  MeaningEvidence renumbered(const NameView& other) const;
  MeaningRelation relation(const NameView& other, float score) const;
  bool clear(const NameView& name) const;
  MeaningLink sense(std::u32string_view core_han, const std::vector<std::string>& name_words) const;
  std::string source(const std::vector<MeaningLink>& links) const;

  ComparableName query;
  Dictionary dictionary;
  DictionaryNumbers numbers;
  std::vector<std::string> own_words;
  std::optional<MeaningKeys> keys;
  std::optional<MeaningFilter> filter;
};

/// Calls take(score, links) for each pair of elements that says something; `links` is a function, since most callers
/// want the score alone.
template <class Take>
void MeaningMatcher::Impl::for_each_view(const NameView& other, Take&& take) const {
  const NameView own = query.view();
  const bool own_figures = own.figures_alone(), other_figures = other.figures_alone();   // they are words to words, characters to characters
  if (!other.core_han.empty()) {
    if (!own.core_han.empty() && !(own_figures && other_figures) && (!filter || filter->may_be_name(other.core_han))) {
      if (const auto swap = chinese_swap(own.core_han, other.core_han, numbers))
        take(swap->score * beside(own, other, true, true), [&] { return links_of(*swap); });
    }
    if (!own_words.empty() && !other_figures && (!filter || filter->may_be_translated(other.core_han))) {
      const auto parts = translated_parts(other.core_han, own_words, numbers);
      const Cover cover = translation_score(parts, other.core_han.size(), own_words.size());
      take(cover.score * beside(own, other, false, true), [&] { return turned(links_of(parts, cover, other.core_han, own_words)); });
    }
  }
  if (other.words.empty()) return;
  const bool across = !own.core_han.empty() && !own_figures && (!filter || filter->may_translate(other.words));
  const bool within = !own_words.empty() && (!filter || filter->may_be_synonyms(other.words));
  if (!across && !within) return;
  const auto other_words = meaning_words(other.words);
  if (across && !other_words.empty()) {
    const auto parts = translated_parts(own.core_han, other_words, numbers);
    const Cover cover = translation_score(parts, own.core_han.size(), other_words.size());
    take(cover.score * beside(own, other, true, false), [&] { return links_of(parts, cover, own.core_han, other_words); });
  }
  if (within) {
    if (const auto swap = english_swap(own_words, other_words))
      take(swap->score * beside(own, other, false, false), [&] { return swap->a.empty() ? links_of_numbers(own.words, other.words) : links_of(*swap); });
  }
}

/// Only where either name is all characters or all letters.
std::optional<Rendering> MeaningMatcher::Impl::rendered(const NameView& other) const {
  const NameView own = query.view();
  const bool characters_and_letters = own.latin.empty() && other.han.empty() && !other.core_latin.empty();
  const bool letters_and_characters = own.han.empty() && other.latin.empty() && !own.core_latin.empty();
  if (characters_and_letters) return rendering(own.core_han, other.core_latin, numbers);
  if (letters_and_characters) return rendering(other.core_han, own.core_latin, numbers);
  return {};
}

/// Scores 0 where the names differ in more than how their numerals are written.
MeaningEvidence MeaningMatcher::Impl::renumbered(const NameView& other) const {
  const NameView own = query.view();
  auto links = links_of_numerals(own.core_han, other.core_han);
  if (links.empty()) return {};
  return {weights::unequal_cap * beside(own, other, true, true), MeaningRelation::same, std::move(links), {}};
}

bool MeaningMatcher::Impl::clear(const NameView& name) const {
  if (!name.core_han.empty()) return !numbers.glosses(name.core_han).empty();
  const bool has_digits = name.core_latin.find_first_of(U"0123456789") != std::u32string_view::npos;   // 7UP does not mean "up"
  return !has_digits && in_english_words(name.words);
}

MeaningRelation MeaningMatcher::Impl::relation(const NameView& other, float score) const {
  if (score >= weights::same_meaning) return MeaningRelation::same;
  if (score > 0) return MeaningRelation::related;
  const auto other_words = meaning_words(other.words);
  const bool in_common = std::any_of(own_words.begin(), own_words.end(), [&](const std::string& word) {
    return std::find(other_words.begin(), other_words.end(), word) != other_words.end() && weak_rule(std::u32string(word.begin(), word.end())) == nullptr;
  });
  const bool known = clear(query.view()) && clear(other) && !in_common;
  return known ? MeaningRelation::different_clear : MeaningRelation::unknown;
}

/// A clear name, of characters with its first glosses.
MeaningLink MeaningMatcher::Impl::sense(std::u32string_view core_han, const std::vector<std::string>& name_words) const {
  constexpr std::size_t most = 2;
  MeaningLink link;
  link.kinship = Kinship::same;
  link.query = encode_utf8(core_han);
  const auto heads = numbers.glosses(core_han);
  for (const auto head : heads.first(std::min(most, heads.size()))) link.other += (link.other.empty() ? "" : ", ") + std::string(numbers.head(head));
  if (!core_han.empty()) return link;
  for (const std::string& word : name_words) link.query += (link.query.empty() ? "" : " ") + word;
  return link;
}

std::string MeaningMatcher::Impl::source(const std::vector<MeaningLink>& links) const {
  const bool chinese = std::any_of(links.begin(), links.end(), [](const auto& link) { return !is_ascii(link.query) || !is_ascii(link.other); });
  const bool kin = std::any_of(links.begin(), links.end(), by_kinship);
  std::string text = chinese ? dictionary.edition() : "";
  const bool by_number = std::all_of(links.begin(), links.end(), [](const auto& link) { return link.by_number; });
  if (by_number && !links.empty()) return std::string(chinese ? numeral_name : foreign_name);
  if (kin || (!chinese && !links.empty())) text += (text.empty() ? "" : ", ") + std::string(lexicon_name) + foreign_sources(links);
  return text;
}

std::string_view name_of(MeaningRelation relation) noexcept {
  constexpr std::array<std::string_view, 4> names{"unknown", "different", "related", "same"};
  return names[static_cast<std::size_t>(relation)];
}

MeaningMatcher::MeaningMatcher(const NameView& query, const Dictionary& dictionary, MeaningUse use)
    : impl_(std::make_unique<Impl>(query, dictionary)) {
  if (use == MeaningUse::many_names) impl_->look_up_keys();
}
MeaningMatcher::~MeaningMatcher() = default;
MeaningMatcher::MeaningMatcher(MeaningMatcher&&) noexcept = default;
MeaningMatcher& MeaningMatcher::operator=(MeaningMatcher&&) noexcept = default;

float MeaningMatcher::match(const NameView& other) const {
  float best = 0;
  impl_->for_each_view(other, [&](float score, const auto&) { best = std::max(best, score); });
  return best > weights::least_meaning ? best : 0;
}

float MeaningMatcher::rendered(const NameView& other) const {
  const auto found = impl_->rendered(other);
  const float best = std::max(found ? found->score : 0, impl_->renumbered(other).score);
  return best > weights::least_meaning ? best : 0;
}

MeaningEvidence MeaningMatcher::explain(const NameView& other) const {
  MeaningEvidence evidence;
  impl_->for_each_view(other, [&](float score, const auto& links) {
    if (score > weights::least_meaning && score > evidence.score) evidence = {score, MeaningRelation::related, links(), {}};
  });
  if (const auto found = impl_->rendered(other); found && found->score > std::max(evidence.score, weights::least_meaning)) {
    const NameView own = impl_->query.view();
    const bool characters = !own.core_han.empty();
    auto links = links_of(*found, characters ? own.core_han : other.core_han, characters ? other.core_latin : own.core_latin);
    evidence = {found->score, MeaningRelation::related, characters ? links : turned(std::move(links)), {}};
  }
  if (MeaningEvidence numerals = impl_->renumbered(other); numerals.score > evidence.score) evidence = std::move(numerals);
  evidence.relation = impl_->relation(other, evidence.score);
  evidence.source = impl_->source(evidence.links);
  if (evidence.relation == MeaningRelation::different_clear) {
    evidence.links = {impl_->sense(impl_->query.core_han, impl_->own_words), impl_->sense(other.core_han, meaning_words(other.words))};
    evidence.source = impl_->source(evidence.links);
  }
  return evidence;
}

const MeaningKeys& MeaningMatcher::keys() const noexcept { return *impl_->keys; }

MeaningMatcher MeaningMatcher::for_many_names() const {
  return MeaningMatcher(impl_->query.view(), impl_->dictionary, MeaningUse::many_names);
}

}  // namespace marque
