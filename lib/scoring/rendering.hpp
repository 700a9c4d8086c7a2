#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/dictionary_numbers.hpp"

namespace marque {

/// Characters that render letters part by meaning, part by sound 半意半音: 星 means the star of STARBUCKS, 巴克 sounds like the rest.
struct Rendering {
  float score = 0;
  std::size_t han_cut = 0, letters_cut = 0;   ///< where the two parts of either meet
  bool meaning_first = false;
  std::string gloss;                          ///< of the part that is translated: its letters, written solid
  float meaning = 0, sound = 0;               ///< of the two parts
};

/// The best one, in the order of the letters: one part the first senses of a word, the rest alike in sound (across.hpp). Unset where there
/// is none. Takes microseconds.
std::optional<Rendering> rendering(std::u32string_view han, std::u32string_view letters, const DictionaryNumbers& book);

}  // namespace marque
