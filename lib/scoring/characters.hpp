#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scoring/sequence.hpp"

namespace marque {

/// How two texts of Chinese characters compare: the four ways of likeness.hpp, each in [0,1].
struct CharacterLikeness {
  float look = 0, sound = 0, mixed = 0, part = 0;
};

/// Likeness by look and by sound of two characters, in [0,1]; 0 below the floors of weights.hpp.
float look_of(char32_t a, char32_t b) noexcept;
float sound_of(char32_t a, char32_t b) noexcept;

/// The better of the two, raised a little where both agree: what a character counts for in `mixed`.
float mixed_of(float look, float sound) noexcept;

/// Whether two texts hold the same characters in different orders.
bool reordered(std::u32string_view a, std::u32string_view b);

/// One Chinese text against many.
class CharacterMatcher {
 public:
  explicit CharacterMatcher(std::u32string_view query);

  CharacterLikeness match(std::u32string_view other);

  std::size_t length() const noexcept { return query_.size(); }

  /// What a search knows before it looks at a name: for every character code (text/character_code.hpp) its best mixed
  /// likeness to a character of the query, in 255ths, rounded up; 255 for code 0. No likeness of two characters is above it.
  std::vector<std::uint8_t> best_likenesses() const;

  /// The least sum of best_likenesses() over the `length` characters of a name without which none of its four
  /// likenesses reaches its floor; unset where none can, whatever the characters.
  std::optional<unsigned> least_sum(const CharacterLikeness& floors, std::size_t length) const;

 private:
  struct Row {
    float best = 0;
    std::size_t first = 0;   // in `cells_`: looks, then sounds
  };
  const Row& row_of(char32_t character);
  void fill(PairTable& pairs, std::size_t first) const;

  std::u32string query_;
  std::unordered_map<char32_t, Row> rows_;
  std::vector<std::size_t> firsts_;
  std::vector<float> cells_;
  PairTable look_, sound_, mixed_;
  std::vector<float> scratch_;
};

}  // namespace marque
