#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "marque/scoring/comparable_name.hpp"

namespace marque {

/// Appends the texts of a name, equal ones once, and gives the word by which they are found again (NameRow::text):
/// from the lowest bit, three bits a text of NameView::fields() (0: empty, else which of those that follow), then the
/// offset. There the lengths in bytes lie (LEB128), then the texts in UTF-8.
std::uint64_t append_name(std::string& texts, const NameView& name);

/// The word for texts that stand so many bytes further on.
std::uint64_t moved_text(std::uint64_t place, std::uint64_t by) noexcept;

/// Where they lie, in bytes.
std::uint64_t text_offset(std::uint64_t place) noexcept;

/// Whether that name has Chinese characters, and whether letters: `han` and `latin` are not empty.
bool has_characters(std::uint64_t place) noexcept;
bool has_letters(std::uint64_t place) noexcept;

/// Reads them back. A view lives until the next is read. Damaged texts give other texts, never a read out of bounds.
class NameReader {
 public:
  NameView read(std::span<const std::byte> texts, std::uint64_t place);

 private:
  std::u32string points_;
};

}  // namespace marque
