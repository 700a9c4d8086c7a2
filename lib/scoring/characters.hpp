#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// How two texts of Chinese characters compare: the four ways of likeness.hpp, each in [0,1]. Worked out in whole
/// numbers up to one last division, so that every build and machine gives the same bits.
struct CharacterLikeness {
  float look = 0, sound = 0, mixed = 0, part = 0;

  bool operator==(const CharacterLikeness&) const = default;
};

/// Likeness by look and by sound of two characters, in [0,1]; 0 below the floors of weights.hpp.
float look_of(char32_t a, char32_t b) noexcept;
float sound_of(char32_t a, char32_t b) noexcept;

/// What two characters count for in each way, in 255ths. Within `look`, those that also sound alike come first, within
/// `sound` those that also look alike; `mixed` is the better of the two, raised a little where both agree.
struct PairLikeness {
  std::uint8_t look, sound, mixed;

  bool operator==(const PairLikeness&) const = default;
};
PairLikeness pair_likeness(char32_t a, char32_t b) noexcept;

/// Codes (text/character_code.hpp) from here on are of rare characters, which stand in no list of look-alikes: their likenesses are
/// looked up where they are met.
std::size_t listed_codes();

/// Whether two texts hold the same characters in different orders.
bool reordered(std::u32string_view a, std::u32string_view b);

/// Whether one text is the other said twice or more.
bool repeats(std::u32string_view longer, std::u32string_view shorter);

/// One Chinese text against many. The first few names are compared by looking every pair of characters up; after them
/// the query's likenesses to all characters are laid out, and a name of usual length takes less than 0.1 µs. Both
/// give the same. Only the first `limit` characters of a text are compared; all count as its length.
class CharacterMatcher {
 public:
  static constexpr std::size_t limit = 64;

  explicit CharacterMatcher(std::u32string_view query);

  CharacterLikeness match(std::u32string_view other);

  /// Lays the likenesses out at once: for a query that is going to meet many names.
  void prepare();

  std::size_t length() const noexcept { return length_; }

  /// What the `length` characters of a name count for in all, each for its best mixed likeness to a character of the query in
  /// 255ths: less than this, and none of the four likenesses reaches its floor; unset where none can, whatever the characters. A
  /// floor above 1 asks for nothing.
  std::optional<unsigned> least_sum(const CharacterLikeness& floors, std::size_t length) const;

  /// Which characters of the query an alignment that reaches a floor can set against one of a name.
  struct Partners {
    std::uint64_t alike = 0;      ///< a bit for each that may be alike
    bool same_anywhere = false;   ///< any that is the same

    bool operator==(const Partners&) const = default;
  };

  /// For the character at a place of a name of `length` characters, where each has partners in as many places as the floors
  /// ask for: an alignment keeps the order, so that few characters without a partner leave little room to shift.
  Partners partners(const CharacterLikeness& floors, std::size_t length, std::size_t place) const;

  /// Raises `best`, by character code, to the best mixed likeness to these characters of the query; codes beyond its end are not
  /// looked at. Precondition: prepare().
  void raise_to(const Partners& partners, std::span<std::uint8_t> best) const;

  /// Codes below this have likenesses laid out; others are looked up where they are met. Precondition: prepare().
  std::size_t laid_out() const noexcept { return slots_.size(); }

 private:
  const PairLikeness* row_of(char32_t character, PairLikeness* spare) const;
  float part(std::u32string_view other, std::span<const PairLikeness* const> columns) const;
  std::uint16_t slot_of(std::uint16_t code);
  void lay_out_sounds(std::size_t at);
  void lay_out_looks(std::size_t at);
  void look_like(std::size_t at, std::uint16_t code, float likeness);

  std::u32string query_;              // as far as it is compared
  std::size_t length_ = 0;
  unsigned met_ = 0;
  std::vector<std::uint16_t> slots_;  // by character code; empty until laid out
  std::vector<PairLikeness> cells_;   // slot 0 is like nothing
  std::vector<std::uint16_t> codes_;  // of the slots
};

}  // namespace marque
