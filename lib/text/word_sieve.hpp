#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace marque {

/// Tells of most of what is looked up in a list of words that it is none of them, by its length, beginning and end, so that it need
/// not be searched for.
class WordSieve {
 public:
  void add(std::u32string_view word) {
    if (!word.empty()) bits_[slot(word)] = true;
  }

  /// False only for what was not added.
  bool may_hold(std::u32string_view word) const { return !word.empty() && bits_[slot(word)]; }

 private:
  static constexpr unsigned slot_bits = 16;

  static std::size_t slot(std::u32string_view word) noexcept {
    const std::uint32_t second = word.size() > 1 ? word[1] : 0;
    const std::uint32_t mixed = ((word.front() * 31 + second) * 31 + word.back()) * 31 + static_cast<std::uint32_t>(word.size());
    return (mixed * 2654435769u) >> (32 - slot_bits);
  }

  std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << slot_bits);
};

}  // namespace marque
