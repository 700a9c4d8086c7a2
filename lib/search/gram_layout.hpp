#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scoring/letter_text.hpp"
#include "search/table_layout.hpp"

/// How a table of parts is keyed and laid out (FORMAT.md).
namespace marque::gram_layout {

inline constexpr std::size_t gram = 3;
inline constexpr std::size_t length_starts = compared_letters + 2;

/// What a list is of: a piece anywhere, at the beginning or the end of what can stand by itself, or all letters in any order.
enum class Kind : std::uint32_t { anywhere, begins, ends, letters };

inline constexpr unsigned letter_bits = 6, gram_bits = gram * letter_bits;
inline constexpr std::uint32_t gram_mask = (1u << gram_bits) - 1;
inline constexpr std::size_t most_keys = std::size_t{4} << gram_bits;

constexpr std::uint32_t key_of(Kind kind, std::uint32_t piece) { return static_cast<std::uint32_t>(kind) << gram_bits | piece; }

constexpr std::uint32_t short_code(char32_t letter) {
  if (letter >= U'a' && letter <= U'z') return letter - U'a' + 1;
  if (letter >= U'0' && letter <= U'9') return letter - U'0' + 27;
  return 37 + letter % 27;
}

inline std::uint32_t piece_at(std::u32string_view letters, std::size_t at) {
  return short_code(letters[at]) << 2 * letter_bits | short_code(letters[at + 1]) << letter_bits | short_code(letters[at + 2]);
}

/// The same for texts of the same letters.
inline std::uint32_t letters_piece(std::u32string_view letters) {
  std::uint32_t sum = 0;
  for (const char32_t letter : letters) sum += (letter + 1) * (letter + 1) * 2654435761u >> 7;
  return (sum ^ sum >> gram_bits) & gram_mask;
}

struct Header {
  std::uint32_t rows = 0, keys = 0;
  std::uint64_t bytes = 0;
};
static_assert(sizeof(Header) == 16);

/// Where the parts of the table lie.
struct Layout {
  std::uint64_t starts, keys, places, references, lists, end;

  explicit Layout(const Header& header) : starts(sizeof(Header)) {
    keys = starts + length_starts * 4;
    places = (keys + std::uint64_t{header.keys} * 4 + 7) / 8 * 8;
    references = places + (std::uint64_t{header.keys} + 1) * 8;
    lists = references + std::uint64_t{header.rows} * 4;
    end = aligned_64(lists + header.bytes);
  }
};

}  // namespace marque::gram_layout
