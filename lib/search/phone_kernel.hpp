#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/phone_rows.hpp"

namespace marque {

/// The syllables of a query, to be aligned with many names at once. Costs are divided by a common number and rounded down.
struct SpokenPlan {
  struct Phone {
    std::uint8_t changes = 0;   ///< which table of `changes`
    std::uint8_t weight = 0;
  };
  struct Reading {
    std::vector<Phone> phones;
    std::uint8_t price = 0;
  };
  using Table = std::array<std::uint8_t, phone_codes>;   // by code

  std::vector<std::vector<Reading>> characters;
  std::vector<Table> changes;
  Table weights{};
  std::uint8_t allowed = 0;   // below 255

  static constexpr std::size_t most_tables = 2 * transcription::most_syllables * transcription::longest_syllable;
};

/// The rows of a block, bit by bit, whose alignment costs no more than allowed (transcription::cost).
using AlignPhones = std::uint64_t (*)(std::span<const std::uint8_t> columns, const SpokenPlan& plan);

#if defined(__x86_64__)
std::uint64_t align_phones_avx2(std::span<const std::uint8_t> columns, const SpokenPlan& plan);
std::uint64_t align_phones_avx512(std::span<const std::uint8_t> columns, const SpokenPlan& plan);
#endif

}  // namespace marque
