#pragma once

#include <cstddef>
#include <cstdint>

namespace marque {

/// What the codes of fingerprint version 1 are made of. Any change of a number here, or of the way a code is made,
/// is a new version.
inline constexpr std::uint16_t fingerprint_version = 1;
inline constexpr std::size_t max_views = 4;

/// `shape`: cells row by row, and in each the directions of edges, 0 … 180° in equal steps from the vertical edge.
inline constexpr std::size_t shape_cells = 8, shape_directions = 8;
inline constexpr std::size_t shape_length = shape_cells * shape_cells * shape_directions;

/// `polar`: rings from the centre, and in each the directions of edges against the radius, and in each the
/// frequencies around the ring.
inline constexpr std::size_t polar_rings = 6, polar_directions = 8, polar_frequencies = 12;
inline constexpr std::size_t polar_length = polar_rings * polar_directions * polar_frequencies;

}  // namespace marque
