#include "text/glyph_shapes.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/embedded.hpp"

MARQUE_EMBEDDED(marque_glyph_shapes)

namespace marque {

namespace {

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

// Half a million neighbours are read twice at first use, hence no general splitting into fields.
template <class Row>
void for_each_list(Row&& row) {
  std::string_view table = embedded(marque_glyph_shapes, marque_glyph_shapes_end);
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

}  // namespace

const GlyphShapes& GlyphShapes::loaded() {
  static const GlyphShapes shapes;
  return shapes;
}

// A pair stands in the row of its lower character. Rows come in ascending order, so that a row first receives its
// lower neighbours, in order, and then its own.
GlyphShapes::GlyphShapes() {
  std::uint16_t rows = 0;
  for_each_list([&](char32_t character, std::string_view) { row_of_.set(character, ++rows); });
  ends_.resize(rows + std::size_t{1});
  for_each_list([&](char32_t character, std::string_view list) {
    for_each_neighbour(list, [&](char32_t other, const char*) {
      ++ends_[row_of_[character]];
      ++ends_[row_of_[other]];
    });
  });
  std::uint32_t used = 0;
  for (std::uint32_t& end : ends_) used = std::exchange(end, used) + used;
  neighbours_.resize(used);
  characters_.resize(used);
  const auto add = [this](char32_t character, GlyphNeighbour neighbour) {
    const std::uint32_t at = ends_[row_of_[character]]++;
    neighbours_[at] = neighbour;
    characters_[at] = static_cast<char16_t>(neighbour.character);
  };
  for_each_list([&](char32_t character, std::string_view list) {
    for_each_neighbour(list, [&](char32_t other, const char* digits) {
      add(character, {other, likeness_of(digits)});
      add(other, {character, likeness_of(digits)});
    });
  });
}

std::span<const GlyphNeighbour> GlyphShapes::neighbours(char32_t character) const noexcept {
  const std::size_t row = row_of_[character];
  if (row == 0) return {};
  return {neighbours_.data() + ends_[row - 1], neighbours_.data() + ends_[row]};
}

float GlyphShapes::between(char32_t a, char32_t b) const noexcept {
  const std::size_t row = row_of_[a];
  const auto end = characters_.begin() + ends_[row];
  const auto found = std::lower_bound(characters_.begin() + ends_[row - 1], end, static_cast<char16_t>(b));
  if (found == end || *found != b) return 0;
  return neighbours_[static_cast<std::size_t>(found - characters_.begin())].likeness;
}

std::span<const GlyphNeighbour> glyph_neighbours(char32_t character) noexcept {
  return GlyphShapes::loaded().neighbours(character);
}

}  // namespace marque
