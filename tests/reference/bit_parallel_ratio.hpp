#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace reference {

/// One text of at most 64 characters against many by indel_ratio(), a machine word at a time (Hyyrö 2004), as
/// rapidfuzz's CachedRatio does.
class BitParallelRatio {
 public:
  explicit BitParallelRatio(std::u32string_view text) : length_(text.size()) {
    assert(length_ <= 64);
    for (std::size_t i = 0; i < length_; ++i) mask(text[i]) |= std::uint64_t{1} << i;
  }

  float operator()(std::u32string_view other) const {
    if (length_ + other.size() == 0) return 1;
    std::uint64_t unmatched = ~std::uint64_t{0};
    for (const char32_t c : other) {
      const std::uint64_t hit = unmatched & places(c);
      unmatched = (unmatched + hit) | (unmatched - hit);
    }
    const auto common = static_cast<float>(std::popcount(~unmatched & used()));
    return 2 * common / static_cast<float>(length_ + other.size());
  }

 private:
  std::uint64_t used() const { return length_ == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << length_) - 1; }

  std::uint64_t& mask(char32_t c) {
    for (auto& [character, places] : masks_) {
      if (character == c) return places;
    }
    return masks_.emplace_back(c, 0).second;
  }

  std::uint64_t places(char32_t c) const {
    for (const auto& [character, places] : masks_) {
      if (character == c) return places;
    }
    return 0;
  }

  std::size_t length_;
  std::vector<std::pair<char32_t, std::uint64_t>> masks_;
};

}  // namespace reference
