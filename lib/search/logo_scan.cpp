#include "search/logo_scan.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "logo/code.hpp"
#include "logo/penalty.hpp"
#include "search/parallel.hpp"

namespace marque {

namespace {

/// Signs of coordinates as words.
using Signs = std::array<std::uint32_t, sign_words>;

Signs signs_of(const ViewCode& view) {
  Signs signs;
  std::memcpy(signs.data(), view.code.data(), sizeof signs);
  return signs;
}

/// More than any way and turn can come to.
constexpr std::size_t most_distance = 512;
constexpr std::size_t tiles_a_piece = 512;

/// Asks for the words of a tile that will be compared soon: processors do not read ahead across pages on their own. (GCC takes a call of
/// what only asks ahead for one without effect and drops it.)
[[gnu::always_inline]] inline void ask_ahead(std::span<const SignTile> tiles, std::size_t at) {
  constexpr std::size_t tiles_ahead = 16;
  if (at + tiles_ahead >= tiles.size()) return;
  for (const auto& word : tiles[at + tiles_ahead]) __builtin_prefetch(word.data());
}

}  // namespace

std::vector<LogoWay> logo_ways(const Fingerprint& asked) {
  // Turns by 0 and 180°, by 90 and 270°, and their mirror images share the signs of the kinds.
  constexpr std::array<std::size_t, LogoWay::patterns> of_turn{0, 1, 4, 5};
  const std::vector<int> penalties = asking_penalties(asked);
  std::vector<LogoWay> ways;
  for (std::size_t i = 0; i < penalties.size(); ++i) {
    const ViewCode& view = asked.seen(i);
    const Signs signs = signs_of(view);
    LogoWay way{};
    for (std::size_t pattern = 0; pattern < LogoWay::patterns; ++pattern) {
      const std::uint64_t mask = changed_signs(turn_actions[of_turn[pattern]]);
      way.kinds[pattern] = {signs[0] ^ static_cast<std::uint32_t>(mask), signs[1] ^ static_cast<std::uint32_t>(mask >> 32)};
    }
    way.x = {signs[2], signs[3]};
    way.y = {signs[4], signs[5]};
    way.cost = signs_of_penalty(penalties[i]);
    ways.push_back(way);
  }
  return ways;
}

namespace logo_kernel {

TileDistances portable(std::span<const LogoWay> ways, const SignTile& tile) {
  const auto word = [](std::uint32_t low, std::uint32_t high) { return std::uint64_t{high} << 32 | low; };
  const auto apart = [](std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); };
  TileDistances distances;
  for (std::size_t lane = 0; lane < tile_views; ++lane) {
    const std::uint64_t kinds = word(tile[0][lane], tile[1][lane]), x = word(tile[2][lane], tile[3][lane]), y = word(tile[4][lane], tile[5][lane]);
    int best = std::numeric_limits<int>::max();
    for (const LogoWay& way : ways) {
      const std::uint64_t way_x = word(way.x[0], way.x[1]), way_y = word(way.y[0], way.y[1]);
      const int xx = apart(way_x, x), yy = apart(way_y, y), xy = apart(way_x, y), yx = apart(way_y, x);
      const auto kind = [&](std::size_t pattern) { return apart(word(way.kinds[pattern][0], way.kinds[pattern][1]), kinds); };
      constexpr int half = static_cast<int>(paired_coordinates);
      const int upright = kind(0);
      const int turned = std::min({upright - std::abs(xx + yy - half), kind(1) - std::abs(yx - xy), kind(2) - std::abs(xx - yy),
                                   kind(3) - std::abs(yx + xy - half)});
      best = std::min(best, static_cast<int>(way.cost) + std::min(upright + xx + yy, turned + half + static_cast<int>(turn_signs)));
    }
    distances[lane] = static_cast<std::uint16_t>(std::min(best, 0xffff));
  }
  return distances;
}

}  // namespace logo_kernel

void scan_tiles(std::span<const LogoWay> ways, std::span<const SignTile> tiles, std::span<const std::uint16_t> allowed,
                std::span<TileDistances> distances, Isa isa) {
  const auto kernel = isa == Isa::avx512 ? &logo_kernel::avx512 : isa == Isa::avx2 ? &logo_kernel::avx2 : &logo_kernel::portable;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    ask_ahead(tiles, i);
    if (allowed.empty() || allowed[i] != 0) distances[i] = kernel(ways, tiles[i]);
    else distances[i].fill(out_of_reach);
    if (allowed.empty() || allowed[i] == 0xffff) continue;
    for (std::size_t lane = 0; lane < tile_views; ++lane) {
      if ((allowed[i] >> lane & 1) == 0) distances[i][lane] = out_of_reach;
    }
  }
}

LogoDistances::LogoDistances(const LogoTable& table, std::span<const LogoWay> ways, std::span<const std::uint16_t> allowed, unsigned threads,
                             const std::function<bool()>& stopped)
    : table_(table), distances_(table.tiles().size()) {
  in_parallel(threads, (distances_.size() + tiles_a_piece - 1) / tiles_a_piece, [&](const auto& next) {
    for (std::size_t piece; next(piece) && !stopped();) {
      const std::size_t first = piece * tiles_a_piece, count = std::min(tiles_a_piece, distances_.size() - first);
      scan_tiles(ways, table.tiles().subspan(first, count), allowed.empty() ? allowed : allowed.subspan(first, count),
                 std::span(distances_).subspan(first, count));
    }
  });
  // The last tile may not be full.
  for (std::size_t view = table.views(); view < distances_.size() * tile_views; ++view) distances_[view / tile_views][view % tile_views] = out_of_reach;
}

std::uint32_t LogoDistances::reach(std::size_t views) const {
  std::array<std::size_t, most_distance + 1> counts{};
  for (const TileDistances& tile : distances_) {
    for (const std::uint16_t distance : tile) ++counts[std::min<std::size_t>(distance, most_distance)];
  }
  std::size_t distance = 0;
  for (std::size_t seen = counts[0]; seen < views && distance + 1 < most_distance; seen += counts[++distance]) {
  }
  return static_cast<std::uint32_t>(distance);
}

std::vector<std::uint32_t> LogoDistances::pictures(std::optional<std::uint32_t> beyond, std::uint32_t within) const {
  std::vector<std::uint32_t> pictures;
  const std::uint32_t from = beyond ? *beyond + 1 : 0, to = std::min<std::uint32_t>(within, most_distance);
  for (std::size_t tile = 0; tile < distances_.size(); ++tile) {
    if (*std::min_element(distances_[tile].begin(), distances_[tile].end()) > to) continue;
    for (std::size_t lane = 0; lane < tile_views; ++lane) {
      if (distances_[tile][lane] < from || distances_[tile][lane] > to) continue;
      const std::size_t which = table_.picture_of(tile * tile_views + lane, pictures.empty() ? 0 : pictures.back());
      if (which < table_.rows().size() && (pictures.empty() || pictures.back() != which)) pictures.push_back(static_cast<std::uint32_t>(which));
    }
  }
  return pictures;
}

}  // namespace marque
