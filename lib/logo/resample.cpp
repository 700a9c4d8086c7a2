#include "logo/resample.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace marque {

namespace {

/// Which source cells each target cell of one direction covers, and with what weights, which sum to `from`.
class Coverage {
 public:
  struct Share {
    std::size_t source;
    std::uint32_t weight;
  };

  Coverage(std::uint64_t from, std::uint64_t to) {
    starts_.push_back(0);
    for (std::uint64_t i = 0; i < to; ++i) {
      const std::uint64_t begin = i * from, end = begin + from;
      for (std::uint64_t source = begin / to; source * to < end; ++source) {
        const std::uint64_t weight = std::min(end, (source + 1) * to) - std::max(begin, source * to);
        shares_.push_back({static_cast<std::size_t>(source), static_cast<std::uint32_t>(weight)});
      }
      starts_.push_back(shares_.size());
    }
  }

  std::span<const Share> of(std::size_t i) const { return std::span(shares_).subspan(starts_[i], starts_[i + 1] - starts_[i]); }

 private:
  std::vector<Share> shares_;
  std::vector<std::size_t> starts_;
};

/// Division of sums of up to 256 · area by the area; a multiplication where that is exact.
class ByArea {
 public:
  explicit ByArea(std::uint64_t area) : area_(area), inverse_(area <= most_exact ? (std::uint64_t{1} << bits) / area + 1 : 0) {}

  std::uint8_t operator()(std::uint64_t sum) const { return static_cast<std::uint8_t>(inverse_ != 0 ? sum * inverse_ >> bits : sum / area_); }

 private:
  // sum · inverse exceeds sum / area · 2^bits by less than sum, hence by less than 2^bits / area, and stays below 2^64.
  static constexpr int bits = 55;
  static constexpr std::uint64_t most_exact = 1u << 23;

  std::uint64_t area_, inverse_;
};

void add_scaled(std::vector<std::uint32_t>& sums, const std::uint8_t* samples, std::uint32_t weight) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weight * samples[i];
}

/// The same for small weights, which compilers multiply many at a time.
void add_scaled(std::vector<std::uint32_t>& sums, const std::uint8_t* samples, std::uint16_t weight) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += std::uint32_t{samples[i]} * std::uint32_t{weight};
}

/// The means of a row of target cells, `Channels` samples each, from sums of columns. Returns what follows the last.
template <std::size_t Channels>
std::uint8_t* put_row(const std::vector<std::uint32_t>& band, const Coverage& across, std::size_t width, std::uint64_t area, const ByArea& by_area,
                      std::uint8_t* target) {
  for (std::size_t x = 0; x < width; ++x) {
    std::array<std::uint64_t, Channels> sums;
    sums.fill(area / 2);
    for (const auto& [column, weight] : across.of(x)) {
      const std::uint32_t* samples = &band[column * Channels];
      for (std::size_t c = 0; c < Channels; ++c) sums[c] += std::uint64_t{weight} * samples[c];
    }
    for (const std::uint64_t sum : sums) *target++ = by_area(sum);
  }
  return target;
}

// In pictures no larger, sums of columns are below 2¹⁶, and those of target cells below 2³².
constexpr std::uint32_t most_rows = 0xffff / 255;
constexpr std::uint64_t most_area = 0xffffffff / 256;

/// put_row() of four samples a pixel, two to a word of 64 bits, within those bounds.
void put_row_of_four(const std::vector<std::uint16_t>& band, const Coverage& across, std::size_t width, std::uint64_t area, const ByArea& by_area,
                     std::uint8_t* target) {
  constexpr std::uint64_t even = 0x0000ffff0000ffff;
  const std::uint64_t half = area / 2;
  for (std::size_t x = 0; x < width; ++x, target += 4) {
    std::uint64_t first = half | half << 32, second = first;
    for (const auto& [column, weight] : across.of(x)) {
      std::uint64_t samples;
      std::memcpy(&samples, &band[4 * column], sizeof samples);
      first += (samples & even) * weight;
      second += (samples >> 16 & even) * weight;
    }
    target[0] = by_area(first & 0xffffffff);
    target[1] = by_area(second & 0xffffffff);
    target[2] = by_area(first >> 32);
    target[3] = by_area(second >> 32);
  }
}

/// area_average() of four samples a pixel within those bounds, faster.
std::vector<std::uint8_t> average_of_four(std::span<const std::uint8_t> samples, Extent from, Extent to) {
  const std::size_t stride = std::size_t{from.width} * 4;
  const std::uint64_t area = std::uint64_t{from.width} * from.height;
  const Coverage across(from.width, to.width), down(from.height, to.height);
  const ByArea by_area(area);
  std::vector<std::uint8_t> out(std::size_t{to.width} * to.height * 4);
  std::vector<std::uint16_t> band(stride);
  for (std::size_t y = 0; y < to.height; ++y) {
    std::fill(band.begin(), band.end(), std::uint16_t{0});
    for (const auto& [row, weight] : down.of(y)) {
      const std::uint8_t* source = samples.data() + row * stride;
      const auto times = static_cast<std::uint16_t>(weight);
      for (std::size_t i = 0; i < stride; ++i) band[i] = static_cast<std::uint16_t>(band[i] + source[i] * times);
    }
    put_row_of_four(band, across, to.width, area, by_area, &out[y * to.width * 4]);
  }
  return out;
}

}  // namespace

std::vector<std::uint8_t> area_average(std::span<const std::uint8_t> samples, Extent from, Extent to,
                                       std::size_t channels) {
  assert(channels == 1 || channels == 3 || channels == 4);
  if (channels == 4 && from.height <= most_rows && std::uint64_t{from.width} * from.height <= most_area) return average_of_four(samples, from, to);
  const std::size_t stride = from.width * channels;
  const std::uint64_t area = std::uint64_t{from.width} * from.height;
  const Coverage across(from.width, to.width), down(from.height, to.height);
  const ByArea by_area(area);
  std::vector<std::uint8_t> out(std::size_t{to.width} * to.height * channels);
  std::vector<std::uint32_t> band(stride);
  std::uint8_t* target = out.data();
  for (std::size_t y = 0; y < to.height; ++y) {
    std::fill(band.begin(), band.end(), 0);
    for (const auto& [row, weight] : down.of(y)) {
      const std::uint8_t* source = samples.data() + row * stride;
      if (weight <= 0xffff) add_scaled(band, source, static_cast<std::uint16_t>(weight));
      else add_scaled(band, source, weight);
    }
    switch (channels) {
      case 3: target = put_row<3>(band, across, to.width, area, by_area, target); break;
      case 4: target = put_row<4>(band, across, to.width, area, by_area, target); break;
      default: target = put_row<1>(band, across, to.width, area, by_area, target);
    }
  }
  return out;
}

}  // namespace marque
