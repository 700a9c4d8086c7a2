#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/letter_signature.hpp"

namespace marque {

/// How the letters of two names compare: the four ways of likeness.hpp, each in [0,1] and a whole number of 255ths; a
/// way below its floor of weights.hpp is 0. `mixed` is the best of the others, raised where look and sound agree.
struct LetterLikeness {
  float look = 0, sound = 0, mixed = 0, part = 0;
};

/// What rules most texts out before they are aligned.
struct LetterProfile {
  LetterProfile(LetterView view, std::u32string_view letters) noexcept;

  LetterSignature signature;
  int whole;              ///< credit_with_itself()
  unsigned doubled = 0;   ///< letters that repeat the one before them
};

/// A text of letters made ready to be compared with many.
struct LetterSide {
  LetterSide(LetterView view, std::u32string_view letters) noexcept
      : text(letters), profile(view, letters), order(view, letters) {}

  LetterText text;
  LetterProfile profile;
  LetterOrder order;
};

/// The letters of one name against many: the first `compared_letters` of each. Symmetric. Bits in
/// common rule most names out before they are aligned; no allocation.
class LetterMatcher {
 public:
  explicit LetterMatcher(const NameView& query);

  LetterLikeness match(const NameView& other) const noexcept;

 private:
  ComparableName query_;
  LetterSide latin_, core_, phones_;
  std::vector<std::u32string> distinctive_;   // words of the query
};

/// 1 − weighted edit distance / longer length: substitutions cost by the likeness of the letters, a swap of
/// neighbours by weights.hpp. What the examination counts differing letters by.
float letter_look(std::u32string_view a, std::u32string_view b);

/// How alike two texts of phones (NameView::phones) sound, in [0,1]: LetterLikeness::sound, 0 below its floor.
/// Symmetric. No allocation.
float phone_likeness(std::u32string_view a, std::u32string_view b) noexcept;

/// The letters of a text as a set of bits: what two texts have in common is bounded by the bits they have in common. One
/// for look (NameView::latin, and core_latin where it is another), one for sound (phones).
std::uint64_t look_signature(std::u32string_view letters);
std::uint64_t sound_signature(std::u32string_view phones);

/// The length by which sounds are bounded: a light phone is 1, another 2. At most 2 × compared_letters.
std::size_t sound_length(std::u32string_view phones);

/// The least number of bits that the signatures of a query and of a name must have in common, without which no way
/// reaches its floor; unset where none can at this length. A name is left out only where both rule it out: `mixed` is
/// reached only where another way nearly does, so it counts in both. `length` is of the name's row: its letters for look,
/// its sound_length() for sound. A way's floor above 1 asks for nothing.
std::optional<unsigned> least_common_look(const LetterLikeness& floors, std::u32string_view query, std::size_t length);
std::optional<unsigned> least_common_sound(const LetterLikeness& floors, std::u32string_view phones, std::size_t length);

/// Whether one text of letters is the other with its front and back exchanged, each of at least three letters, or
/// the same words in another order.
bool words_reordered(const NameView& a, const NameView& b);

std::vector<std::u32string_view> split_words(std::u32string_view words);

}  // namespace marque
