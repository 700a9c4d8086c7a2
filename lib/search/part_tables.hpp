#pragma once

#include <cstdint>
#include <vector>

#include "marque/base/result.hpp"
#include "search/across_table.hpp"
#include "search/character_table.hpp"
#include "search/gram_table.hpp"
#include "search/letter_table.hpp"
#include "search/meaning_table.hpp"
#include "search/segment.hpp"

namespace marque {

/// The tables of a part that a bounded search scans. Their references are rows.
struct PartTables {
  CharacterTable characters;   ///< NameView::han, and core_han where it is another
  LetterTable look;            ///< latin, and core_latin where it is another
  LetterTable sound;           ///< phones
  GramTable parts;             ///< core_latin by its pieces
  AcrossTable across;          ///< names of characters alone and of letters alone, by their sounds
  MeaningTable meaning;        ///< meaning_words() of words, and core_han

  static Result<PartTables> open(const Segment& part);
};

/// Makes the tables of the names collected so far, whose skeletons are these, and puts them beside them.
void add_tables(SegmentParts& parts, std::vector<Posting> skeletons, unsigned threads);

}  // namespace marque
