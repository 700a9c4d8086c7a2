#include "scoring/letter_text.hpp"

#include <algorithm>
#include <string>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"

MARQUE_EMBEDDED(marque_letter_classes)
MARQUE_EMBEDDED(marque_letter_joins)
MARQUE_EMBEDDED(marque_letter_shapes)

namespace marque {

namespace {

/// Letters by number, and for two of them the letter that they read as.
struct Alphabet {
  Alphabet() {
    for_each_row(embedded(marque_letter_classes, marque_letter_classes_end),
                 [&](const auto& row) { number(row[1]); });
    for_each_row(embedded(marque_letter_shapes, marque_letter_shapes_end), [&](const auto& row) {
      number(row[0]);
      number(row[1]);
    });
    for_each_row(embedded(marque_letter_joins, marque_letter_joins_end), [&](const auto& row) {
      const std::u32string two = *decode_utf8(row[1]);
      joined[codes[two[0]] * letter_codes + codes[two[1]]] = codes[(*decode_utf8(row[0]))[0]];
      begins_join[codes[two[0]]] = true;
    });
  }

  LetterCode joined_of(LetterCode before, LetterCode letter) const {
    return begins_join[before] ? joined[before * letter_codes + letter] : LetterCode{0};
  }

  void number(std::string_view text) {
    const std::u32string points = *decode_utf8(text);
    for (const char32_t letter : points) {
      if (codes[letter] != 0 || count + 1u >= letter_codes) continue;
      codes.set(letter, ++count);
      letters[count] = letter;
    }
  }

  CodePointMap<LetterCode> codes;
  std::array<char32_t, letter_codes> letters{};
  LetterCode count = 0;
  std::array<LetterCode, letter_codes * letter_codes> joined{};
  std::array<bool, letter_codes> begins_join{};
};

const Alphabet& alphabet() {
  static const Alphabet letters;
  return letters;
}

}  // namespace

LetterCode code_of(char32_t letter) noexcept { return alphabet().codes[letter]; }

char32_t letter_of(LetterCode code) noexcept { return alphabet().letters[code]; }

LetterCode joined_of(LetterCode before, LetterCode letter) noexcept { return alphabet().joined_of(before, letter); }

bool begins_joined(LetterCode letter) noexcept { return alphabet().begins_join[letter]; }

LetterText::LetterText(std::u32string_view text) noexcept : size_(std::min(text.size(), compared_letters)) {
  const Alphabet& letters = alphabet();
  LetterCode before = 0;
  for (std::size_t at = 0; at < size_; ++at) {
    points_[at] = text[at];
    const LetterCode code = codes_[at] = letters.codes[text[at]];
    joined_[at] = letters.joined_of(before, code);
    has_joined_ |= joined_[at] != 0;
    before = code;
  }
}

}  // namespace marque
