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
void for_each_name(const Segment& part, std::uint32_t begin, std::uint32_t end, bool (*has)(std::uint64_t) noexcept, Put&& put) {
  NameReader reader;
  for (std::uint32_t row = begin; row < end; ++row) {
    if (has(part.names()[row].text)) put(row, part.name(row, reader));
  }
}
template <class Put>
void for_each_name(const Segment& part, bool (*has)(std::uint64_t) noexcept, Put&& put) {
  for_each_name(part, 0, part.size(), has, put);
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

constexpr std::uint32_t rows_a_piece = 1u << 16;

void add_grams(const Segment& part, std::uint32_t piece, GramTableBuilder& to) {
  const std::uint32_t begin = piece * rows_a_piece, end = begin + std::min(rows_a_piece, part.size() - begin);
  for_each_name(part, begin, end, has_letters, [&](std::uint32_t row, const NameView& name) { to.add(row, name); });
}

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

void add_tables(SegmentParts& parts, std::vector<Posting> skeletons, unsigned threads) {
  const Segment names({}, parts.sections());
  MeaningTableBuilder meaning(names, threads);
  AcrossTableBuilder across;
  std::vector<GramTableBuilder> grams((names.size() + rows_a_piece - 1) / rows_a_piece);
  HashBuckets<MeaningEntry> meanings;
  HashBuckets<std::uint32_t> same_words;
  in_parallel(threads, 4 + grams.size(), [&](const auto& next) {
    for (std::size_t task; next(task);) {
      switch (task) {
        case 0: meanings = std::move(meaning).build(); break;
        case 1: for_each_name(names, has_letters, [&](std::uint32_t row, const NameView& name) { across.add_letters(row, name); }); break;
        case 2: for_each_name(names, has_characters, [&](std::uint32_t row, const NameView& name) { across.add_characters(row, name); }); break;
        case 3: same_words = make_postings(std::exchange(skeletons, {})); break;
        default: add_grams(names, static_cast<std::uint32_t>(task - 4), grams[task - 4]);
      }
    }
  });
  parts.put(Section::meaning_starts, std::move(meanings.starts));
  parts.put(Section::meaning_entries, std::move(meanings.values));
  parts.put(Section::skeleton_starts, std::move(same_words.starts));
  parts.put(Section::skeleton_rows, std::move(same_words.values));

  struct Table {
    Section section;
    std::function<std::vector<std::byte>()> make;
    std::vector<std::byte> made{};
  };
  // The longest work first, so that threads end together.
  std::array tables{Table{Section::letters_part, [&] { return GramTableBuilder::build(grams); }},
                    Table{Section::letters_sound, [&] { return sound_table(names); }},
                    Table{Section::letters_look, [&] { return look_table(names); }},
                    Table{Section::across, [&] { return across.build(); }},
                    Table{Section::characters, [&] { return character_table(names); }}};
  in_parallel(threads, tables.size(), [&](const auto& next) {
    for (std::size_t which; next(which);) tables[which].made = tables[which].make();
  });
  for (Table& table : tables) parts.put(table.section, std::move(table.made));
}

}  // namespace marque
