#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace marque {

/// Letters after this many are not compared: marks are far shorter, and a name must not cost more than its neighbours.
inline constexpr std::size_t compared_letters = 64;

/// What the letters of a text are to a comparison, by small numbers given to all that the tables know; 0 is a letter
/// like no other but itself.
using LetterCode = std::uint8_t;
inline constexpr std::size_t letter_codes = 128;
LetterCode code_of(char32_t letter) noexcept;

/// The letter of a code; 0 of none.
char32_t letter_of(LetterCode code) noexcept;

/// The letter that two in a row read as together (rn: m); 0 for none.
LetterCode joined_of(LetterCode before, LetterCode letter) noexcept;

/// Whether it is the first of any such two.
bool begins_joined(LetterCode letter) noexcept;

/// The first compared letters of a text, as an alignment reads them.
class LetterText {
 public:
  LetterText() = default;
  explicit LetterText(std::u32string_view text) noexcept;

  std::size_t size() const noexcept { return size_; }
  LetterCode code(std::size_t at) const noexcept { return codes_[at]; }
  char32_t point(std::size_t at) const noexcept { return points_[at]; }
  std::u32string_view text() const noexcept { return {points_.data(), size_}; }

  /// joined_of() this one and the one before it.
  LetterCode joined(std::size_t at) const noexcept { return joined_[at]; }
  bool has_joined() const noexcept { return has_joined_; }

 private:
  std::array<char32_t, compared_letters> points_;
  std::array<LetterCode, compared_letters> codes_, joined_;
  std::size_t size_ = 0;
  bool has_joined_ = false;
};

}  // namespace marque
