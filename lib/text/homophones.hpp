#pragma once

#include <cstdint>
#include <span>

#include "marque/text/readings.hpp"

namespace marque {

/// A character with one of its readings, by its code (text/character_code.hpp).
struct Spoken {
  std::uint16_t code;
  std::uint8_t tone;
};

/// Every character that can be read as a syllable, once for each tone, by ascending code. The span lives as long as the program.
std::span<const Spoken> spoken(Syllable syllable) noexcept;

}  // namespace marque
