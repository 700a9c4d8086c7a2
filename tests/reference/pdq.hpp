#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

/// PDQ, the perceptual hash of photographs, after its paper (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ
/// Image-Hashing Algorithm", 2019): luminance, twice a box blur, 64 × 64 samples, the 16 × 16 lowest frequencies but the mean,
/// each a bit by the median.
namespace reference {

using PdqHash = std::bitset<256>;

namespace pdq {

inline constexpr std::size_t side = 64, frequencies = 16;

/// Means over windows along one direction: `count` lines of `length` samples, `step` apart, lines `line_step` apart.
inline void box_blur(std::vector<float>& plane, std::size_t count, std::size_t line_step, std::size_t length, std::size_t step, std::size_t window) {
  std::vector<float> line(length);
  for (std::size_t i = 0; i < count; ++i) {
    float* at = &plane[i * line_step];
    for (std::size_t k = 0; k < length; ++k) line[k] = at[k * step];
    for (std::size_t k = 0; k < length; ++k) {
      const std::size_t first = k > window / 2 ? k - window / 2 : 0, last = std::min(length, k + (window + 1) / 2);
      float sum = 0;
      for (std::size_t j = first; j < last; ++j) sum += line[j];
      at[k * step] = sum / static_cast<float>(last - first);
    }
  }
}

}  // namespace pdq

/// Of rows of R, G, B bytes.
inline PdqHash pdq_hash(const std::vector<std::uint8_t>& rgb, std::size_t width, std::size_t height) {
  using namespace pdq;
  std::vector<float> plane(width * height);
  for (std::size_t i = 0; i < plane.size(); ++i)
    plane[i] = 0.299f * static_cast<float>(rgb[3 * i]) + 0.587f * static_cast<float>(rgb[3 * i + 1]) + 0.114f * static_cast<float>(rgb[3 * i + 2]);
  const auto window = [](std::size_t length) { return std::max<std::size_t>(1, (length + 2 * side - 1) / (2 * side)); };
  for (int pass = 0; pass < 2; ++pass) {
    box_blur(plane, height, width, width, 1, window(width));
    box_blur(plane, width, 1, height, width, window(height));
  }
  std::array<std::array<double, side>, side> samples{};
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x)
      samples[y][x] = static_cast<double>(plane[(2 * y + 1) * height / (2 * side) * width + (2 * x + 1) * width / (2 * side)]);
  }
  const auto cosine = [](std::size_t frequency, std::size_t at) {
    return std::sqrt(2.0 / side) * std::cos(3.14159265358979323846 / (2.0 * side) * static_cast<double>(frequency * (2 * at + 1)));
  };
  std::array<std::array<double, side>, frequencies> half{};
  for (std::size_t f = 0; f < frequencies; ++f) {
    for (std::size_t x = 0; x < side; ++x) {
      for (std::size_t y = 0; y < side; ++y) half[f][x] += cosine(f + 1, y) * samples[y][x];
    }
  }
  std::array<double, frequencies * frequencies> spectrum{};
  for (std::size_t f = 0; f < frequencies; ++f) {
    for (std::size_t g = 0; g < frequencies; ++g) {
      for (std::size_t x = 0; x < side; ++x) spectrum[f * frequencies + g] += half[f][x] * cosine(g + 1, x);
    }
  }
  auto sorted = spectrum;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
  PdqHash hash;
  for (std::size_t i = 0; i < spectrum.size(); ++i) hash[i] = spectrum[i] > sorted[sorted.size() / 2];
  return hash;
}

}  // namespace reference
