#include "logo/layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "logo/saliency.hpp"

namespace marque {

namespace {

/// The four samples of a pixel in lanes of 16 bits, so that one multiplication serves all.
using Lanes = std::uint64_t;
static_assert(Layers::count == 4);

Lanes lanes_of(const std::uint8_t* samples) {
  return Lanes{samples[0]} | Lanes{samples[1]} << 16 | Lanes{samples[2]} << 32 | Lanes{samples[3]} << 48;
}

/// Layers with an empty pixel around them.
std::vector<Lanes> framed(const Layers& layers) {
  const std::size_t stride = static_cast<std::size_t>(layers.width) + 2;
  std::vector<Lanes> out(stride * (static_cast<std::size_t>(layers.height) + 2));
  for (int y = 0; y < layers.height; ++y) {
    Lanes* row = &out[(static_cast<std::size_t>(y) + 1) * stride + 1];
    for (int x = 0; x < layers.width; ++x) row[x] = lanes_of(layers.at(x, y));
  }
  return out;
}

/// Between four neighbours, of which the two lower ones begin at `below`; shares in 1/256.
void put_between(const Lanes* above, const Lanes* below, std::uint32_t right, std::uint32_t lower, std::uint8_t* target) {
  constexpr Lanes even = 0x0000ffff0000ffff, halves = 0x0000800000008000;
  const Lanes left = 256 - right, upper = 256 - lower;
  const Lanes top = above[0] * left + above[1] * right, bottom = below[0] * left + below[1] * right;
  const Lanes first = (top & even) * upper + (bottom & even) * lower + halves;
  const Lanes second = (top >> 16 & even) * upper + (bottom >> 16 & even) * lower + halves;
  target[0] = static_cast<std::uint8_t>(first >> 16);
  target[1] = static_cast<std::uint8_t>(second >> 16);
  target[2] = static_cast<std::uint8_t>(first >> 48);
  target[3] = static_cast<std::uint8_t>(second >> 48);
}

}  // namespace

Layers trimmed(const Layers& layers) {
  int left = layers.width, right = -1, top = layers.height, bottom = -1;
  for (int y = 0; y < layers.height; ++y) {
    const std::uint8_t* row = layers.at(0, y);
    const auto salient = [&](int x) { return row[static_cast<std::size_t>(x) * Layers::count] > salient_level; };
    int first = 0, last = layers.width - 1;
    while (first < layers.width && !salient(first)) ++first;
    if (first == layers.width) continue;
    while (last > right && !salient(last)) --last;
    left = std::min(left, first), right = std::max(right, last);
    top = std::min(top, y), bottom = y;
  }
  if (right - left < 1 || bottom - top < 1) return {};
  Layers out{right - left + 1, bottom - top + 1, {}};
  out.samples.resize(Layers::count * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  for (int y = 0; y < out.height; ++y)
    std::memcpy(out.at(0, y), layers.at(left, top + y), Layers::count * static_cast<std::size_t>(out.width));
  return out;
}

Layers rotated(const Layers& layers, int steps) {
  // 65536 · cos and sin of the multiples of 11.25°.
  constexpr std::array<std::int64_t, 9> cosines{65536, 64277, 60547, 54491, 46341, 36410, 25080, 12785, 0};
  const std::int64_t cosine = cosines[static_cast<std::size_t>(steps)], sine = cosines[static_cast<std::size_t>(8 - steps)];
  const std::int64_t diagonal = std::int64_t{layers.width} * layers.width + std::int64_t{layers.height} * layers.height;
  const int side = static_cast<int>(std::sqrt(static_cast<double>(diagonal))) + 3;
  Layers out{side, side, std::vector<std::uint8_t>(Layers::count * static_cast<std::size_t>(side) * static_cast<std::size_t>(side))};
  const auto source = framed(layers);
  const auto width = static_cast<std::uint64_t>(layers.width), height = static_cast<std::uint64_t>(layers.height), stride = width + 2;
  for (int y = 0; y < side; ++y) {
    // In half pixels from the middle; then in 1/256 pixel of the source, the frame counted.
    const std::int64_t u = 1 - side, v = 2 * y - (side - 1);
    std::int64_t across = cosine * u + sine * v, down = cosine * v - sine * u;
    for (int x = 0; x < side; ++x, across += 2 * cosine, down -= 2 * sine) {
      const std::int64_t sx = (across >> 9) + 128 * (layers.width + 1), sy = (down >> 9) + 128 * (layers.height + 1);
      const std::int64_t x0 = sx >> 8, y0 = sy >> 8;
      if (static_cast<std::uint64_t>(x0) > width || static_cast<std::uint64_t>(y0) > height) continue;   // or below 0
      const Lanes* above = &source[static_cast<std::size_t>(y0) * stride + static_cast<std::size_t>(x0)];
      put_between(above, above + stride, static_cast<std::uint32_t>(sx & 255), static_cast<std::uint32_t>(sy & 255), out.at(x, y));
    }
  }
  return trimmed(out);
}

}  // namespace marque
