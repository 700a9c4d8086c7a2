#include "logo/resample.hpp"

#include <algorithm>

namespace marque {

namespace {

/// Calls visit(source, weight) for every source cell that target cell `i` covers; the weights sum to `from`.
template <class Visit>
void covered(std::uint64_t i, std::uint64_t from, std::uint64_t to, Visit visit) {
  const std::uint64_t begin = i * from, end = begin + from;
  for (std::uint64_t source = begin / to; source * to < end; ++source) {
    visit(source, std::min(end, (source + 1) * to) - std::max(begin, source * to));
  }
}

}  // namespace

std::vector<std::uint8_t> area_average(std::span<const std::uint8_t> samples, Extent from, Extent to,
                                       std::size_t channels) {
  const std::size_t stride = from.width * channels;
  const std::uint64_t area = std::uint64_t{from.width} * from.height;
  std::vector<std::uint8_t> out;
  out.reserve(std::size_t{to.width} * to.height * channels);
  std::vector<std::uint32_t> band(stride);
  std::vector<std::uint64_t> sums(channels);
  for (std::uint32_t y = 0; y < to.height; ++y) {
    std::fill(band.begin(), band.end(), 0);
    covered(y, from.height, to.height, [&](std::uint64_t row, std::uint64_t weight) {
      const std::uint8_t* source = samples.data() + row * stride;
      const auto share = static_cast<std::uint32_t>(weight);
      for (std::size_t i = 0; i < stride; ++i) band[i] += share * source[i];
    });
    for (std::uint32_t x = 0; x < to.width; ++x) {
      std::fill(sums.begin(), sums.end(), area / 2);
      covered(x, from.width, to.width, [&](std::uint64_t column, std::uint64_t weight) {
        for (std::size_t c = 0; c < channels; ++c) sums[c] += weight * band[column * channels + c];
      });
      for (const std::uint64_t sum : sums) out.push_back(static_cast<std::uint8_t>(sum / area));
    }
  }
  return out;
}

}  // namespace marque
