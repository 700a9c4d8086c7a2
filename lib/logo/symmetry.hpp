#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "logo/description.hpp"
#include "logo/layout.hpp"

namespace marque {

/// Sets of values of a description that the turns of a picture exchange among themselves.
inline constexpr std::size_t orbit_count = 68;

/// A description in coordinates that the turns do not mix: the dihedral group's four one-dimensional representations,
/// in each of which a turn keeps all values or changes all signs, and its two-dimensional one, in which it moves the
/// pairs (x, y) as it moves arrows in the plane (turn_actions in code.hpp). A linear map that treats each kind by itself
/// commutes with the turns, so that the code of a turned picture is known from the picture's code.
/// Sums of eight values, below 2¹¹ in size.
struct SymmetricDescription {
  std::array<std::array<std::int16_t, orbit_count>, kinds_of_sign> kinds;
  std::array<std::int16_t, 2 * orbit_count> x, y;
};

SymmetricDescription symmetric(const Description& description);

}  // namespace marque
