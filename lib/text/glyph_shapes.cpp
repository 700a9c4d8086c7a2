#include "text/glyph_shapes.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/table_image.hpp"

MARQUE_EMBEDDED(marque_glyph_shapes)

namespace marque {

const GlyphShapes& GlyphShapes::loaded() {
  static const GlyphShapes shapes;
  return shapes;
}

/// In the order in which compile_glyph_shapes.cpp puts them.
GlyphShapes::GlyphShapes() {
  table_image::Reader image(embedded(marque_glyph_shapes, marque_glyph_shapes_end));
  row_of_ = image.next<std::uint16_t>();
  ends_ = image.next<std::uint32_t>();
  neighbours_ = image.next<GlyphNeighbour>();
  characters_ = image.next<char16_t>();
}

std::span<const GlyphNeighbour> GlyphShapes::neighbours(char32_t character) const noexcept {
  const std::size_t row = row_of(character);
  return row == 0 ? std::span<const GlyphNeighbour>{} : neighbours_.subspan(ends_[row - 1], ends_[row] - ends_[row - 1]);
}

float GlyphShapes::between(char32_t a, char32_t b) const noexcept {
  const std::size_t row = row_of(a);
  const auto characters = characters_.subspan(ends_[row - 1], ends_[row] - ends_[row - 1]);
  const auto found = std::lower_bound(characters.begin(), characters.end(), static_cast<char16_t>(b));
  if (found == characters.end() || *found != b) return 0;
  return neighbours_[ends_[row - 1] + static_cast<std::size_t>(found - characters.begin())].likeness;
}

std::span<const GlyphNeighbour> glyph_neighbours(char32_t character) noexcept {
  return GlyphShapes::loaded().neighbours(character);
}

}  // namespace marque
