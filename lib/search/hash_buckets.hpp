#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace marque {

/// The bucket of a hash among a power of two of them: its highest bits.
inline std::size_t bucket_of(std::uint32_t hash, std::size_t buckets) noexcept {
  return static_cast<std::size_t>((std::uint64_t{hash} * buckets) >> 32);
}

/// Values by their hash, in buckets behind one another.
template <class Value>
struct HashBuckets {
  std::vector<std::uint32_t> starts;   ///< of each bucket, and the end of the last; empty where there are no values
  std::vector<Value> values;           ///< within a bucket in the order they came
};

/// Puts so many values into buckets of `a_bucket` or up to twice as many on average. `for_each(take)` calls take(hash, value) for each,
/// twice in the same order.
template <class Value, class ForEach>
HashBuckets<Value> in_buckets(std::size_t count, std::size_t a_bucket, ForEach&& for_each) {
  HashBuckets<Value> made;
  if (count == 0) return made;
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(count / a_bucket, 1));
  made.starts.resize(buckets + 1);
  for_each([&](std::uint32_t hash, const Value&) { ++made.starts[bucket_of(hash, buckets)]; });
  std::exclusive_scan(made.starts.begin(), made.starts.end(), made.starts.begin(), std::uint32_t{0});
  made.values.resize(count);
  std::vector<std::uint32_t> places = made.starts;
  for_each([&](std::uint32_t hash, const Value& value) { made.values[places[bucket_of(hash, buckets)]++] = value; });
  return made;
}

}  // namespace marque
