#pragma once

#include <span>
#include <string_view>
#include <vector>
#include <string>

namespace marque {

/// The English words that a Chinese character's definition gives, lower case, commonest senses first:
/// 羊 gives sheep, goat. Empty where none is known. Source: Unihan kDefinition, function words removed.
/// The span lives as long as the program.
std::vector<std::string_view> glosses(char32_t character);

/// How alike in meaning 含义 a Chinese and an English text are, in [0,1]: the share of the characters that a
/// word of `english` translates, weighed against the share of the words so explained. Both in skeleton
/// form (see NormalForm); `words` are the words of letters.
float gloss_similarity(std::u32string_view han, std::span<const std::u32string> words);

}  // namespace marque
