#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/letter_signature.hpp"

namespace marque {

/// How the letters of two names compare: the four ways of likeness.hpp, each in [0,1] and a whole number of 255ths; a
/// way below its floor of weights.hpp is 0. `mixed` is the best of the others, raised where look and sound agree and where
/// both have a distinctive word, less where one is longer or has another number of words.
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
  std::size_t core_words_;
};

/// 1 − weighted edit distance / longer length: substitutions cost by the likeness of the letters, a swap of
/// neighbours by weights.hpp. What the examination counts differing letters by.
float letter_look(std::u32string_view a, std::u32string_view b);

/// How alike two texts of phones (NameView::phones) sound, in [0,1]: LetterLikeness::sound, 0 below its floor.
/// Symmetric. No allocation.
float phone_likeness(std::u32string_view a, std::u32string_view b) noexcept;

/// The likeness in 255ths that one of the ways must have, or a name without a distinctive word in common reaches none of the floors:
/// `mixed` is reached only where another way nearly does. A floor above 1 asks for nothing; above 255, none can. Of the look of `latin`
/// or `core_latin`, of the sound of `phones`, of the part of `core_latin`; of texts of these lengths in LetterSignature::units.
int least_look(const LetterLikeness& floors, std::size_t own, std::size_t other);
int least_sound(const LetterLikeness& floors, std::size_t own, std::size_t other);
int least_part(const LetterLikeness& floors, std::size_t own, std::size_t other);

/// The words of a name of several that distinguish: neither weak nor generic, and none of a name of more letters than are compared. Each
/// begins and ends at a border of part_borders().
std::vector<std::u32string> distinctive_words(const NameView& name);

/// Where in the core letters of a name a part of it can stand by itself: bit i between i − 1 and i. The ends, where words begin and
/// end, and where words that are joined to it do: weak ones, and any of the language at either end.
std::uint64_t part_borders(const NameView& name);

/// How long a name is at most in which letters that do not stand by themselves make a part of `least` 255ths.
std::size_t longest_with_part(int least, std::size_t part);

/// What a part of so many letters is of at most that begins the first word of a name of several, and goes on in the word.
int most_in_first_word(std::size_t part);

/// How many letters so many stretches that change places have together at least to make a part of `least` 255ths, of two names with
/// `letters` in all.
std::size_t least_kept(int least, std::size_t letters, std::size_t blocks);

/// Whether one text of letters is the other with its front and back exchanged, each of at least three letters, or
/// the same words in another order.
bool words_reordered(const NameView& a, const NameView& b);

std::vector<std::u32string_view> split_words(std::u32string_view words);

}  // namespace marque
