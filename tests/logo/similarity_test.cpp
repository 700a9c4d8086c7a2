#include "marque/logo/similarity.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "logo/made_prints.hpp"

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

TEST_CASE("a query made ready once gives what compare gives") {
  const LogoQuery query(made_prints::print(1, 3));
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto other = made_prints::print(seed, 1 + seed % 4);
    CHECK(query.match(other) == compare(made_prints::print(1, 3), other));
  }
}

TEST_CASE("the same part in another place is found, at a small price") {
  auto a = made_prints::print(1, 2), b = made_prints::print(2, 3);
  a.views[1].view = b.views[2].view = LogoView::block;
  b.views[2].code = a.views[1].code;
  const LogoMatch match = compare(a, b);
  CHECK(match.view_a == 1);
  CHECK(match.view_b == 2);
  CHECK(match.score < 1);
  CHECK(match.score > 0.85f);
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
