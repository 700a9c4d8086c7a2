#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace marque {

/// Characters [begin, end) of a Chinese name translated by some words of the other (a bit a word).
struct TranslatedPart {
  std::uint8_t begin = 0, end = 0;
  std::uint8_t words = 0;
  float likeness = 0;
  std::string gloss;  ///< what they meet in
};

/// The best way to translate a name part by part.
struct Cover {
  float score = 0;                   ///< share of the characters, weighed by likeness, times share of the words
  std::vector<std::size_t> chosen;   ///< indices of the parts, in the order of the characters
};

/// No character and no word is used twice. `characters` at most longest_meaning_han, `words` at most
/// most_meaning_words. O(parts × 2^words).
Cover best_cover(std::span<const TranslatedPart> parts, std::size_t characters, std::size_t words);

}  // namespace marque
