#pragma once

#include <array>

namespace marque {

/// A point of the mapping from closeness to score; between points it is straight.
struct Knot {
  float closeness, score;
};

/// lib/logo/data/score.tsv, both numbers rising from 0 to 1.
const std::array<Knot, 7>& score_knots() noexcept;

/// The least closeness that has this score, or a little less.
float least_closeness(float score) noexcept;

}  // namespace marque
