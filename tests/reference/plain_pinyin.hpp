#pragma once

#include <string>
#include <string_view>

#include "marque/text/readings.hpp"

namespace reference {

/// A text as search engines commonly romanise it: every character by its commonest reading alone, without tone; all
/// else as it stands, ASCII in lower case.
inline std::u32string plain_pinyin(std::u32string_view text) {
  std::u32string pinyin;
  for (const char32_t c : text) {
    const auto readings = marque::readings(c);
    if (readings.empty()) {
      pinyin += c >= U'A' && c <= U'Z' ? c + 32 : c;
      continue;
    }
    for (const char letter : marque::spelling(readings[0].syllable)) pinyin += static_cast<char32_t>(letter);
  }
  return pinyin;
}

}  // namespace reference
