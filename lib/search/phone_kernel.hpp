#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/phone_rows.hpp"

namespace marque {

/// The syllables of a query, to be aligned with many names at once. All readings of a character are one: each of its phones costs what
/// the cheapest reading asks, so that no alignment costs more than it does with the readings apart. Costs are divided by a common
/// number and rounded down.
struct SpokenPlan {
  struct Phone {
    std::array<std::uint8_t, phone_codes> with{};   // by code: what it costs to be written so
    std::uint8_t without = 0;
  };

  std::vector<Phone> phones;
  std::vector<std::size_t> ends;                    // of each character's phones
  std::array<std::uint8_t, phone_codes> weights{};
  std::uint8_t allowed = 0;                         // below 255
};

/// The rows of a block, bit by bit, whose alignment costs no more than allowed: all for which transcription::cost does, and few others.
using AlignPhones = std::uint64_t (*)(std::span<const std::uint8_t> columns, const SpokenPlan& plan);

#if defined(__x86_64__)
std::uint64_t align_phones_avx2(std::span<const std::uint8_t> columns, const SpokenPlan& plan);
std::uint64_t align_phones_avx512(std::span<const std::uint8_t> columns, const SpokenPlan& plan);
#endif

}  // namespace marque
