#include "marque/text/meaning.hpp"

#include <algorithm>
#include <cstdint>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"

MARQUE_EMBEDDED(marque_glosses)

namespace marque {

namespace {

// Where a character's words stand in the embedded table.
struct WordList {
  std::uint32_t first : 24;
  std::uint32_t length : 8;
};

const CodePointMap<WordList>& word_lists() {
  static const CodePointMap<WordList> map = [] {
    CodePointMap<WordList> built;
    for_each_row(embedded(marque_glosses, marque_glosses_end), [&](const auto& row) {
      const auto first = static_cast<std::uint32_t>(row[1].data() - marque_glosses);
      built.set((*decode_utf8(row[0]))[0], {first & 0xFFFFFF, static_cast<std::uint8_t>(row[1].size())});
    });
    return built;
  }();
  return map;
}

// Calls `take(word)` for each gloss until it returns true; whether it did.
template <class Take>
bool any_gloss(char32_t character, Take&& take) {
  const WordList list = word_lists()[character];
  std::string_view rest(marque_glosses + list.first, list.length);
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (take(word)) return true;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return false;
}

template <class One, class Other>
bool starts_alike(const One& one, const Other& other, std::size_t length) {
  for (std::size_t at = 0; at < length; ++at) {
    if (static_cast<char32_t>(one[at]) != static_cast<char32_t>(other[at])) return false;
  }
  return true;
}

template <class Word>
bool ends(const Word& word, std::string_view ending) {
  if (word.size() < ending.size()) return false;
  return starts_alike(word.substr(word.size() - ending.size()), ending, ending.size());
}

// Whether `plural` is the other word with s, es, or ies for y.
template <class One, class Other>
bool is_plural(const One& plural, const Other& singular) {
  const std::size_t length = singular.size();
  if (plural.size() == length + 1) return ends(plural, "s") && starts_alike(plural, singular, length);
  if (plural.size() != length + 2) return false;
  if (ends(plural, "ies") && ends(singular, "y")) return starts_alike(plural, singular, length - 1);
  return ends(plural, "es") && starts_alike(plural, singular, length);
}

bool same_word(std::string_view gloss, std::u32string_view word) {
  if (gloss.size() == word.size()) return starts_alike(gloss, word, gloss.size());
  return is_plural(gloss, word) || is_plural(word, gloss);
}

bool translates(char32_t character, std::u32string_view word) {
  return any_gloss(character, [&](std::string_view gloss) { return same_word(gloss, word); });
}

}  // namespace

std::vector<std::string_view> glosses(char32_t character) {
  std::vector<std::string_view> words;
  any_gloss(character, [&](std::string_view word) {
    words.push_back(word);
    return false;
  });
  return words;
}

float gloss_similarity(std::u32string_view han, std::span<const std::u32string> words) {
  if (han.empty() || words.empty()) return 0;
  const auto translated = std::count_if(han.begin(), han.end(), [&](char32_t character) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return translates(character, word); });
  });
  if (translated == 0) return 0;
  const auto explained = std::count_if(words.begin(), words.end(), [&](const auto& word) {
    return std::any_of(han.begin(), han.end(), [&](char32_t character) { return translates(character, word); });
  });
  const float characters = static_cast<float>(translated) / static_cast<float>(han.size());
  const float english = static_cast<float>(explained) / static_cast<float>(words.size());
  return 2 * characters * english / (characters + english);
}

}  // namespace marque
