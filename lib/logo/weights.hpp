#pragma once

#include <array>

namespace marque {

/// One point of the mapping from a cosine to a score.
struct Knot {
  float cosine, score;
};

inline constexpr std::array<Knot, 6> shape_knots{{{0.0f, 0.0f}, {0.5f, 0.2f}, {0.7f, 0.4f}, {0.8f, 0.6f}, {0.9f, 0.8f}, {1.0f, 1.0f}}};
inline constexpr std::array<Knot, 6> polar_knots{{{0.0f, 0.0f}, {0.7f, 0.2f}, {0.8f, 0.4f}, {0.88f, 0.6f}, {0.95f, 0.8f}, {1.0f, 1.0f}}};

inline constexpr double turn_penalty = 0.02;
inline constexpr float part_penalty = 0.03f;
inline constexpr float both_weight = 0.15f;

}  // namespace marque
