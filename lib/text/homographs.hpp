#pragma once

#include <string>
#include <string_view>

namespace marque {

/// A word that English has too, in another sense: chat, a cat in French. The lexicon knows it in its language as `fr:chat`, which no
/// name can spell.
inline std::string in_language(std::string_view language, std::string_view word) {
  return std::string(language) + ':' + std::string(word);
}

/// The word as names spell it.
inline std::string_view spelling_of(std::string_view word) { return word.substr(word.find(':') + 1); }

/// The same of words with spaces between, and what stands between them.
std::string spellings_of(std::string_view words);

}  // namespace marque
