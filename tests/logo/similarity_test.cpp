#include "marque/logo/similarity.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "logo/code.hpp"
#include "logo/made_prints.hpp"
#include "logo/weights.hpp"

using namespace marque;

TEST_CASE("a fingerprint agrees fully with itself, unturned") {
  const auto print = made_prints::print(GENERATE(range(0u, 12u)), GENERATE(1u, 4u));
  const LogoMatch match = compare(print, print);
  CHECK(match.score == 1.0f);
  CHECK(match.view_a == 0);
  CHECK(match.view_b == 0);
  CHECK(match.turn == LogoTurn::none);
}

TEST_CASE("the score is the same both ways round, to the last bit") {
  const unsigned seed = GENERATE(range(0u, 40u));
  const auto a = made_prints::print(seed, 1 + seed % 4, seed % 3), b = made_prints::print(seed + 100, 1 + seed / 4 % 4, seed % 5);
  const LogoMatch forth = compare(a, b), back = compare(b, a);
  CHECK(forth.score == back.score);
  CHECK(forth.score >= 0);
  CHECK(forth.score <= 1);
}

namespace {

/// A view's coordinates turned, as the magnitudes and signs of its code say.
std::array<int, coordinates> turned(const ViewCode& view, std::size_t turn) {
  const auto bit = [&](std::size_t plane, std::size_t i) { return view.code[plane * plane_bytes + i / 8] >> i % 8 & 1; };
  std::array<int, coordinates> own;
  for (std::size_t i = 0; i < coordinates; ++i) own[i] = std::array{2, 6, 11, 18}[static_cast<std::size_t>(2 * bit(1, i) + bit(2, i))] * (bit(0, i) ? -1 : 1);
  return made_prints::turned(own, turn);
}

/// The closeness of two views that both are the whole of a picture, coordinate by coordinate.
double obvious_closeness(const ViewCode& a, const ViewCode& b) {
  const auto y = turned(b, 0);
  double best = 0;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const auto x = turned(a, turn);
    double xy = 0, xx = 0, yy = 0;
    int differing = turn == 0 ? 0 : 3;
    for (std::size_t i = 0; i < coordinates; ++i) xy += x[i] * y[i], xx += x[i] * x[i], yy += y[i] * y[i], differing += (x[i] < 0) != (y[i] < 0);
    const double cosine = xy / std::sqrt(xx * yy), reduced = turn == 0 ? cosine : cosine - 0.05 * std::clamp(4 * (1 - cosine), 0.0, 1.0);
    best = std::max(best, std::min(reduced, (signs_allow - sign_worth * differing) / 1000.0));
  }
  return best;
}

}  // namespace

TEST_CASE("two whole pictures are as close as their coordinates say, no more than their signs allow") {
  const unsigned seed = GENERATE(range(0u, 40u));
  const auto a = made_prints::print(seed, 1);
  auto b = made_prints::print(seed + 100, 1);
  for (std::size_t plane = 0; plane < code_planes; ++plane) {
    const auto from = static_cast<std::ptrdiff_t>(plane * plane_bytes);
    std::copy_n(a.views[0].code.begin() + from, seed % plane_bytes, b.views[0].code.begin() + from);
  }
  CHECK(compare(a, b).closeness == Approx(obvious_closeness(a.views[0], b.views[0])).margin(1e-6));
}

TEST_CASE("a query made ready once gives what compare gives") {
  const LogoQuery query(made_prints::print(1, 3));
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto other = made_prints::print(seed, 1 + seed % 4);
    CHECK(query.match(other) == compare(made_prints::print(1, 3), other));
  }
}

TEST_CASE("asked for scores from one on, a query gives those in full and nothing for the rest") {
  const auto asked = made_prints::print(1, 3);
  const LogoQuery query(asked);
  for (unsigned seed = 0; seed < 20; ++seed) {
    auto other = made_prints::print(seed, 1 + seed % 4);
    other.views[0] = seed % 2 == 0 ? asked.views[2] : other.views[0];
    const LogoMatch whole = compare(asked, other);
    CHECK(query.match(other, whole.score) == whole);
    if (whole.score < 0.99f) CHECK(query.match(other, whole.score + 0.01f).score == 0);
  }
}

TEST_CASE("of pictures that have a view in common, the closer is the one of which more is found in the other") {
  auto asked = made_prints::print(1, 2), part = made_prints::print(2, 1), other = made_prints::print(2, 3), composed = made_prints::print(2, 3);
  for (auto* print : {&asked, &other, &composed}) {
    for (std::size_t i = 1; i < print->views.size(); ++i) print->views[i].view = LogoView::block;
  }
  part.views[0].code = asked.views[1].code;       // all of it
  other.views[1].code = asked.views[1].code;      // a third
  composed.views[1].code = asked.views[1].code;   // two thirds
  composed.views[2].code = asked.views[0].code;
  CHECK(compare(asked, part).closeness > compare(asked, other).closeness + 0.05f);
  CHECK(compare(asked, composed).closeness > compare(asked, other).closeness + 0.05f);
  CHECK(compare(asked, asked).score > compare(asked, composed).score);
}

TEST_CASE("the same part in another place is found, at a price") {
  auto a = made_prints::print(1, 2), b = made_prints::print(2, 3);
  a.views[1].view = b.views[2].view = LogoView::block;
  b.views[2].code = a.views[1].code;
  const LogoMatch match = compare(a, b);
  CHECK(match.view_a == 1);
  CHECK(match.view_b == 2);
  CHECK(match.score < 1);
  CHECK(match.score > 0.6f);
}

TEST_CASE("fingerprints that cannot be compared score nothing") {
  const auto good = made_prints::print(5, 2);
  auto other_version = good, without_views = good;
  other_version.version = fingerprint_version + 1;
  without_views.views.clear();
  for (const auto& bad : {other_version, without_views, Fingerprint{}}) {
    CHECK(compare(good, bad) == LogoMatch{});
    CHECK(compare(bad, good) == LogoMatch{});
  }
  CHECK(compare(other_version, other_version) == LogoMatch{});
}

TEST_CASE("every view and turn has a name of its own") {
  std::set<std::string_view> turns, views;
  for (int turn = 0; turn < 10; ++turn) turns.insert(name_of(static_cast<LogoTurn>(turn)));
  for (int view = 0; view < 4; ++view) views.insert(name_of(static_cast<LogoView>(view)));
  CHECK(turns.size() == 10);
  CHECK(views.size() == 4);
}
