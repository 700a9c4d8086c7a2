#include "logo/layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "logo/saliency.hpp"

namespace marque {

Layers trimmed(const Layers& layers) {
  int left = layers.width, right = -1, top = layers.height, bottom = -1;
  for (int y = 0; y < layers.height; ++y) {
    for (int x = 0; x < layers.width; ++x) {
      if (layers.at(x, y)[0] <= salient_level) continue;
      left = std::min(left, x), right = std::max(right, x);
      top = std::min(top, y), bottom = std::max(bottom, y);
    }
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
  Layers out{side, side, {}};
  out.samples.resize(Layers::count * static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      // In half pixels from the middle; then in 1/256 pixel of the source.
      const std::int64_t u = 2 * x - (side - 1), v = 2 * y - (side - 1);
      const std::int64_t sx = ((cosine * u + sine * v) >> 9) + 128 * (layers.width - 1);
      const std::int64_t sy = ((cosine * v - sine * u) >> 9) + 128 * (layers.height - 1);
      const int x0 = static_cast<int>(sx >> 8), y0 = static_cast<int>(sy >> 8);
      if (x0 < -1 || y0 < -1 || x0 >= layers.width || y0 >= layers.height) continue;
      const auto fx = static_cast<std::uint32_t>(sx & 255), fy = static_cast<std::uint32_t>(sy & 255);
      std::array<std::uint32_t, Layers::count> sums{};
      const auto add = [&](int px, int py, std::uint32_t weight) {
        if (px < 0 || py < 0 || px >= layers.width || py >= layers.height) return;
        const std::uint8_t* source = layers.at(px, py);
        for (std::size_t c = 0; c < Layers::count; ++c) sums[c] += weight * source[c];
      };
      add(x0, y0, (256 - fx) * (256 - fy));
      add(x0 + 1, y0, fx * (256 - fy));
      add(x0, y0 + 1, (256 - fx) * fy);
      add(x0 + 1, y0 + 1, fx * fy);
      std::uint8_t* target = out.at(x, y);
      for (std::size_t c = 0; c < Layers::count; ++c) target[c] = static_cast<std::uint8_t>((sums[c] + 32768) >> 16);
    }
  }
  return trimmed(out);
}

}  // namespace marque
