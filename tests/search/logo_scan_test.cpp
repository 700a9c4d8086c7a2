#include "search/logo_scan.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "logo/code.hpp"
#include "logo/made_prints.hpp"
#include "logo/penalty.hpp"
#include "logo/score.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;

namespace {

/// 1 or −1 for each coordinate, turned.
std::array<int, coordinates> turned_signs(const ViewCode& view, std::size_t turn) {
  std::array<int, coordinates> signs;
  for (std::size_t i = 0; i < coordinates; ++i) signs[i] = (view.code[i / 8] >> i % 8 & 1) != 0 ? -1 : 1;
  return made_prints::turned(signs, turn);
}

/// The obvious way: every way of asking, in every turn, coordinate by coordinate.
std::uint32_t obvious_distance(const Fingerprint& asked, const std::vector<LogoWay>& ways, const ViewCode& view) {
  std::uint32_t best = 0xffff;
  const auto own = turned_signs(view, 0);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (std::size_t turn = 0; turn < turn_count; ++turn) {
      const auto signs = turned_signs(asked.seen(i), turn);
      std::uint32_t differing = ways[i].cost + (turn == 0 ? 0 : turn_signs);
      for (std::size_t c = 0; c < coordinates; ++c) differing += signs[c] != own[c];
      best = std::min(best, differing);
    }
  }
  return best;
}

struct Made {
  LogoColumns columns;
  std::vector<ViewCode> views;
  LogoTable table() const { return {columns.rows, columns.starts, columns.signs, columns.views}; }
};

Made made(std::size_t pictures) {
  Made all;
  for (unsigned i = 0; i < pictures; ++i) {
    const Fingerprint print = made_prints::print(1000 + i, 1 + i % 4);
    all.columns.add(2 * i, print);
    all.views.insert(all.views.end(), print.views.begin(), print.views.end());
  }
  return all;
}

}  // namespace

TEST_CASE("every kernel gives the distance that comparing bit by bit gives") {
  const Fingerprint asked = made_prints::print(GENERATE(range(0u, 8u)), 3, 7);
  const auto ways = logo_ways(asked);
  const Made all = made(40);
  const Isa isa = GENERATE(Isa::portable, Isa::avx2, Isa::avx512);
  if (isa > best_isa()) return;
  std::vector<TileDistances> distances(all.columns.signs.size());
  scan_tiles(ways, all.columns.signs, {}, distances, isa);
  for (std::size_t i = 0; i < all.views.size(); ++i) CHECK(distances[i / tile_views][i % tile_views] == obvious_distance(asked, ways, all.views[i]));
}

TEST_CASE("a table gives back the pictures that were put in") {
  const Made all = made(37);
  const LogoTable table = all.table();
  REQUIRE(table.rows().size() == 37);
  for (unsigned i = 0; i < 37; ++i) {
    CHECK(table.picture(i) == made_prints::print(1000 + i, 1 + i % 4));
    const auto [first, last] = table.views_of(i);
    for (std::size_t view = first; view < last; ++view) CHECK(table.picture_of(view) == i);
  }
  CHECK(table.picture_of(table.views()) >= table.rows().size() - 1);
}

TEST_CASE("the pictures within a distance are those with a view within it, with any number of threads") {
  const Fingerprint asked = made_prints::print(5, 2, 3);
  const auto ways = logo_ways(asked);
  const Made all = made(3000);
  const LogoTable table = all.table();
  std::vector<std::uint32_t> order;
  for (const ViewCode& view : all.views) order.push_back(obvious_distance(asked, ways, view));
  const auto expected = [&](std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> pictures;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      if (order[i] >= from && order[i] <= to) pictures.push_back(static_cast<std::uint32_t>(table.picture_of(i)));
    }
    pictures.erase(std::unique(pictures.begin(), pictures.end()), pictures.end());
    return pictures;
  };
  const std::size_t wanted = GENERATE(1u, 10u, 500u, 100000u);
  for (const unsigned threads : {1u, 3u}) {
    const LogoDistances distances(table, ways, {}, threads, [] { return false; });
    const std::uint32_t reach = distances.reach(wanted);
    const auto within = static_cast<std::size_t>(std::count_if(order.begin(), order.end(), [&](std::uint32_t d) { return d <= reach; }));
    CHECK(within >= std::min(wanted, order.size()));
    CHECK(distances.pictures({}, reach) == expected(0, reach));
    CHECK(distances.pictures(reach, reach + 5) == expected(reach + 1, reach + 5));
  }
}

TEST_CASE("only views that are allowed are found") {
  const auto ways = logo_ways(made_prints::print(5, 2, 3));
  const Made all = made(200);
  std::vector<std::uint16_t> allowed(all.columns.signs.size());
  allowed[1] = 0x8001;
  const LogoDistances distances(all.table(), ways, allowed, 1, [] { return false; });
  const auto found = distances.pictures({}, out_of_reach);
  const std::vector<std::uint32_t> expected{static_cast<std::uint32_t>(all.table().picture_of(16)), static_cast<std::uint32_t>(all.table().picture_of(31))};
  CHECK(found == expected);
}

TEST_CASE("no picture scores more than the signs of its codes allow") {
  const unsigned seed = GENERATE(range(0u, 30u));
  Fingerprint asked = made_prints::print(seed, 1 + seed % 4, seed % 6), other = made_prints::print(seed + 50, 1 + seed % 3);
  const std::size_t alike = seed * 2;   // bytes in common, so that all closenesses come up
  std::copy_n(asked.seen(seed % (asked.views.size() + asked.probes.size())).code.begin(), alike, other.views[0].code.begin());
  const float closeness = LogoQuery(asked).match(other).closeness;
  std::uint32_t nearest = 0xffff;
  for (const ViewCode& view : other.views) nearest = std::min(nearest, obvious_distance(asked, logo_ways(asked), view));
  CAPTURE(closeness);
  CHECK(nearest <= signs_allowed(closeness));
  CHECK(least_closeness(logo_score(closeness)) <= closeness);
  CHECK(least_closeness(logo_score(closeness)) > closeness - 0.001f);
}
