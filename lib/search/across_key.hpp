#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "scoring/across.hpp"

namespace marque {

/// What a table of letters keeps as the length of an AcrossRow: about what it weighs, and how much it asks.
class AcrossKey {
 public:
  explicit AcrossKey(std::size_t length) : length_(length) {}

  static AcrossKey of(const AcrossRow& row) {
    const auto heavier = std::lower_bound(most_weights.begin(), most_weights.end(), row.weight);
    return AcrossKey(static_cast<std::size_t>(heavier - most_weights.begin()) * most_asked + asks(row));
  }

  std::uint8_t length() const { return static_cast<std::uint8_t>(length_); }
  std::uint16_t most_weight() const { return most_weights[std::min(length_ / most_asked, most_weights.size() - 1)]; }
  unsigned asked() const { return static_cast<unsigned>(length_ % most_asked); }

  /// The bits that a name asks the other for.
  static std::uint64_t asked_bits(const AcrossRow& row) {
    return row.signature & (row.han ? transcription::han_asks : transcription::letters_ask);
  }
  static unsigned asks(const AcrossRow& row) { return static_cast<unsigned>(std::popcount(asked_bits(row))); }

 private:
  static constexpr std::size_t most_asked = 25;   // either side has 24 bits to ask by
  static constexpr std::array<std::uint16_t, 10> most_weights{150, 250, 350, 450, 550, 700, 900, 1200, 1800, 65535};

  std::size_t length_;
};

}  // namespace marque
