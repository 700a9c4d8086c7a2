#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "marque/text/glyph.hpp"

namespace marque {

/// The table of likenesses between rendered characters, each pair in both directions, in the library as it is used:
/// compile_glyph_shapes.cpp makes it.
class GlyphShapes {
 public:
  static constexpr char32_t first_character = 0x3400;      ///< none before it is rendered,
  static constexpr std::size_t most_characters = 0xA000 - 0x3400;   ///< nor any beyond so many from it on

  static const GlyphShapes& loaded();

  bool covers(char32_t character) const noexcept { return row_of(character) != 0; }
  std::span<const GlyphNeighbour> neighbours(char32_t character) const noexcept;

  /// Precondition: both covered. O(log neighbours).
  float between(char32_t a, char32_t b) const noexcept;

 private:
  GlyphShapes();

  /// From 1; 0 is a character that was not rendered.
  std::uint16_t row_of(char32_t character) const noexcept {
    const char32_t at = character - first_character;
    return at < most_characters ? row_of_[at] : std::uint16_t{0};
  }

  std::span<const std::uint16_t> row_of_;
  std::span<const std::uint32_t> ends_;   // of each row in neighbours_; row 0 is empty
  std::span<const GlyphNeighbour> neighbours_;
  std::span<const char16_t> characters_;  // of neighbours_, close together for the search by halves
};

/// Whether anything is known of how a Chinese character looks.
bool shape_known(char32_t character) noexcept;

}  // namespace marque
