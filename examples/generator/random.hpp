#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), and ranges taken from it
/// without the standard library's distributions, whose results are not fixed.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  /// 0 … n − 1. Precondition: 0 < n ≤ 2³².
  std::size_t below(std::size_t n) {
    assert(n > 0);
    return static_cast<std::size_t>(((next() >> 32) * n) >> 32);
  }

  /// low … high, both included.
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }

  /// True in so many of a thousand cases.
  bool chance(int per_mille) { return between(0, 999) < per_mille; }

  template <class Sequence>
  const auto& pick(const Sequence& values) {
    return values[below(values.size())];
  }

  /// An index, drawn by weight. Precondition: some weight is positive.
  std::size_t weighted(std::span<const int> weights) {
    int sum = 0;
    for (const int weight : weights) sum += weight;
    int left = between(1, sum);
    std::size_t index = 0;
    while ((left -= weights[index]) > 0) ++index;
    return index;
  }

 private:
  std::uint64_t state_;
};
