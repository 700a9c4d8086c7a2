#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace marque {

inline constexpr std::uint32_t square_side = 64;

/// One layer of a view, its middle in the middle of a square.
using Square = std::array<std::uint8_t, square_side * square_side>;

/// The codes of fingerprint version 1, in whole numbers and in the few floating-point operations that IEEE 754
/// rounds correctly (+ − × ÷ √): the same on every machine.
struct Codes {
  std::vector<std::uint8_t> shape;  ///< histogram of edge directions by cell
  std::vector<std::uint8_t> polar;  ///< spectrum of edge directions around the edges' centre
};

/// All zeros where the square is empty. `layers` are seen at once: at each pixel the strongest edge counts.
Codes codes_of(std::span<const Square> layers);

/// The angle of (x, y) counter-clockwise from the x axis, 65536 for a full turn; exact under quarter turns and
/// mirroring, else within 0.3°.
std::uint16_t binary_angle(std::int32_t x, std::int32_t y) noexcept;

}  // namespace marque
