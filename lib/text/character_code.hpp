#pragma once

#include <cstddef>
#include <cstdint>

namespace marque {

/// Chinese characters as small dense numbers, for tables and search indexes. Every character with a reading, Mandarin or Cantonese, or a
/// known shape has one; 0 stands for all others. Not stable between versions of the tables: an index keeps beside
/// its codes which edition of the tables they are of.
std::uint16_t character_code(char32_t character) noexcept;

/// Codes in use, 0 included.
std::size_t character_codes() noexcept;

/// The character of a code; 0 for code 0.
char32_t character_of(std::uint16_t code) noexcept;

/// Clusters of characters, at most 256 each: members of a class look (sound) alike, so that the best member bounds
/// the class. Class 0 holds code 0.
std::uint8_t shape_class(std::uint16_t code) noexcept;
std::uint8_t sound_class(std::uint16_t code) noexcept;

}  // namespace marque
