#include "text/homographs.hpp"

#include <algorithm>

#include "text/lexicon_image.hpp"

namespace marque {

std::string spellings_of(std::string_view words) {
  std::string text;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size() - 1) + 1;
    const std::string_view word = words.substr(0, end);
    const bool marked = std::any_of(lexicon_image::languages_known.begin(), lexicon_image::languages_known.end(),
                                    [&](std::string_view language) { return word.starts_with(language) && word.substr(language.size()).starts_with(':'); });
    text += marked ? spelling_of(word) : word;
    words.remove_prefix(end);
  }
  return text;
}

}  // namespace marque
