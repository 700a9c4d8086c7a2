#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace marque {

/// What the codes of fingerprint version 4 are made of. Any change of a number here, of the table, or of the way a
/// code is made, is a new version.
inline constexpr std::uint16_t fingerprint_version = 4;
inline constexpr std::size_t max_views = 4;    ///< that a register keeps of a picture
inline constexpr std::size_t max_probes = 60;  ///< that a picture is asked with besides

/// The longer side of a picture as it is looked at.
inline constexpr std::uint32_t working_side = 128;

/// A description: cells row by row, and in each the directions of edges, 0 … 180° in equal steps from the vertical edge.
inline constexpr std::size_t shape_cells = 8, shape_directions = 8;
inline constexpr std::size_t shape_length = shape_cells * shape_cells * shape_directions;

/// A code's coordinates, by how mirroring and quarter turns of the picture act on them (symmetry.hpp): four kinds that
/// keep their value or change its sign, and pairs that turn like an arrow in the plane, their first and second parts
/// apart. The sums are multiples of 32, the bits of a word.
inline constexpr std::size_t kinds_of_sign = 4;
inline constexpr std::array<std::size_t, kinds_of_sign> signed_counts{24, 12, 16, 12};
inline constexpr std::array<std::size_t, kinds_of_sign + 1> signed_starts{0, 24, 36, 52, 64};
inline constexpr std::size_t signed_coordinates = 64, paired_coordinates = 64;
inline constexpr std::size_t coordinates = signed_coordinates + 2 * paired_coordinates;

/// A coordinate has three bits: its sign, and which of four magnitudes it has, as two bits. Each bit of all
/// coordinates makes a plane, the signs first.
inline constexpr std::size_t plane_bytes = coordinates / 8, code_planes = 3;
inline constexpr std::size_t code_bytes = code_planes * plane_bytes;

}  // namespace marque
