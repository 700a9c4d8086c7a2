#include "scoring/meaning.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_set>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_synonyms.hpp"
#include "scoring/meaning_translation.hpp"
#include "scoring/meaning_weights.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

/// Beginnings of words, to turn most names away without looking their words up. A regular ending leaves a base form
/// whole, but for a last y or e (skies, making), and ends in s, g or d.
class Beginnings {
 public:
  /// `lemma` in base form; of two words, the first counts.
  void add(std::string_view lemma) {
    const std::string_view word = lemma.substr(0, lemma.find(' '));
    add_spelling(word);
    for (const std::string_view form : irregular_forms(word)) add_spelling(form);
  }

  bool meets(std::u32string_view words) const {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(U' '), words.size());
      if (end > 0 && begins(words.substr(0, end))) return true;
      words.remove_prefix(std::min(words.size(), end + 1));
    }
    return false;
  }

 private:
  static constexpr std::size_t longest = 8;         // letters looked at
  static constexpr std::size_t longest_ending = 6;  // run: runnings, with the letter that stands for a last y or e
  static constexpr std::size_t size = 1U << 14;

  void add_spelling(std::string_view word) {
    const bool may_change = word.ends_with('y') || word.ends_with('e');
    const std::size_t length = std::min(longest, word.size() - (may_change ? 1 : 0));
    lengths_ |= 1U << length;
    std::uint32_t code = 0;
    for (const char letter : word.substr(0, length)) code = next(code, static_cast<unsigned char>(letter));
    set_.set(place(code));
  }

  bool begins(std::u32string_view word) const {
    const char32_t last = word.back();
    const bool ending = last == U's' || last == U'g' || last == U'd';
    std::uint32_t code = 0;
    for (std::size_t length = 1; length <= std::min(longest, word.size()); ++length) {
      code = next(code, word[length - 1]);
      if ((lengths_ >> length & 1U) == 0) continue;
      const std::size_t rest = word.size() - length;
      const bool may = length == longest || rest == 0 || (rest == 1 && (last == U'e' || last == U'y')) || (ending && rest <= longest_ending);
      if (may && set_[place(code)]) return true;
    }
    return false;
  }

  static std::uint32_t next(std::uint32_t code, char32_t letter) { return (code + static_cast<std::uint32_t>(letter)) * 0x9E3779B1U; }
  static std::size_t place(std::uint32_t code) { return code >> 18; }  // its upper bits, as many as `size` has

  std::uint32_t lengths_ = 0;
  std::bitset<size> set_;
};

/// Beginnings of Chinese words: the one character of a short one, two of a longer one.
class FirstCharacters {
 public:
  void add(std::u32string_view word) {
    if (word.size() == 1) set_.set(word[0] % size);
    else pairs_.set(pair(word[0], word[1]));
  }

  bool meets(std::u32string_view han) const {
    for (std::size_t at = 0; at < han.size(); ++at) {
      if (set_[han[at] % size] || (at + 1 < han.size() && pairs_[pair(han[at], han[at + 1])])) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t size = 1U << 16;  // rarer planes fold onto the first: a false alarm, never a miss
  static std::size_t pair(char32_t first, char32_t second) { return (first * 31 + second * 257) % size; }

  std::bitset<size> set_, pairs_;
};

/// The longest word of a lemma of one or two: the one an index looks for.
std::u32string key_word(std::string_view lemma) {
  const std::size_t space = std::min(lemma.find(' '), lemma.size());
  const std::string_view first = lemma.substr(0, space), second = lemma.substr(std::min(lemma.size(), space + 1));
  const std::string key = base_form(first.size() >= second.size() ? first : second);
  return {key.begin(), key.end()};
}

template <class Text>
void sort_unique(std::vector<Text>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// Other elements beside those compared: letters beside characters, or the reverse.
float beside(const NameView& a, const NameView& b, bool han_a, bool han_b) {
  const bool more = !(han_a ? a.latin : a.han).empty() || !(han_b ? b.latin : b.han).empty();
  return more ? weights::unmatched_element : 1;
}

std::string words_at(const std::vector<std::string>& words, std::uint8_t mask) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if ((mask >> at & 1) != 0) text += (text.empty() ? "" : " ") + words[at];
  }
  return text;
}

MeaningLink turned(MeaningLink link) {
  std::swap(link.query, link.other);
  return link;
}

}  // namespace

struct MeaningMatcher::Impl {
  Impl(const NameView& name, const Dictionary& dictionary);

  template <class Take>
  void for_each_view(const NameView& other, Take&& take) const;
  MeaningRelation relation(const NameView& other, const std::vector<std::string>& other_words, float score) const;
  bool clear(std::u32string_view core_han, const std::vector<std::string>& name_words) const;
  NameView view() const { return query.view(); }

  ComparableName query;
  Dictionary dictionary;
  std::vector<std::string> own_words;
  ChineseTranslator from_chinese;
  EnglishTranslator from_english;
  ChineseSynonyms synonyms;
  Beginnings across_letters, within_letters;
  FirstCharacters across_characters, within_characters;
  std::unordered_set<std::string> within_words;  // one of which an English name with a synonym holds
  std::vector<std::u32string> words, chinese;
};

