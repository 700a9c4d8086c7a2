#pragma once

#include <span>

namespace marque {

/// How alike two characters look 字形, in [0,1], 1 exactly for the same character; symmetric. For Chinese
/// characters this reads a table of likenesses between rendered shapes (text/data/glyph_shapes.tsv): 0.9 is easily
/// confused at a glance (千/干, 王/玉), 0.5 is related, and what stays under 0.45 is 0. It holds where one character
/// is a part of the other, too (原 in 源). Characters that were not rendered (rare ones, and those that normalize()
/// replaces) are compared by structure (Unihan kCangjie) and corners (kFourCornerCode) instead. For letters and
/// digits, in folded form, it reads text/data/letter_shapes.tsv (0/o, 1/i/l, Latin/Cyrillic). 0 where nothing is
/// known. Under 100 ns.
float glyph_similarity(char32_t a, char32_t b) noexcept;

/// A character and how much it looks like the one asked for.
struct GlyphNeighbour {
  char32_t character;
  float likeness;  ///< as glyph_similarity() gives it

  bool operator==(const GlyphNeighbour&) const = default;
};

/// All rendered characters that look like a rendered character, in the order of their code points, itself left out;
/// with it, every rendered character that is not listed has a likeness of 0. Empty for characters that were not
/// rendered. O(1); the span lives as long as the program.
std::span<const GlyphNeighbour> glyph_neighbours(char32_t character) noexcept;

}  // namespace marque
