#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace marque {

/// A growing set of row numbers.
class RowSet {
 public:
  RowSet() : slots_(least_slots, empty) {}

  /// Whether the row was not in it yet.
  bool insert(std::uint32_t row) {
    if (2 * size_ >= slots_.size()) grow();
    std::uint32_t& slot = slot_of(row);
    if (slot == row) return false;
    slot = row;
    ++size_;
    return true;
  }

  std::size_t size() const noexcept { return size_; }

  void clear() {
    if (size_ == 0) return;
    slots_.assign(least_slots, empty);
    size_ = 0;
  }

 private:
  static constexpr std::size_t least_slots = 1024;
  static constexpr std::uint32_t empty = 0xffffffffu;   // no row has this number (layout::most_names)

  /// Where a row is, or would be: a power of two of slots, probed one after another.
  std::uint32_t& slot_of(std::uint32_t row) {
    std::size_t at = (row * std::uint64_t{0x9e3779b97f4a7c15u}) >> 32 & (slots_.size() - 1);
    while (slots_[at] != empty && slots_[at] != row) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<std::uint32_t> before(slots_.size() * 2, empty);
    before.swap(slots_);
    for (const std::uint32_t row : before) {
      if (row != empty) slot_of(row) = row;
    }
  }

  std::vector<std::uint32_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace marque
