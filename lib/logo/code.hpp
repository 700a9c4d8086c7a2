#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "logo/layout.hpp"

namespace marque {

/// A view in 192 coordinates of three bits: planes of signs, of upper and of lower bits of the magnitude; coordinate i is
/// bit i % 8 of a plane's byte i / 8.
using LogoCode = std::array<std::uint8_t, code_bytes>;

/// The eight turns of a picture, in the order of LogoTurn: quarter turns clockwise, then the same of its mirror image.
inline constexpr std::size_t turn_count = 8;

/// What a turn does to a code: a sign for each kind of signed coordinates, and to a pair (x, y) what this matrix does.
struct TurnAction {
  std::array<std::int32_t, kinds_of_sign> signs;
  std::int32_t xx, xy, yx, yy;  ///< x' = xx·x + xy·y, y' = yx·x + yy·y
};
inline constexpr std::array<TurnAction, turn_count> turn_actions{{{{1, 1, 1, 1}, 1, 0, 0, 1},
                                                                  {{1, 1, -1, -1}, 0, -1, 1, 0},
                                                                  {{1, 1, 1, 1}, -1, 0, 0, -1},
                                                                  {{1, 1, -1, -1}, 0, 1, -1, 0},
                                                                  {{1, -1, 1, -1}, -1, 0, 0, 1},
                                                                  {{1, -1, -1, 1}, 0, -1, -1, 0},
                                                                  {{1, -1, 1, -1}, 1, 0, 0, -1},
                                                                  {{1, -1, -1, 1}, 0, 1, 1, 0}}};

/// The signs of a code, a bit a coordinate: those of the four kinds, and of the first and the second parts of pairs.
struct CodeSigns {
  explicit CodeSigns(const LogoCode& code);

  std::uint64_t kinds, x, y;
};

/// The signs of the kinds that a turn changes.
constexpr std::uint64_t changed_signs(const TurnAction& action) {
  std::uint64_t mask = 0;
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = signed_starts[kind]; action.signs[kind] < 0 && i < signed_starts[kind + 1]; ++i) mask |= std::uint64_t{1} << i;
  }
  return mask;
}

/// In how many signs `b` differs from `a` in each of its turns.
std::array<int, turn_count> turned_distances(const CodeSigns& a, const CodeSigns& b);

/// The least of them, so much being added to those of turns.
int least_distance(const CodeSigns& a, const CodeSigns& b, int turn_cost);

/// The code of a vector: a coordinate's magnitude is told by what share it has of the root mean square of all.
LogoCode quantised(const std::array<std::int32_t, coordinates>& values);

/// A code as numbers, each the middle of its magnitudes; wide, so that the compiler multiplies many an instruction.
struct WideCode {
  explicit WideCode(const LogoCode& code);

  std::array<std::int16_t, coordinates> values;
  double norm_squared = 0;  ///< a whole number
};

/// The scalar products of `b` with `a` in each of its turns: all eight from eight partial products.
std::array<std::int32_t, turn_count> turned_products(const WideCode& a, const WideCode& b);

}  // namespace marque
