#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// The rule by which a word says nothing of its own (W12 place, W13 description, W14 modifying word:
/// data/weak_words.tsv); null where it does.
const std::string* weak_rule(std::u32string_view word);

/// Whether a word says what is sold or done, or where: goods, services, a trade (W13), a hotel (W12).
bool says_what_is_sold(std::u32string_view word);

/// The rules by which all of a stretch says nothing of its own, in the order of its words, W12 for the name of an administrative division, W11
/// for a generic word; none where some of it does. Words of letters are joined.
std::vector<std::string> rules_of_weak(std::u32string_view stretch);

/// What is left of Chinese characters without weak words at their end and names of divisions at their beginning, two at least.
std::u32string_view distinctive_part(std::u32string_view han);

/// How many characters of a stretch belong to words that say nothing of their own: weak words, generic words (牌) and
/// names of administrative divisions (北京), cut from the left, the longest first. Takes a microsecond.
std::size_t weak_characters(std::u32string_view stretch);

/// How many letters of a stretch belong to such words of at least `least` letters, cut likewise.
std::size_t weak_letters(std::u32string_view stretch, std::size_t least);

}  // namespace marque
