#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/text/normalize.hpp"

namespace marque {

/// A stretch of Chinese characters that the cut found to be one word, or one character that belongs to none.
struct Piece {
  std::size_t position = 0;
  std::u32string_view text;
  bool known = false;

  bool operator==(const Piece&) const = default;
};

/// Cuts Chinese into words. The dictionary holds all names of divisions, barred names and their exceptions, foreign
/// places and common words (lib/law/data). Of all cuts the one with the fewest characters outside a word wins, then
/// the one with the fewest pieces, then the one with more names of provinces and prefectures, then the one whose
/// last words are longest, because in a mark the word of the trade stands last (盛海门窗 is 门窗). Views into `han`.
/// O(length × longest word).
std::vector<Piece> cut_words(std::u32string_view han);

/// The words of a name, stretch by stretch: Chinese with letters or digits between is never joined. Generic parts
/// of the name (牌) count as words. Positions in `name.han`, views into it.
std::vector<Piece> cut_words(const NormalForm& name);

/// Neighbouring words of letters that together spell a name (`HONG KONG`).
struct LetterRun {
  std::size_t position = 0;   ///< in `name.letters`
  std::u32string text;
};

/// The runs of at most `most` words that `known` knows, from the left, the longest first, none inside another.
std::vector<LetterRun> letter_runs(const NormalForm& name, std::size_t most,
                                   const std::function<bool(const std::u32string&)>& known);

/// Whether the distinctive words of a name are nothing but `text`: its Chinese, with letters that at most spell it …
bool is_whole_han(const NormalForm& name, std::u32string_view text);
/// … or its letters, without Chinese.
bool is_whole_letters(const NormalForm& name, std::u32string_view text);

}  // namespace marque
