#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace marque::lexicon_image {

/// The blocks of the lexicon (base/table_image.hpp): compile_lexicon.cpp writes them, lexicon.cpp reads them.
enum class Block {
  edition,          ///< u32: a hash of the tables they were made from
  word_starts,      ///< u32: of each word in `word_text`, and the end of the last
  word_text,
  english,          ///< u32: how many words are English; after them those of other languages alone
  foreign,          ///< u32: the words that are of another language too, ascending
  languages,        ///< u32: of each of these, a bit a language of `languages_known`
  word_slots,       ///< u32: the words by their hash
  word_sieve,       ///< u32: a bit for each value that sieve_place() gives of a word
  sense_starts,     ///< lists by word: their senses, the commonest first
  senses,
  clarity,          ///< u8, two a word: Lexicon::clarity() in hundredths, as noun or adjective and as verb
  holder_starts,    ///< lists by sense: the words that have it
  holders,
  parent_starts,    ///< lists by sense: what it is a kind of
  parents,
  child_starts,     ///< lists by sense: its kinds
  children,
  near_starts,      ///< lists by sense: the senses near it, both ways
  near,
  form_starts,      ///< irregular forms, ascending
  form_text,
  form_slots,       ///< u32: the forms by their hash
  form_bases,       ///< u32: the word that each is a form of
  forms_by_base,    ///< u32: the forms' numbers, by the word
  count,
};

/// Of the words that are not English, as ISO 639-1 names them.
inline constexpr std::array<std::string_view, 5> languages_known{"de", "es", "fr", "it", "pt"};

inline constexpr std::uint32_t unknown = 0xFFFFFFFF;

/// Slots, open addressing, a power of two of them, some `unknown`: a text's number in the lower bits, above them the upper bits of its
/// hash, by which most others are told apart without a look at it.
inline constexpr unsigned number_bits = 20;
inline constexpr std::uint32_t most_texts = (1u << number_bits) - 1;
constexpr std::uint32_t number_in(std::uint32_t slot) noexcept { return slot & most_texts; }
constexpr std::uint32_t slot_with(std::uint32_t number, std::uint32_t hash) noexcept { return number | (hash & ~most_texts); }

/// Where a text is, or would be. `texts[number]` gives a text.
template <class Slots, class Texts>
std::size_t slot_of(std::string_view text, std::uint32_t hash, const Slots& slots, const Texts& texts) noexcept {
  std::size_t at = hash & (slots.size() - 1);
  while (slots[at] != unknown && (((slots[at] ^ hash) & ~most_texts) != 0 || texts[number_in(slots[at])] != text)) at = (at + 1) & (slots.size() - 1);
  return at;
}

/// Most texts that are no word are told by a bit, which is sooner there than a slot.
inline constexpr unsigned sieve_bits = 19;
constexpr std::uint32_t sieve_place(std::uint32_t hash) noexcept { return hash >> (32 - sieve_bits); }

template <class Slots, class Texts>
std::uint32_t find(std::string_view text, std::uint32_t hash, const Slots& slots, const Texts& texts) noexcept {
  const std::uint32_t slot = slots[slot_of(text, hash, slots, texts)];
  return slot == unknown ? unknown : number_in(slot);
}

}  // namespace marque::lexicon_image
