// Makes the image of the likenesses of characters (glyph_shapes.hpp) from their table, when the library is built:
//
//     marque_compile_glyph_shapes glyph_shapes.tsv IMAGE
#include "text/glyph_shapes.hpp"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/table_image.hpp"

namespace {

using namespace marque;

// Rendered characters lie between U+3400 and U+9FFF, so that each is three bytes long.
constexpr std::size_t character_bytes = 3;
constexpr std::size_t likeness_at = character_bytes;
constexpr std::size_t neighbour_bytes = character_bytes + 3;  // two digits, then a space or the line's end

char32_t character_at(const char* bytes) {
  const auto low = [bytes](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[at])); };
  return (low(0) & 0xF) << 12 | (low(1) & 0x3F) << 6 | (low(2) & 0x3F);
}

float likeness_of(const char* digits) {
  return static_cast<float>((digits[0] - '0') * 10 + (digits[1] - '0')) / 100;
}

template <class Row>
void for_each_list(std::string_view table, Row&& row) {
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(line.size() + 1);
    if (line.front() == '#') continue;
    const std::string_view list = line.substr(character_bytes + 1);
    row(character_at(line.data()), list == "-" ? std::string_view{} : list);
  }
}

template <class Neighbour>
void for_each_neighbour(std::string_view list, Neighbour&& neighbour) {
  for (const char* at = list.data(); at < list.data() + list.size(); at += neighbour_bytes)
    neighbour(character_at(at), at + likeness_at);
}

// A pair stands in the row of its lower character. Rows come in ascending order, so that a row first receives its
// lower neighbours, in order, and then its own.
std::string image_of(std::string_view table) {
  std::uint16_t rows = 0;
  std::vector<std::uint16_t> row_of(GlyphShapes::most_characters);
  const auto row = [&](char32_t character) -> std::uint16_t& { return row_of[character - GlyphShapes::first_character]; };
  for_each_list(table, [&](char32_t character, std::string_view) { row(character) = ++rows; });
  std::vector<std::uint32_t> ends(rows + std::size_t{1});
  for_each_list(table, [&](char32_t character, std::string_view list) {
    for_each_neighbour(list, [&](char32_t other, const char*) {
      ++ends[row(character)];
      ++ends[row(other)];
    });
  });
  std::uint32_t used = 0;
  for (std::uint32_t& end : ends) used = std::exchange(end, used) + used;
  std::vector<GlyphNeighbour> neighbours(used);
  std::vector<char16_t> characters(used);
  const auto add = [&](char32_t character, GlyphNeighbour neighbour) {
    const std::uint32_t at = ends[row(character)]++;
    neighbours[at] = neighbour;
    characters[at] = static_cast<char16_t>(neighbour.character);
  };
  for_each_list(table, [&](char32_t character, std::string_view list) {
    for_each_neighbour(list, [&](char32_t other, const char* digits) {
      add(character, {other, likeness_of(digits)});
      add(other, {character, likeness_of(digits)});
    });
  });
  return table_image::Writer().put(row_of).put(ends).put(neighbours).put(characters).bytes();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: marque_compile_glyph_shapes SHAPES IMAGE\n", stderr), 2;
  std::ifstream table(argv[1], std::ios::binary);
  const std::string shapes{std::istreambuf_iterator<char>(table), {}};
  if (shapes.empty()) return std::fputs("marque_compile_glyph_shapes: no table\n", stderr), 1;
  std::ofstream file(argv[2], std::ios::binary);
  file << image_of(shapes);
  return file.flush() ? 0 : 1;
}
