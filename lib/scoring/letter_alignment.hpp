#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scoring/letter_text.hpp"

namespace marque {

/// Likenesses of names in letters are whole 255ths, and the credits that make them whole units: the same on every machine.
inline constexpr int full_likeness = 255;
inline constexpr int letter_unit = 32;

/// By which table two texts are compared.
enum class LetterView : std::uint8_t { look, sound };

/// What a unit of a text (LetterSignature::units) weighs.
constexpr int unit_of(LetterView view) noexcept { return view == LetterView::look ? letter_unit : letter_unit / 2; }

/// What a text has against itself in aligned_likeness(), and what any has at least whose letters weigh `weight`.
int credit_with_itself(LetterView view, std::u32string_view text, int weight) noexcept;
int least_credit_with_itself(LetterView view, int weight) noexcept;

/// What matching begins and ends add for two texts at most.
int credit_of_ends(LetterView view, std::u32string_view a, std::u32string_view b) noexcept;
inline constexpr int most_credit_of_ends = letter_unit;

/// Two texts aligned so that the credits of the letters that match are the most they can be, each raised by half where
/// the letters before it match too: what stays together counts more than what is strewn. Beginning and end of a text
/// match like letters, the beginning more. Swapped neighbours count in part, and by look
/// joined letters (rn for m), a letter doubled in one text and another letter in place of one. Twice the sum, by what the two
/// have against themselves (`whole`, of both): 255 for the same text only. Symmetric; O(|a|·|b|), without allocation.
int aligned_likeness(LetterView view, const LetterText& a, const LetterText& b, int whole) noexcept;

/// The likeness of texts whose credits sum up to `credit`, and the least sum that reaches a likeness.
int likeness_of(int credit, int whole) noexcept;
int least_credit(int likeness, int whole) noexcept;

/// What aligned_likeness() is at most where the credits of the letters that match sum up to no more than `credit`, those
/// of letters in place of others and of doubled ones to no more than `other`.
int likeness_bound(int credit, int other, int ends, int whole) noexcept;

/// What a letter doubled in one text adds.
inline constexpr int doubled_credit = letter_unit * 3 / 8;

/// What letters that weigh so much add at most, each raised.
constexpr int raised(int credit) noexcept { return credit + credit / 2; }

/// What a letter that begins or ends both texts adds besides, by what it counts as a match: the first is read first.
constexpr int at_begin(int credit) noexcept { return credit * 3 / 8; }
constexpr int at_end(int credit) noexcept { return credit * 5 / 8; }

/// What letters count for by their codes: a row of `letter_codes` for each.
struct LetterCredits {
  using Pairs = std::array<std::uint8_t, letter_codes * letter_codes>;

  std::array<std::uint8_t, letter_codes> weights{};   // what a letter counts as a match with itself
  Pairs matched{}, in_place{};                        // of letters that match; of others in the same place
};
const LetterCredits& letter_credits(LetterView view) noexcept;

/// What two neighbours add that have changed places.
int swapped_credit(const LetterCredits& credits, LetterCode a, LetterCode b) noexcept;

}  // namespace marque
