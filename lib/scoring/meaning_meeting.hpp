#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/dictionary_numbers.hpp"
#include "text/kinship.hpp"

namespace marque {

/// A part of a Chinese name as a word, with the glosses by which it may meet another word. A longer word that the dictionary knows may go across the
/// part (得力 across 力), which then is not meant by itself; but by a gloss that the longer word's own say too it is (白马 `white horse` says
/// `horse` of 马).
class PartWord {
 public:
  using Number = DictionaryNumbers::Number;

  PartWord(std::u32string_view name, std::size_t begin, std::size_t length, const DictionaryNumbers& book);

  std::span<const Number> heads() const noexcept { return heads_; }
  bool taken_apart(std::size_t rank) const noexcept { return (taken_apart_ >> rank & 1U) != 0; }   ///< by this gloss
  std::uint8_t form(std::size_t rank) const noexcept { return forms_[rank]; }

 private:
  void take_from(Number longer, const DictionaryNumbers& book);

  std::span<const Number> heads_;
  std::span<const std::uint8_t> forms_;
  std::uint32_t taken_apart_ = 0;   // a bit a gloss
};

/// The glosses in which two Chinese words meet best: one, or two that are kin; `link` says how alike they make the words. Several glosses in common
/// say more than one, but not of parts taken out of longer words: one character shares many with any other. `whole`: the words are
/// all of their names.
struct Meeting {
  DictionaryNumbers::Number a = DictionaryNumbers::none, b = DictionaryNumbers::none;
  KinLink link;
};
Meeting best_meeting(const PartWord& x, const PartWord& y, bool whole, const DictionaryNumbers& book);

/// What meetings are weighed by (weights::shared_gloss); for keys that many names are looked up by (meaning_keys.hpp).
namespace meeting {

/// What a gloss gives to the odds of a meeting: of a word that has so many, and has it at a place in a form.
float sureness(DictionaryNumbers::Number head, std::size_t rank, std::size_t glosses, std::uint8_t form, const DictionaryNumbers& book);

/// What two words' forms of a gloss give to the odds; 0 where it is a proper noun in one and a common word in the other.
float agreement(std::uint8_t a, std::uint8_t b);
float kin_agreement(std::uint8_t a, std::uint8_t b);   ///< of two glosses; proper nouns have no kin

/// What it leaves of the odds that either word is taken out of a longer one.
float part_odds(bool taken_apart);

/// Of words with `shared` glosses in common, the best of which has these odds.
float likeness(float odds, std::size_t shared);

/// Of words with glosses that are so much kin; `beside`: in names that are the same beside them, as words of their own.
float kin_likeness(float kin, float odds, bool beside);

/// The loosest kinship that counts: two kinds of one thing are different things, unless the rest of the names is the same.
constexpr Kinship least_kinship(bool whole) { return whole ? Kinship::kind : Kinship::sibling; }

}  // namespace meeting

}  // namespace marque
