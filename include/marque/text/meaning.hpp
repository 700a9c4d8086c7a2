#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// The English words that a Chinese character's definition gives, lower case, at most eight, in the order of
/// the senses: 羊 gives sheep, goat. Empty where none is known; asked for in standard form (NormalForm::han).
/// Source: Unihan kDefinition, notes and function words removed. The views live as long as the program.
std::vector<std::string_view> glosses(char32_t character);

/// How alike in meaning 含义 a Chinese and an English text are, in [0,1]: the harmonic mean of the share of the
/// characters that one of the words translates and the share of the words that translate a character. A plural
/// is one word with its singular. Both in skeleton form (see NormalForm); `words` are the words of letters.
/// O(characters × words).
float gloss_similarity(std::u32string_view han, std::span<const std::u32string> words);

}  // namespace marque
