#include "search/part_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "scoring/characters.hpp"
#include "scoring/letters.hpp"
#include "search/parallel.hpp"
#include "text/character_code.hpp"

namespace marque {

namespace {

using layout::Section;

/// Calls `put(row, name)` for every name that has texts of a kind.
template <class Put>
void for_each_name(const Segment& part, bool (*has)(std::uint64_t) noexcept, Put&& put) {
  NameReader reader;
  for (std::uint32_t row = 0; row < part.size(); ++row) {
    if (has(part.names()[row].text)) put(row, part.name(row, reader));
  }
}

/// Rare characters, which a query knows nothing of, are of class 0: in others they would pass for the best of their class.
std::vector<std::uint8_t> classes_by(std::uint8_t (*class_of)(std::uint16_t) noexcept) {
  std::vector<std::uint8_t> classes(listed_codes());
  for (std::size_t code = 0; code < classes.size(); ++code) classes[code] = class_of(static_cast<std::uint16_t>(code));
  return classes;
}

std::vector<std::byte> character_table(const Segment& part) {
  CharacterTableBuilder table;
  std::vector<std::uint16_t> codes;
  const auto add = [&](std::uint32_t row, std::u32string_view han) {
    codes.resize(han.size());
    std::transform(han.begin(), han.end(), codes.begin(), character_code);
    if (!codes.empty()) table.add(row, codes);
  };
  for_each_name(part, has_characters, [&](std::uint32_t row, const NameView& name) {
    add(row, name.han);
    if (name.core_han != name.han) add(row, name.core_han);
  });
  const auto sounds = classes_by(sound_class), shapes = classes_by(shape_class);
  return table.build({sounds, shapes});
}

std::vector<std::byte> look_table(const Segment& part) {
  LetterTableBuilder table(LetterView::look);
  for_each_name(part, has_letters, [&](std::uint32_t row, const NameView& name) {
    table.add(row, name.latin);
    if (name.core_latin != name.latin) table.add(row, name.core_latin);
  });
  return table.build();
}

std::vector<std::byte> sound_table(const Segment& part) {
  LetterTableBuilder table(LetterView::sound);
  for_each_name(part, has_letters, [&](std::uint32_t row, const NameView& name) { table.add(row, name.phones); });
  return table.build();
}

std::vector<std::byte> gram_table(const Segment& part) {
  GramTableBuilder table;
  for_each_name(part, has_letters, [&](std::uint32_t row, const NameView& name) { table.add(row, name); });
  return table.build();
}

std::vector<std::byte> across_table(const Segment& part, unsigned threads) {
  AcrossTableBuilder table;
  in_parallel(threads, 2, [&](const auto& next) {
    for (std::size_t which; next(which);) {
      if (which == 0) for_each_name(part, has_letters, [&](std::uint32_t row, const NameView& name) { table.add_letters(row, name); });
      else for_each_name(part, has_characters, [&](std::uint32_t row, const NameView& name) { table.add_characters(row, name); });
    }
  });
  return table.build(threads);
}

struct TableMaker {
  Section section;
  std::vector<std::byte> (*make)(const Segment&);
};
// The longest work first, so that threads end together.
constexpr std::array makers{TableMaker{Section::letters_part, gram_table}, TableMaker{Section::letters_sound, sound_table},
                            TableMaker{Section::letters_look, look_table}, TableMaker{Section::characters, character_table}};

}  // namespace

Result<PartTables> PartTables::open(const Segment& part) {
  PartTables tables;
  auto characters = CharacterTable::open(part.bytes(Section::characters));
  if (!characters) return characters.error();
  tables.characters = *std::move(characters);
  auto look = LetterTable::open(LetterView::look, part.bytes(Section::letters_look));
  if (!look) return look.error();
  tables.look = *std::move(look);
  auto sound = LetterTable::open(LetterView::sound, part.bytes(Section::letters_sound));
  if (!sound) return sound.error();
  tables.sound = *std::move(sound);
  auto parts = GramTable::open(part.bytes(Section::letters_part));
  if (!parts) return parts.error();
  tables.parts = *parts;
  auto across = AcrossTable::open(part.bytes(Section::across));
  if (!across) return across.error();
  tables.across = *std::move(across);
  tables.meaning = MeaningTable(part);
  return tables;
}

void add_tables(SegmentParts& parts, unsigned threads) {
  const Segment names({}, parts.sections());
  std::array<std::vector<std::byte>, makers.size()> made;
  OwnedMeaningTable meaning = make_meaning_table(names, threads);
  parts.put(Section::across, across_table(names, threads));
  in_parallel(threads, makers.size(), [&](const auto& next) {
    for (std::size_t which; next(which);) made[which] = makers[which].make(names);
  });
  for (std::size_t which = 0; which < makers.size(); ++which) parts.put(makers[which].section, std::move(made[which]));
  parts.put(Section::meaning_starts, std::move(meaning.starts));
  parts.put(Section::meaning_entries, std::move(meaning.entries));
}

}  // namespace marque
