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

/// One letter of the text that goes down an alignment.
struct DownLetter {
  char32_t point = 0;
  LetterCode code = 0, joined = 0;   ///< joined_of() the one before and this one
};

/// A row of an alignment: the best up to each letter of the text across, and the best of those that end in matching it.
struct AlignmentRow {
  std::array<std::int16_t, compared_letters + 1> best, matched;
  std::size_t first = 0, last = 0;   ///< the cells that matter
};

/// What every cell of a row can still add at most, and what has to come together; a row without `rest` is wanted whole.
struct AlignmentLimit {
  const std::int16_t* rest = nullptr;
  int needed = 0;
};

/// The alignment of aligned_likeness() a row at a time, one text across and any number of others down: a search
/// shares the rows of texts that begin alike.
class LetterAlignment {
 public:
  /// `across` must outlive it.
  LetterAlignment(LetterView view, const LetterText& across) noexcept;

  /// Before the first letter.
  void start(AlignmentRow& row) const noexcept;

  /// The row of letter number `i` (from 1) after `before`, from the one above and the one above that. False where no cell comes
  /// to what is needed.
  bool next(std::size_t i, const DownLetter& before, const DownLetter& letter, const AlignmentRow& above, const AlignmentRow& twice_above,
            AlignmentRow& row, const AlignmentLimit& limit = {}) const noexcept;

  /// Of the whole texts, after the last letter.
  int credit(std::size_t i, const DownLetter& letter, const AlignmentRow& row) const noexcept;

 private:
  int pair_credit(const DownLetter& letter, std::size_t j) const noexcept;

  const std::uint8_t* credits_;
  const std::uint8_t* in_place_;
  const std::uint8_t* weights_;
  const LetterText& across_;
  bool by_look_;
};

}  // namespace marque
