#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scoring/transcription.hpp"
#include "search/table_layout.hpp"

namespace marque {

/// Phones of letters, each with one of its weights, as numbers below `phone_codes`; 0 is none, which weighs nothing.
inline constexpr std::size_t phone_codes = 128;
transcription::Phone phone_of_code(std::size_t code) noexcept;   ///< {0, 0} where there is none
std::size_t codes_in_use() noexcept;

/// Whether a phone is passed over by the order of rows: vowels and faint consonants, which alignments change or drop cheaply.
bool is_light(transcription::Phone phone) noexcept;

/// Gathers names in letters, and lays them out by the first two of their phones that are not light (FORMAT.md).
class PhoneRowsBuilder {
 public:
  void add(std::uint32_t reference, const transcription::Letters& phones);

  std::size_t rows() const noexcept { return references_.size(); }

  /// Appends the rows, whose first byte must lie at a multiple of 64. The same rows in the same order give the same bytes.
  void write(std::vector<std::byte>& bytes) const;

 private:
  std::vector<std::uint8_t> codes_;
  std::vector<std::uint32_t> ends_, keys_, references_;
};

/// Rows as write() laid them out: a view.
struct PhoneRows {
  /// A run of rows that begin alike: the codes of their first two phones that are not light, 0 where there is none.
  struct Run {
    std::uint8_t first = 0, second = 0;
    std::uint16_t zero = 0;
    std::uint32_t begin = 0;
  };

  std::size_t rows = 0;
  std::span<const Run> runs;
  std::span<const std::uint32_t> starts;   // of each block among the columns, and the end
  std::span<const std::uint8_t> columns;   // of 64 codes: the first phones of a block's rows, their second ones …
  const std::uint32_t* references = nullptr;

  static std::optional<PhoneRows> open(std::span<const std::byte> bytes, std::size_t rows);

  /// The columns of a block of 64 rows, at most transcription::most_letters of them. Damage gives others.
  std::span<const std::uint8_t> block(std::size_t block) const {
    const std::size_t all = columns.size() / block_rows, begin = std::min<std::size_t>(starts[block], all);
    const std::size_t end = std::clamp<std::size_t>(starts[block + 1], begin, std::min(all, begin + transcription::most_letters));
    return columns.subspan(begin * block_rows, (end - begin) * block_rows);
  }
};
static_assert(sizeof(PhoneRows::Run) == 8);

}  // namespace marque
