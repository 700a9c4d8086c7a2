#include "search/segment.hpp"

#include <algorithm>

#include "search/list_column.hpp"
#include "search/varint.hpp"

namespace marque {

namespace {

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
  return list_of(as<std::uint32_t>(Section::group_places), as<std::uint16_t>(Section::groups), row);
}

std::span<const std::uint32_t> Segment::vienna(std::uint32_t row) const noexcept {
  return list_of(as<std::uint32_t>(Section::vienna_places), as<std::uint32_t>(Section::vienna), row);
}

RowStanding Segment::standing(std::uint32_t row) const noexcept {
  const auto standings = as<std::uint32_t>(Section::standings);
  return row < standings.size() ? RowStanding{standings[row]} : RowStanding{};
}

LogoTable Segment::logos() const noexcept {
  return {logo_rows(), as<std::uint32_t>(Section::logo_starts), as<SignTile>(Section::logo_signs), as<LogoViewRow>(Section::logo_views)};
}

std::optional<Fingerprint> Segment::logo(std::uint32_t row) const {
  const auto rows = logo_rows();
  const auto found = std::lower_bound(rows.begin(), rows.end(), row);
  if (found == rows.end() || *found != row) return {};
  auto logo = logos().picture(static_cast<std::size_t>(found - rows.begin()));
  return logo.views.empty() ? std::nullopt : std::optional(std::move(logo));
}

std::pair<std::uint32_t, std::uint32_t> Segment::rows_of(std::uint64_t id) const noexcept {
  const auto all = ids();
  const auto [first, last] = std::equal_range(all.begin(), all.end(), id);
  return {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - all.begin())};
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
  constexpr std::array unsearched{Section::labels, Section::label_places, Section::removed, Section::rarity};
  constexpr std::array of_pictures{Section::logo_rows, Section::logo_starts, Section::logo_signs, Section::logo_views};
  const auto sum = [&](const auto& sections) {
    std::size_t bytes_of_all = 0;
    for (const Section section : sections) bytes_of_all += bytes(section).size();
    return bytes_of_all;
  };
  std::size_t all = 0;
  for (const auto section : sections_) all += section.size();
  return all - sum(unsearched) - (bytes(Section::skeleton_rows).empty() ? 0 : sum(of_pictures));
}

}  // namespace marque
