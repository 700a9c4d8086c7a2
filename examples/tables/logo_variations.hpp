#pragma once

#include <random>
#include <vector>

#include "logo/description.hpp"
#include "logo/layers.hpp"

namespace marque {

/// A view as another draughtsman, a printer or a cutter might have left it, each as a description: tilted, stretched, drawn
/// with another stroke, as an outline, cut at a side, out of place, and blurred. Drawn from `random` alone.
std::vector<Description> variations_of(const Layers& layers, std::mt19937& random);

}  // namespace marque
