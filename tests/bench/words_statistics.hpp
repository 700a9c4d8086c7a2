#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

/// A figure with the interval in which 95 % of its bootstrap resamples lie.
struct Estimate {
  double value = 0, low = 0, high = 0;
};

/// The area under the ROC curve: how often a positive scores above a negative, a tie counting half. Both samples are
/// resampled. Not a number where one is empty.
Estimate area_under_curve(const std::vector<float>& positives, std::vector<float> negatives, std::uint64_t seed);

/// The share of ranks that are at most `top`.
double recall(const std::vector<double>& ranks, double top);

/// The value below which `share` of the values lie; 0 where there is none.
double percentile(std::vector<double> values, double share);

/// Where a value stands among others: how many are greater, and how many equal.
struct Standing {
  std::size_t greater = 0, equal = 0;

  void add(float other, float own) noexcept {
    greater += other > own ? 1u : 0u;
    equal += other == own ? 1u : 0u;
  }
  double mid_rank() const noexcept { return 1 + static_cast<double>(greater) + static_cast<double>(equal) / 2; }
};

}  // namespace bench
