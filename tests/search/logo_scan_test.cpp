#include "search/logo_scan.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "logo/code.hpp"
#include "logo/made_prints.hpp"
#include "logo/penalty.hpp"

using namespace marque;

namespace {

/// 1 or −1 for each coordinate, turned.
std::array<int, coordinates> turned_signs(const ViewCode& view, std::size_t turn) {
  std::array<int, coordinates> signs, out;
  for (std::size_t i = 0; i < coordinates; ++i) signs[i] = (view.code[i / 8] >> i % 8 & 1) != 0 ? -1 : 1;
  const TurnAction& action = turn_actions[turn];
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = signed_starts[kind]; i < signed_starts[kind + 1]; ++i) out[i] = action.signs[kind] * signs[i];
  }
  for (std::size_t i = signed_coordinates; i < signed_coordinates + paired_coordinates; ++i) {
    out[i] = action.xx * signs[i] + action.xy * signs[i + paired_coordinates];
    out[i + paired_coordinates] = action.yx * signs[i] + action.yy * signs[i + paired_coordinates];
  }
  return out;
}

/// The obvious way: every way of asking, in every turn, coordinate by coordinate.
std::uint32_t obvious_distance(const Fingerprint& asked, const std::vector<LogoWay>& ways, const ViewCode& view) {
  std::uint32_t best = 0xffff;
  const auto own = turned_signs(view, 0);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (std::size_t turn = 0; turn < turn_count; ++turn) {
      const auto signs = turned_signs(asked.seen(i), turn);
      std::uint32_t differing = ways[i].cost + (turn == 0 ? 0 : turn_bits);
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
  std::vector<LogoHit> hits;
  scan_tiles(ways, all.columns.signs, 0, {}, 0xffff, hits, isa);
  REQUIRE(hits.size() == all.columns.signs.size() * tile_views);
  for (std::size_t i = 0; i < all.views.size(); ++i) {
    CHECK(hits[i].view == i);
    CHECK(hits[i].distance == obvious_distance(asked, ways, all.views[i]));
  }
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

TEST_CASE("the nearest pictures are those of the nearest views, with any number of threads") {
  const Fingerprint asked = made_prints::print(5, 2, 3);
  const auto ways = logo_ways(asked);
  const Made all = made(3000);
  const LogoTable table = all.table();
  const std::size_t wanted = GENERATE(1u, 10u, 500u, 100000u);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < all.views.size(); ++i) order.emplace_back(obvious_distance(asked, ways, all.views[i]), i);
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), wanted));
  std::vector<std::uint32_t> expected;
  for (const auto& [distance, view] : order) expected.push_back(static_cast<std::uint32_t>(table.picture_of(view)));
  std::sort(expected.begin(), expected.end());
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  for (const unsigned threads : {1u, 3u}) CHECK(nearest_pictures(table, ways, {}, wanted, threads, [] { return false; }) == expected);
}

TEST_CASE("only views that are allowed are found") {
  const auto ways = logo_ways(made_prints::print(5, 2, 3));
  const Made all = made(200);
  std::vector<std::uint16_t> allowed(all.columns.signs.size());
  allowed[1] = 0x8001;
  std::vector<LogoHit> hits;
  scan_tiles(ways, all.columns.signs, 0, allowed, 0xffff, hits);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].view == 16);
  CHECK(hits[1].view == 31);
}
