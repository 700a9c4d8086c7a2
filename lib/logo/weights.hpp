#pragma once

#include <array>

namespace marque {

// How the two codes of a view pair become one score. The numbers were set on 5,930 drawings of 2,900 well-known
// marks by eleven icon sets, with 5,369 queries: other sets' drawings of the same mark, and sixteen kinds of change
// (tests/bench/logo_eval.cpp measures the like).

/// Taken from the cosine of shape codes where one was turned or mirrored: among eight turns, some agrees by chance.
inline constexpr double turn_penalty = 0.02;

/// Taken from the closeness for each view that is not the whole: small parts agree by chance more easily.
inline constexpr double part_penalty = 0.01;

/// The polar code's distance counts so much more than the shape code's: it drops the phases, and so unrelated marks
/// have a median cosine of 0.80 instead of 0.63, and of 0.93 instead of 0.91 at the nearest in a hundred.
inline constexpr double polar_stretch = 3;

/// The better code counts 1, the sum of both so much: alone, the better one lets a rotation-free accident win; with
/// more of the sum, freely turned copies are lost.
inline constexpr double sum_weight = 0.25;

/// A point of the mapping from closeness to score.
struct Knot {
  float closeness, score;
};

/// Of pairs of unrelated marks half lie below the second knot, nine in ten below the third, 99 in 100 below the
/// fifth, 999 in 1000 below the sixth. Of recoloured, inverted, mirrored, turned, rescaled copies nineteen in twenty
/// lie above the sixth, of photographed ones half.
inline constexpr std::array<Knot, 7> score_knots{{{0, 0}, {0.58f, 0.2f}, {0.735f, 0.4f}, {0.805f, 0.5f}, {0.875f, 0.65f}, {0.935f, 0.8f}, {1, 1}}};

}  // namespace marque
