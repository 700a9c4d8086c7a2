#include "search/segment.hpp"

#include <algorithm>

#include "search/varint.hpp"

namespace marque {

namespace {

using layout::NameRow;
using layout::Section;

}  // namespace

void Segment::prefetch_text(std::uint32_t row) const noexcept {
  const std::uint64_t offset = text_offset(names()[row].text);
  const auto texts = bytes(Section::texts);
  if (offset < texts.size()) __builtin_prefetch(texts.data() + offset);
}

std::string_view Segment::label(std::uint32_t row) const noexcept {
  const auto places = as<std::uint64_t>(Section::label_places);
  const auto all = as<char>(Section::labels);
  const std::size_t block = row / layout::labels_a_block;
  if (block >= places.size() || places[block] > all.size()) return {};
  std::string_view rest(all.data() + places[block], all.size() - places[block]);
  for (std::size_t before = row % layout::labels_a_block; before > 0; --before) take(rest, take_length(rest));
  return take(rest, take_length(rest));
}

std::span<const std::uint16_t> Segment::groups(std::uint32_t row) const noexcept {
  const auto places = as<std::uint32_t>(Section::group_places);
  const auto lists = as<std::uint16_t>(Section::groups);
  if (row >= places.size() || places[row] == 0 || places[row] >= lists.size()) return {};
  const auto list = lists.subspan(places[row]);
  return list.subspan(1, std::min<std::size_t>(list[0], list.size() - 1));
}

std::optional<Fingerprint> Segment::logo(std::uint32_t row) const {
  const auto rows = logo_rows();
  const auto places = as<std::uint64_t>(Section::logo_places);
  const auto all = bytes(Section::logos);
  const auto found = std::lower_bound(rows.begin(), rows.end(), row);
  if (found == rows.end() || *found != row) return {};
  const auto which = static_cast<std::size_t>(found - rows.begin());
  if (which + 1 >= places.size() || places[which] > places[which + 1] || places[which + 1] > all.size()) return {};
  auto logo = fingerprint_from_bytes(all.subspan(places[which], places[which + 1] - places[which]));
  return logo ? std::optional(*std::move(logo)) : std::nullopt;
}

std::pair<std::uint32_t, std::uint32_t> Segment::rows_of(std::uint64_t id) const noexcept {
  const auto [first, last] = std::equal_range(names().begin(), names().end(), NameRow{id},
                                              [](const NameRow& a, const NameRow& b) { return a.id < b.id; });
  return {static_cast<std::uint32_t>(first - names().begin()), static_cast<std::uint32_t>(last - names().begin())};
}

bool Segment::overrides(std::uint64_t id) const noexcept {
  const auto removed = as<std::uint64_t>(Section::removed);
  if (std::binary_search(removed.begin(), removed.end(), id)) return true;
  const auto [first, last] = rows_of(id);
  return first != last;
}

Postings Segment::skeletons() const noexcept {
  return {as<std::uint32_t>(Section::skeleton_starts), as<std::uint32_t>(Section::skeleton_rows)};
}

std::size_t Segment::searched_bytes() const noexcept {
  constexpr std::array unsearched{Section::labels, Section::label_places, Section::removed, Section::rarity,
                                  Section::logo_rows, Section::logo_places, Section::logos};
  std::size_t all = 0, other = 0;
  for (const auto section : sections_) all += section.size();
  for (const Section section : unsearched) other += bytes(section).size();
  const std::size_t pictures = bytes(Section::logo_rows).size() + bytes(Section::logo_places).size() + bytes(Section::logos).size();
  return all - other + (bytes(Section::skeleton_rows).empty() ? pictures : 0);
}

}  // namespace marque
