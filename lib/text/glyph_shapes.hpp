#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "marque/text/glyph.hpp"
#include "text/code_point_map.hpp"

namespace marque {

/// The table of likenesses between rendered characters, each pair in both directions.
class GlyphShapes {
 public:
  static const GlyphShapes& loaded();

  bool covers(char32_t character) const noexcept { return row_of_[character] != 0; }
  std::span<const GlyphNeighbour> neighbours(char32_t character) const noexcept;

  /// Precondition: both covered. O(log neighbours).
  float between(char32_t a, char32_t b) const noexcept;

 private:
  GlyphShapes();

  CodePointMap<std::uint16_t> row_of_;  // from 1; 0 is a character that was not rendered
  std::vector<std::uint32_t> ends_;     // of each row in neighbours_; row 0 is empty
  std::vector<GlyphNeighbour> neighbours_;
  std::vector<char16_t> characters_;  // of neighbours_, close together for the search by halves
};

/// Whether anything is known of how a Chinese character looks.
bool shape_known(char32_t character) noexcept;

}  // namespace marque
