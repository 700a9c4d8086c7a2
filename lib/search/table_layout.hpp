#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace marque {

static_assert(std::endian::native == std::endian::little, "tables are mapped as they lie in the file");

inline constexpr std::size_t block_rows = 64;
inline constexpr std::size_t group_blocks = 64;

inline constexpr std::uint64_t aligned_64(std::uint64_t bytes) { return (bytes + 63) / 64 * 64; }
inline constexpr std::uint64_t blocks_of(std::uint64_t rows) { return (rows + block_rows - 1) / block_rows; }

/// Where a run of rows of one length lies: an entry of the directory of a table.
struct BucketEntry {
  std::uint32_t length = 0, rows = 0;
  std::uint64_t offset = 0;
};
static_assert(sizeof(BucketEntry) == 16);

template <class T>
const T* at_offset(std::span<const std::byte> bytes, std::uint64_t offset) {
  return reinterpret_cast<const T*>(bytes.data() + offset);
}

template <class T>
void put(std::vector<std::byte>& bytes, std::uint64_t offset, std::span<const T> values) {
  if (!values.empty()) std::memcpy(bytes.data() + offset, values.data(), values.size_bytes());
}

/// A view of `bytes` at `offset`, which the caller has checked.
template <class T>
std::span<const T> part(std::span<const std::byte> bytes, std::uint64_t offset, std::uint64_t count) {
  return {at_offset<T>(bytes, offset), count};
}

/// Stable sort of `order` by a key below `keys`.
template <class Key>
void counting_sort(std::vector<std::uint32_t>& order, std::size_t keys, Key key) {
  std::vector<std::uint32_t> next(keys + 1, 0), sorted(order.size());
  for (const std::uint32_t row : order) ++next[key(row) + 1];
  for (std::size_t i = 1; i <= keys; ++i) next[i] += next[i - 1];
  for (const std::uint32_t row : order) sorted[next[key(row)]++] = row;
  order.swap(sorted);
}

}  // namespace marque
