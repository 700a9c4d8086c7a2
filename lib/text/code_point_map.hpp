#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace marque {

/// A value for each code point, default-made where none was set: pages of 256 on demand, so that a look-up
/// is two loads while the sparse planes cost nothing.
template <class T>
class CodePointMap {
 public:
  CodePointMap() : values_(page_size) { pages_.fill(0); }

  const T& operator[](char32_t point) const noexcept {
    return values_[point < limit ? pages_[point / page_size] * page_size + point % page_size : 0];
  }

  /// Precondition: a code point of Unicode.
  void set(char32_t point, T value) {
    std::uint16_t& page = pages_[point / page_size];
    if (page == 0) {
      page = static_cast<std::uint16_t>(values_.size() / page_size);
      values_.resize(values_.size() + page_size);
    }
    values_[page * page_size + point % page_size] = value;
  }

 private:
  static constexpr std::size_t page_size = 256;
  static constexpr char32_t limit = 0x110000;
  std::array<std::uint16_t, limit / page_size> pages_;
  std::vector<T> values_;  // page 0 stays empty
};

}  // namespace marque
