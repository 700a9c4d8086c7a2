#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

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
  unsigned units = 0;   ///< bits in all: the length that sounds are bounded by
  unsigned light = 0;   ///< light phones, of which each counts a little for any other

  /// Of the first compared_letters of a text.
  LetterSignature(LetterView view, std::u32string_view text) noexcept;

  unsigned common_with(const LetterSignature& other) const noexcept;
};

/// Where the letters of a text stand, class by class: how many units it has in common with another in the same order.
class LetterOrder {
 public:
  LetterOrder(LetterView view, std::u32string_view text) noexcept;

  /// Longest common subsequence of the first compared_letters in units, the light phones by themselves. (Bit-parallel
  /// rows after Hyyrö 2004.)
  unsigned common_with(std::u32string_view other) const noexcept;

 private:
  static constexpr std::size_t most_classes = 64;
  LetterView view_;
  std::array<std::uint64_t, most_classes> places_{};
};

}  // namespace marque
