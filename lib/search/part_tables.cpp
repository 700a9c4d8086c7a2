#include "search/part_tables.hpp"

#include <algorithm>
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

GramTableBuilder grams_of(const Segment& part, std::uint32_t begin, std::uint32_t end) {
  GramTableBuilder grams;
  for_each_name(part, begin, end, has_letters, [&](std::uint32_t row, const NameView& name) { grams.add(row, name); });
  return grams;
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
  HashBuckets<MeaningEntry> meanings;
  HashBuckets<std::uint32_t> same_words;
  AcrossTableBuilder across;
  std::vector<GramTableBuilder> grams((names.size() + rows_a_piece - 1) / rows_a_piece);
  std::vector<std::function<void()>> reading{
      [&] { meanings = std::move(meaning).build(); },
      [&] { for_each_name(names, has_letters, [&](std::uint32_t row, const NameView& name) { across.add_letters(row, name); }); },
      [&] { for_each_name(names, has_characters, [&](std::uint32_t row, const NameView& name) { across.add_characters(row, name); }); },
      [&] { same_words = make_postings(std::exchange(skeletons, {})); }};
  for (std::uint32_t piece = 0; piece < grams.size(); ++piece) {
    const std::uint32_t begin = piece * rows_a_piece, end = begin + std::min(rows_a_piece, names.size() - begin);
    reading.push_back([&, piece, begin, end] { grams[piece] = grams_of(names, begin, end); });
  }
  run_all(threads, reading);
  parts.put(Section::meaning_starts, std::move(meanings.starts));
  parts.put(Section::meaning_entries, std::move(meanings.values));
  parts.put(Section::skeleton_starts, std::move(same_words.starts));
  parts.put(Section::skeleton_rows, std::move(same_words.values));

  // The longest work first, so that threads end together.
  std::vector<std::byte> by_part, by_sound, by_look, by_across, by_characters;
  run_all(threads, {[&] { by_part = GramTableBuilder::build(std::exchange(grams, {})); },
                    [&] { by_sound = sound_table(names); },
                    [&] { by_look = look_table(names); },
                    [&] { by_across = across.build(); },
                    [&] { by_characters = character_table(names); }});
  parts.put(Section::letters_part, std::move(by_part));
  parts.put(Section::letters_sound, std::move(by_sound));
  parts.put(Section::letters_look, std::move(by_look));
  parts.put(Section::across, std::move(by_across));
  parts.put(Section::characters, std::move(by_characters));
}

}  // namespace marque
