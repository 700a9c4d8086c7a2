#include "logo_variations.hpp"

#include <algorithm>
#include <cmath>

namespace marque {

namespace {

/// A whole number in [low, high], the same with every standard library.
int drawn(std::mt19937& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

/// Every sample replaced by `choose(smallest, largest, mean, own)` of its neighbourhood of 3 × 3.
template <class Choose>
Layers filtered(const Layers& layers, Choose choose) {
  Layers out = layers;
  for (int y = 0; y < layers.height; ++y) {
    for (int x = 0; x < layers.width; ++x) {
      for (std::size_t c = 0; c < Layers::count; ++c) {
        int smallest = 255, largest = 0, sum = 0;
        for (int dy = -1; dy <= 1; ++dy) {
          for (int dx = -1; dx <= 1; ++dx) {
            const int px = std::clamp(x + dx, 0, layers.width - 1), py = std::clamp(y + dy, 0, layers.height - 1);
            const int value = layers.at(px, py)[c];
            smallest = std::min(smallest, value), largest = std::max(largest, value), sum += value;
          }
        }
        out.at(x, y)[c] = static_cast<std::uint8_t>(choose(smallest, largest, sum / 9));
      }
    }
  }
  return trimmed(out);
}

Layers thicker(const Layers& layers) { return filtered(layers, [](int, int largest, int) { return largest; }); }
Layers thinner(const Layers& layers) { return filtered(layers, [](int smallest, int, int) { return smallest; }); }
Layers outlined(const Layers& layers) { return filtered(layers, [](int smallest, int largest, int) { return largest - smallest; }); }
Layers blurred(const Layers& layers) { return filtered(layers, [](int, int, int mean) { return mean; }); }

/// Turned clockwise by whole degrees of either sign, with the nearest pixel.
Layers tilted(const Layers& layers, int degrees) {
  const double angle = degrees * 3.14159265358979 / 180, cosine = std::cos(angle), sine = std::sin(angle);
  const int side = static_cast<int>(std::ceil(std::hypot(layers.width, layers.height))) + 2;
  Layers out{side, side, std::vector<std::uint8_t>(Layers::count * static_cast<std::size_t>(side) * static_cast<std::size_t>(side))};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const double u = x - (side - 1) / 2.0, v = y - (side - 1) / 2.0;
      const int sx = static_cast<int>(std::lround(cosine * u + sine * v + (layers.width - 1) / 2.0));
      const int sy = static_cast<int>(std::lround(cosine * v - sine * u + (layers.height - 1) / 2.0));
      if (sx < 0 || sy < 0 || sx >= layers.width || sy >= layers.height) continue;
      std::copy_n(layers.at(sx, sy), Layers::count, out.at(x, y));
    }
  }
  return trimmed(out);
}

/// One side emptied, a tenth to a third of it.
Layers cut(const Layers& layers, std::mt19937& random) {
  Layers out = layers;
  const int per_cent = drawn(random, 10, 35), side = drawn(random, 0, 3);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const bool gone = side == 0   ? 100 * x < per_cent * out.width
                        : side == 1 ? 100 * y < per_cent * out.height
                        : side == 2 ? 100 * (out.width - x) < per_cent * out.width
                                    : 100 * (out.height - y) < per_cent * out.height;
      if (gone) std::fill_n(out.at(x, y), Layers::count, std::uint8_t{0});
    }
  }
  return out;
}

}  // namespace

std::vector<Description> variations_of(const Layers& layers, std::mt19937& random) {
  std::vector<Description> all;
  const auto add = [&](const Layers& varied, const Placement& placement = {}) {
    if (!varied.empty()) all.push_back(description_of(squared(varied, placement)));
  };
  const auto margin = [&] { return drawn(random, 0, 15); };
  add(tilted(layers, drawn(random, -12, 12)));
  add(layers, {.stretch = drawn(random, 67, 149)});
  add(thicker(layers));
  add(thinner(layers));
  add(outlined(layers));
  add(cut(layers, random));
  add(layers, {.stretch = 100, .left = margin(), .top = margin(), .right = margin(), .bottom = margin()});
  const Layers leaning = tilted(layers, drawn(random, -8, 8));
  if (!leaning.empty()) add(blurred(leaning), {.stretch = drawn(random, 86, 116)});
  return all;
}

}  // namespace marque
