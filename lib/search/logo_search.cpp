#include "search/logo_search.hpp"

#include <algorithm>

#include "search/name_judge.hpp"

namespace marque {

namespace {

constexpr std::size_t least_views = 1000, views_a_place = 20;

/// A bit a view for those whose names pass; empty where limits let all names in.
std::vector<std::uint16_t> allowed_views(const Segment& part, const LogoTable& table, const SearchLimits& limits) {
  if (limits.classes.empty() && limits.groups.empty() && limits.reach != Reach::any_class_only) return {};
  const NameFilter filter(limits);
  std::vector<std::uint16_t> allowed(table.tiles().size());
  for (std::size_t which = 0; which < table.rows().size(); ++which) {
    if (table.rows()[which] >= part.size() || !filter.passes(part, table.rows()[which])) continue;
    const auto [first, last] = table.views_of(which);
    for (std::size_t view = first; view < last; ++view)
      allowed[view / tile_views] = static_cast<std::uint16_t>(allowed[view / tile_views] | 1u << view % tile_views);
  }
  return allowed;
}

}  // namespace

std::vector<std::uint32_t> LogoSearch::nearest(const Segment& part, const std::function<bool()>& stopped) const {
  const LogoTable table = part.logos();
  const std::size_t views = std::max(least_views, views_a_place * std::min(limits_.top, table.views()));
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t which : nearest_pictures(table, ways_, allowed_views(part, table, limits_), views, limits_.threads, stopped)) {
    if (table.rows()[which] < part.size()) rows.push_back(table.rows()[which]);
  }
  return rows;
}

}  // namespace marque
