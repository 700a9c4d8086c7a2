#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"

namespace marque {

/// How the letters of two names compare: the four ways of likeness.hpp, each in [0,1].
struct LetterLikeness {
  float look = 0, sound = 0, mixed = 0, part = 0;
};

/// The letters of one name against many. Symmetric.
class LetterMatcher {
 public:
  explicit LetterMatcher(const NameView& query);

  LetterLikeness match(const NameView& other);

 private:
  ComparableName query_;
};

/// 1 − weighted edit distance / longer length: substitutions cost by the likeness of the letters, a swap of
/// neighbours by weights.hpp.
float letter_look(std::u32string_view a, std::u32string_view b);

/// How alike two texts of phones (NameView::phones) sound, in [0,1]. Symmetric.
float phone_likeness(std::u32string_view a, std::u32string_view b);

/// The letters of a text as a set of bits, each letter as often as it occurs, look-alikes as one: what two texts share
/// is bounded by the bits they share. One for look (NameView::latin, core_latin), one for sound (phones).
std::uint64_t look_signature(std::u32string_view letters);
std::uint64_t sound_signature(std::u32string_view phones);

/// The least number of bits that the look signatures of two texts must share, without which no likeness but sound reaches its
/// floor (sound: `phone_likeness` reaches `floor`); unset where none can at these lengths.
std::optional<unsigned> least_common_look(const LetterLikeness& floors, std::u32string_view query, std::size_t length);
std::optional<unsigned> least_common_sound(float floor, std::u32string_view phones, std::size_t length);

/// Whether one text of letters is the other with its front and back exchanged, each of at least three letters, or
/// the same words in another order.
bool words_reordered(const NameView& a, const NameView& b);

std::vector<std::u32string_view> split_words(std::u32string_view words);

}  // namespace marque
