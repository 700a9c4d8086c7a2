#pragma once

#include <array>
#include <vector>

#include "random.hpp"
#include "shapes.hpp"

/// A device without letters, put together by chance from frames, motifs and accents: drawn here, copied from nowhere.
struct Emblem {
  struct Layer {
    Shape shape;
    std::size_t top = 1, bottom = 1;   ///< inks that run into each other; 0 is the background
  };
  std::array<Colour, 4> inks;
  std::vector<Layer> layers;
};

Emblem draw_emblem(Random& random);

/// The same device in other colours, or turned about its centre: what a later mark that imitates it looks like.
Emblem recoloured(Emblem emblem, Random& random);
Emblem turned(Emblem emblem, int angle);

marque::Pixels painted(const Emblem& emblem, std::uint32_t side);
