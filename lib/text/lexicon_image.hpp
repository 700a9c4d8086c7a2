#pragma once

#include <cstdint>

namespace marque::lexicon_image {

/// The blocks of the lexicon (base/table_image.hpp): compile_lexicon.cpp writes them, lexicon.cpp reads them.
enum class Block {
  edition,          ///< u32: a hash of the tables they were made from
  word_starts,      ///< u32: of each word in `word_text`, and the end of the last
  word_text,
  english,          ///< u32: how many words are English; after them those of other languages alone
  foreign,          ///< u32: the words that are of another language too, ascending
  slots,            ///< u32: word numbers by hash(), open addressing, a power of two of them
  sense_starts,     ///< lists by word: their senses, the commonest first
  senses,
  holder_starts,    ///< lists by sense: the words that have it
  holders,
  parent_starts,    ///< lists by sense: what it is a kind of
  parents,
  child_starts,     ///< lists by sense: its kinds
  children,
  form_starts,      ///< irregular forms, ascending
  form_text,
  form_bases,       ///< u32: the word that each is a form of
  forms_by_base,    ///< u32: the forms' numbers, by the word
  count,
};

inline constexpr std::uint32_t unknown = 0xFFFFFFFF;

}  // namespace marque::lexicon_image
