#pragma once

#include <array>

namespace marque {

// How the two codes of a view pair become one score. The numbers were set on 5,930 drawings of 2,873 marks from
// twelve icon sets, with 6,030 queries: other drawings of the same mark, and sixteen kinds of change
// (tests/bench/logo_eval.cpp is the measurement).

/// Taken from the cosine of shape codes where one was turned or mirrored: among eight turns, some agrees by chance.
inline constexpr double turn_penalty = 0.02;

/// Taken from the closeness for each view that is not the whole: small parts agree by chance more easily.
inline constexpr double part_penalty = 0.01;

/// The polar code's distance counts so much more than the shape code's: it drops the phases, and so unrelated marks
/// have a median cosine of 0.80 instead of 0.63, and of 0.93 instead of 0.91 at the nearest in a hundred.
inline constexpr double polar_stretch = 3;

/// The better code counts 1, the sum of both so much. With more of the sum freely turned copies, whose shape codes
/// disagree, sink among the unrelated; with none, agreement of both codes is worth no more than of one.
inline constexpr double sum_weight = 0.1;

/// A match is said to be a free rotation only where the polar code is ahead by this: a copy that was mirrored or turned
/// by quarters agrees about as well by both codes, and the turn's name says more.
inline constexpr double rotated_margin = 0.1;

/// A point of the mapping from closeness to score.
struct Knot {
  float closeness, score;
};

/// Of pairs of unrelated marks half lie below the second knot, nine in ten below the third, 99 in 100 below the
/// fifth, 999 in 1000 below the sixth. Of recoloured, inverted, mirrored, rescaled and freely turned copies nine in
/// ten lie above the sixth, of photographed ones half.
inline constexpr std::array<Knot, 7> score_knots{
    {{0, 0}, {0.6f, 0.2f}, {0.75f, 0.4f}, {0.815f, 0.5f}, {0.885f, 0.65f}, {0.94f, 0.8f}, {1, 1}}};

}  // namespace marque
