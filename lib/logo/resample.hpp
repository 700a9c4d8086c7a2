#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace marque {

struct Extent {
  std::uint32_t width = 0, height = 0;
};

/// Rows of `channels` (1, 3 or 4) interleaved bytes at another size: every sample is the mean of what it covers, rounded,
/// in whole numbers. Exact, hence the same on every machine and unchanged by mirroring and quarter turns. Sides up to
/// 2²⁴.
std::vector<std::uint8_t> area_average(std::span<const std::uint8_t> samples, Extent from, Extent to,
                                       std::size_t channels);

}  // namespace marque
