#pragma once

#include <array>
#include <cstdint>

#include "logo/layers.hpp"
#include "logo/layout.hpp"

namespace marque {

inline constexpr std::uint32_t square_side = 64;

/// One layer of a view, laid into a square.
using Square = std::array<std::uint8_t, square_side * square_side>;
using Squares = std::array<Square, Layers::count>;

/// How much of which edges lies where, as square roots of shares: in whole numbers and in the few floating-point operations
/// that IEEE 754 rounds correctly (+ − × ÷ √), hence the same on every machine. All zeros where there is no edge.
using Description = std::array<std::uint8_t, shape_length>;

/// Layers with their margins in the middle of a square, the longer side as long as the square's.
Squares squared(const Layers& layers, const Placement& placement = {});

/// At each pixel the strongest edge of all layers counts.
Description description_of(const Squares& squares);

/// The angle of (x, y) counter-clockwise from the x axis, 65536 for a full turn; exact under quarter turns and
/// mirroring, else within 0.3°.
std::uint16_t binary_angle(std::int32_t x, std::int32_t y) noexcept;

}  // namespace marque
