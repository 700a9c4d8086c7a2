#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace marque {

/// A view as it is described: at each pixel its saliency and how far each colour channel lies from its ground. A mark
/// of several colours has edges that saliency alone, which only tells figure from ground, does not show.
struct Layers {
  static constexpr std::size_t count = 4;  ///< saliency first

  int width = 0, height = 0;
  std::vector<std::uint8_t> samples;  ///< `count` interleaved bytes a pixel, row by row

  bool empty() const { return samples.empty(); }
  std::uint8_t* at(int x, int y) { return &samples[place(x, y)]; }
  const std::uint8_t* at(int x, int y) const { return &samples[place(x, y)]; }
  std::size_t place(int x, int y) const { return static_cast<std::size_t>(y * width + x) * count; }
};

/// The part around everything salient; empty where that is less than two pixels wide or high.
Layers trimmed(const Layers& layers);

/// Turned clockwise by `steps` · 11.25°, 1 … 7, and trimmed; in whole numbers.
Layers rotated(const Layers& layers, int steps);
inline constexpr double rotation_step = 11.25;

/// How layers are laid into the square that is described.
struct Placement {
  int stretch = 100;                                ///< width in per cent
  int left = 0, top = 0, right = 0, bottom = 0;     ///< empty margins in per cent of the sides
};

}  // namespace marque
