#pragma once

#include <array>
#include <cstddef>

namespace marque {

// What is taken from the cosine of two codes before it is compared with others: among many ways of looking some agrees
// by chance. Set on the drawings of half the marks of the evaluation set (tests/bench/logos.cpp).

/// For a mirrored or quarter-turned view; less where the cosine is above 3/4, and nothing at 1.
inline constexpr double turn_penalty = 0.05;

/// For a view that is not the whole, on each side.
inline constexpr double part_penalty = 0.05;

/// For asking by a piece of no size beside the largest; by another in proportion to the side it lacks.
inline constexpr double smallness_penalty = 0.12;

/// By LogoAlteration.
inline constexpr std::array<double, 4> alteration_penalties{0, 0.05, 0.05, 0.09};

/// A point of the mapping from closeness to score.
struct Knot {
  float closeness, score;
};

/// How often the best hit among 5,930 drawings is the right one, by its closeness (tests/bench/logos.cpp, brands that the
/// table was not trained on): a probability, for a gallery of that size.
inline constexpr std::array<Knot, 7> score_knots{
    {{0, 0}, {0.3f, 0.15f}, {0.45f, 0.4f}, {0.6f, 0.6f}, {0.75f, 0.68f}, {0.85f, 0.86f}, {1, 1}}};

}  // namespace marque
