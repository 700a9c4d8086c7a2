#include "search/index_contents.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace marque {

namespace {

Rarity rarity_of(const Segment& first) {
  const auto table = first.as<float>(layout::Section::rarity);
  return table.size() == Rarity::size() ? Rarity(table) : Rarity();
}

}  // namespace

IndexContents::IndexContents(std::vector<Segment> parts, std::vector<PartTables> tables)
    : parts_(std::move(parts)), tables_(std::move(tables)), rarity_(rarity_of(parts_.front())) {}

bool IndexContents::is_live(std::size_t part, std::uint64_t id) const noexcept {
  return std::none_of(parts_.begin() + static_cast<std::ptrdiff_t>(part) + 1, parts_.end(),
                      [&](const Segment& later) { return later.overrides(id); });
}

std::optional<std::size_t> IndexContents::part_of(std::uint64_t id) const noexcept {
  for (std::size_t part = parts_.size(); part-- > 0;) {
    if (!parts_[part].overrides(id)) continue;
    const auto [first, last] = parts_[part].rows_of(id);
    return first < last ? std::optional(part) : std::nullopt;
  }
  return {};
}

Result<std::vector<PartTables>> tables_of(std::span<const Segment> parts) {
  std::vector<PartTables> all;
  for (const Segment& part : parts) {
    auto tables = PartTables::open(part);
    if (!tables) return tables.error();
    all.push_back(*std::move(tables));
  }
  return all;
}

}  // namespace marque
