#include "search/logo_search.hpp"

#include <algorithm>
#include <mutex>

#include "logo/penalty.hpp"
#include "logo/score.hpp"
#include "search/name_judge.hpp"
#include "search/parallel.hpp"

namespace marque {

namespace {

constexpr std::size_t least_views = 200, views_a_place = 4;

/// A bit a view for those whose names pass; empty where limits let all names in.
std::vector<std::uint16_t> allowed_views(const Segment& part, const LogoTable& table, const SearchLimits& limits) {
  const NameFilter filter(limits);
  if (filter.is_open()) return {};
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

LogoSearch::LogoSearch(const Segment& part, std::span<const LogoWay> ways, const SearchLimits& limits, const std::function<bool()>& stopped)
    : part_(part), limits_(limits), distances_(part.logos(), ways, allowed_views(part, part.logos(), limits), limits.threads, stopped),
      reach_(distances_.reach(std::max(least_views, views_a_place * std::min(limits.top, part.logos().views())))) {}

std::vector<std::uint32_t> LogoSearch::others(const LogoQuery& query, float score) const {
  constexpr std::size_t pictures_a_piece = 1024;
  const LogoTable table = part_.logos();
  const auto allowed = distances_.pictures(reach_, signs_allowed(least_closeness(score)));
  std::vector<std::uint32_t> reaching;
  std::mutex mutex;
  in_parallel(limits_.threads, (allowed.size() + pictures_a_piece - 1) / pictures_a_piece, [&](const auto& next) {
    std::vector<std::uint32_t> found;
    for (std::size_t piece; next(piece);) {
      for (std::size_t i = piece * pictures_a_piece; i < std::min(allowed.size(), (piece + 1) * pictures_a_piece); ++i) {
        if (query.match(table.picture(allowed[i]), score).score >= score) found.push_back(allowed[i]);
      }
    }
    const std::scoped_lock lock(mutex);
    reaching.insert(reaching.end(), found.begin(), found.end());
  });
  std::sort(reaching.begin(), reaching.end());
  return rows(reaching);
}

std::vector<std::uint32_t> LogoSearch::rows(std::span<const std::uint32_t> pictures) const {
  const auto known = part_.logos().rows();
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t which : pictures) {
    if (known[which] < part_.size()) rows.push_back(known[which]);
  }
  return rows;
}

}  // namespace marque