MeaningMatcher::Impl::Impl(const NameView& name, const Dictionary& book)
    : dictionary(book),
      own_words(meaning_words(name.words)),
      from_chinese(name.core_han, book),
      from_english(own_words, book),
      synonyms(name.core_han, book) {
  query.han = name.han;
  query.core_han = name.core_han;
  query.latin = name.latin;
  query.words = name.words;
  for (const std::string& key : from_chinese.keys()) across_letters.add(key), words.push_back(key_word(key));
  for (const std::string& key : english_keys(own_words)) {
    within_letters.add(key);
    within_words.insert(key.substr(0, key.find(' ')));
    words.push_back(key_word(key));
  }
  for (const std::u32string& key : from_english.keys()) across_characters.add(key), chinese.push_back(key);
  for (const std::u32string& key : synonyms.keys()) within_characters.add(key), chinese.push_back(key);
  sort_unique(words);
  sort_unique(chinese);
}


namespace {

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

std::vector<MeaningLink> links_of(const Swap& swap) {
  if (swap.a.empty()) return {};
  return {{swap.a, swap.b, swap.through, swap.kinship, swap.score}};
}

}  // namespace

/// Calls take(score, links) for each pair of elements that says something; `links` is a function, since most callers
/// want the score alone.
template <class Take>
void MeaningMatcher::Impl::for_each_view(const NameView& other, Take&& take) const {
  const NameView own = view();
  if (!other.core_han.empty()) {
    if (!own.core_han.empty() && (other.core_han == own.core_han || within_characters.meets(other.core_han))) {
      if (const auto swap = synonyms.match(other.core_han))
        take(swap->score * beside(own, other, true, true), [&] { return links_of(*swap); });
    }
    if (!own_words.empty() && across_characters.meets(other.core_han)) {
      const auto parts = from_english.parts(other.core_han);
      const Cover cover = translation_score(parts, other.core_han.size(), own_words.size());
      take(cover.score * beside(own, other, false, true), [&] {
        auto links = links_of(parts, cover, other.core_han, own_words);
        std::transform(links.begin(), links.end(), links.begin(), turned);
        return links;
      });
    }
  }
  if (other.words.empty()) return;
  const bool across = !own.core_han.empty() && across_letters.meets(other.words);
  const bool within = !own_words.empty() && within_letters.meets(other.words);
  if (!across && !within) return;
  const auto other_words = meaning_words(other.words);
  if (across && !other_words.empty()) {
    const auto parts = from_chinese.parts(other_words);
    const Cover cover = translation_score(parts, own.core_han.size(), other_words.size());
    take(cover.score * beside(own, other, true, false), [&] { return links_of(parts, cover, own.core_han, other_words); });
  }
  if (within && std::any_of(other_words.begin(), other_words.end(), [&](const auto& word) { return within_words.contains(word); })) {
    if (const auto swap = english_swap(own_words, other_words))
      take(swap->score * beside(own, other, false, false), [&] { return links_of(*swap); });
  }
}

bool MeaningMatcher::Impl::clear(std::u32string_view core_han, const std::vector<std::string>& name_words) const {
  if (!core_han.empty()) return !dictionary.glosses(core_han).empty();
  return !name_words.empty() && std::all_of(name_words.begin(), name_words.end(), [](const auto& word) { return is_english(word); });
}

MeaningRelation MeaningMatcher::Impl::relation(const NameView& other, const std::vector<std::string>& other_words, float score) const {
  if (score >= weights::same_meaning) return MeaningRelation::same;
  if (score > 0) return MeaningRelation::related;
  const bool known = clear(query.core_han, own_words) && clear(other.core_han, other_words);
  return known ? MeaningRelation::different_clear : MeaningRelation::unknown;
}

std::string_view name_of(MeaningRelation relation) noexcept {
  constexpr std::array<std::string_view, 4> names{"unknown", "different", "related", "same"};
  return names[static_cast<std::size_t>(relation)];
}

MeaningMatcher::MeaningMatcher(const NameView& query, const Dictionary& dictionary)
    : impl_(std::make_unique<Impl>(query, dictionary)) {}
MeaningMatcher::~MeaningMatcher() = default;
MeaningMatcher::MeaningMatcher(MeaningMatcher&&) noexcept = default;
MeaningMatcher& MeaningMatcher::operator=(MeaningMatcher&&) noexcept = default;

float MeaningMatcher::match(const NameView& other) const {
  float best = 0;
  impl_->for_each_view(other, [&](float score, const auto&) { best = std::max(best, score); });
  return best >= weights::least_meaning ? best : 0;
}

MeaningEvidence MeaningMatcher::explain(const NameView& other) const {
  MeaningEvidence evidence;
  impl_->for_each_view(other, [&](float score, const auto& links) {
    if (score >= weights::least_meaning && score > evidence.score) evidence = {score, MeaningRelation::related, links()};
  });
  evidence.relation = impl_->relation(other, meaning_words(other.words), evidence.score);
  return evidence;
}

std::span<const std::u32string> MeaningMatcher::words() const noexcept { return impl_->words; }
std::span<const std::u32string> MeaningMatcher::chinese() const noexcept { return impl_->chinese; }

}  // namespace marque
