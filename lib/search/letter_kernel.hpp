#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "scoring/letter_text.hpp"

namespace marque {

/// A value for each letter of a query, in the order in which an alignment goes through it.
using LetterLane = std::uint16_t;
struct alignas(32) LetterLanes : std::array<LetterLane, compared_letters> {
  LetterLanes() : array{} {}
};

/// A row of an alignment (aligned_likeness): what credits sum up to after some letters of a name, for each end in the query; 0 where no way
/// leads from there to enough.
struct LetterRow {
  LetterLanes best;
  LetterLanes matched;   ///< of those that end in a match; backwards with what that adds if the letter before it matches, too
};

/// What rows have to come to.
struct LeastRow {
  LetterLanes best, matched;
};

/// What one letter of a name adds, beside each letter of the query.
struct LetterColumn {
  LetterLanes credit;    ///< as a match
  LetterLanes link;      ///< and besides, if the letter before it matches
  LetterLanes in_place;  ///< of another letter
};

/// Matches of other kinds (doubled, swapped and joined letters), where there are any: 0 where there are none.
struct OddMatches {
  LetterLanes plain;    ///< what goes on like a match of the letter
  LetterLanes jumped;   ///< backwards: what has no `link`
};

/// The row after one more letter; values below `least` become 0. False if all are. `odd` may be null. Of `lanes` values, a multiple of
/// `lanes_at_once`.
using NextRow = bool (*)(const LetterColumn& letter, const LetterRow& above, const LeastRow& least, const OddMatches* odd, std::size_t lanes,
                         LetterRow& row);

/// Which lanes the next letter can come to enough by (bit by bit): matching there, standing in place with so much credit, or as the first of
/// two that have changed places: what the row has two lanes before is then at least `swapped`.
struct NextLanes {
  bool any = false;   ///< whatever the letter
  std::uint64_t matched = 0, vowel = 0, consonant = 0, swapped = 0;
};
using FindNextLanes = NextLanes (*)(const LetterColumn& own, const LetterRow& row, const LeastRow& least, const LetterLanes& swapped,
                                    std::size_t lanes);

struct LetterKernel {
  NextRow next;
  FindNextLanes next_lanes;
};

inline constexpr std::size_t lanes_at_once = 16;

/// By the best instructions there are (simd.hpp). Backwards, alignments go from the ends of the texts to their beginnings.
LetterKernel letter_kernel(bool backwards);

#if defined(__x86_64__)
LetterKernel letter_kernel_avx2(bool backwards);
#endif

}  // namespace marque
