#pragma once

#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/sequence.hpp"

namespace marque {

/// The letters of two names by look (look-alike letters, swaps, containment, order of words) and by sound
/// (`phones`). Symmetric.
SequenceScores score_letters(const NameView& a, const NameView& b);

/// 1 − weighted edit distance / longer length: substitutions cost by the likeness of the letters, a swap of
/// neighbours by weights.hpp.
float letter_look(std::u32string_view a, std::u32string_view b);

/// How well letters spell a Chinese text in pinyin, over every choice of readings, in [0,1].
float romanised_similarity(std::u32string_view han, std::u32string_view letters);

/// Whether one text of letters is the other with its front and back exchanged, each of at least three letters, or
/// the same words in another order.
bool words_reordered(const NameView& a, const NameView& b);

std::vector<std::u32string_view> split_words(std::u32string_view words);

}  // namespace marque
