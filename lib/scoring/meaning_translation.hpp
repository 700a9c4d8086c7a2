#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scoring/meaning_cover.hpp"
#include "scoring/meaning_words.hpp"
#include "text/dictionary_numbers.hpp"

namespace marque {

/// How the words of a name (meaning_words()) translate the parts of a Chinese one: by a gloss of a part, by a close kin
/// of one, and by two glosses written solid (redbull). Empty where the name is longer than longest_meaning_han.
std::vector<TranslatedPart> translated_parts(std::u32string_view han, const std::vector<std::string>& words, const DictionaryNumbers& book);

/// How well parts translate a name of `characters` by `words`: as a whole, or part by part.
Cover translation_score(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words);

/// What the parts of a translation are weighed by; for keys that many names are looked up by (meaning_keys.hpp).
namespace translation {

/// A gloss by its rank among those of its word.
float rank_likeness(unsigned rank);

/// What the noun alone says of a gloss of several words, `family` being how many glosses share the noun; 0: nothing.
float partial_likeness(std::size_t family);

/// A word written solid of two glosses.
constexpr std::size_t shortest_half = 3;   // letters
constexpr unsigned solid_ranks = 2;        // halves are read in their first senses
bool is_half(std::string_view word);

/// Calls take(word) for each word of a head.
template <class Take>
void for_each_word(std::string_view head, Take&& take) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find(' '), head.size());
    take(head.substr(0, end));
    head.remove_prefix(std::min(head.size(), end + 1));
  }
}

/// The places of all words of a head in a name; 0 where one is missing.
std::uint8_t places(std::string_view head, const std::vector<std::string>& words);

}  // namespace translation

}  // namespace marque
