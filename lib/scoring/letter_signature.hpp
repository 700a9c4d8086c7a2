#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "scoring/letter_alignment.hpp"
#include "scoring/letter_text.hpp"

namespace marque {

/// The classes of data/letter_classes.tsv; `no_class` for a letter that has none in that view. A letter of another
/// alphabet is in the look class of the Latin letter or digit it looks most like.
inline constexpr std::uint8_t no_class = 0xFF;
std::uint8_t look_class(LetterCode code) noexcept;
std::uint8_t voicing_class(LetterCode code) noexcept;
bool is_light(LetterCode code) noexcept;

/// All letters that have a code.
std::span<const char32_t> coded_letters() noexcept;

/// A text as a set of bits, each class as often as its letters occur, up to the bits it has. By look a letter is one bit;
/// by sound one for every half `letter_unit` of its weight. Letters without a class go by their code point.
struct LetterSignature {
  std::uint64_t bits = 0;
  unsigned lost = 0;    ///< bits that found no room

  LetterSignature(LetterView view, const LetterText& text) noexcept;
};

}  // namespace marque
