#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace marque {

/// The rule by which a word says nothing of its own (W12 place, W13 description, W14 modifying word:
/// data/weak_words.tsv); null where it does.
const std::string* weak_rule(std::u32string_view word);

/// How many characters of a stretch belong to words that say nothing of their own: weak words, generic words (牌) and
/// names of administrative divisions (北京), cut from the left, the longest first. Takes a microsecond.
std::size_t weak_characters(std::u32string_view stretch);

/// How many letters of a stretch belong to such words of at least `least` letters, cut likewise.
std::size_t weak_letters(std::u32string_view stretch, std::size_t least);

}  // namespace marque
