#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace marque {

/// What the best member of a class lacks to 255 in one column, divided by a common number and rounded down.
struct ClassDeficits {
  alignas(64) std::array<std::uint8_t, 256> sound{}, shape{};
};

/// A block to look at, and how much its rows may lack after the first column.
struct BlockTask {
  std::uint32_t block = 0;
  std::uint8_t allowed = 0;
};

/// For each task the rows of its block, bit by bit, whose columns lack no more than allowed: a column lacks the more of
/// what its sound class and its shape class lack. `classes` as in CharacterTable::Bucket; `columns` of each row: all but the first.
using SelectRows = void (*)(const std::uint8_t* classes, std::span<const ClassDeficits* const> columns,
                            std::span<const BlockTask> tasks, std::uint64_t* alive);

#if defined(__x86_64__)
void select_rows_avx2(const std::uint8_t* classes, std::span<const ClassDeficits* const> columns, std::span<const BlockTask> tasks,
                      std::uint64_t* alive);
void select_rows_avx512(const std::uint8_t* classes, std::span<const ClassDeficits* const> columns, std::span<const BlockTask> tasks,
                        std::uint64_t* alive);
#endif

}  // namespace marque
