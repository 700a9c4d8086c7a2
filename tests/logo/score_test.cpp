#include "logo/score.hpp"

#include <catch2/catch.hpp>

#include "marque/logo/similarity.hpp"

using namespace marque;

TEST_CASE("the points of the table rise from nothing to one, and are on the curve") {
  const auto& knots = score_knots();
  CHECK(knots.front().closeness == 0);
  CHECK(knots.front().score == 0);
  CHECK(knots.back().closeness == 1);
  CHECK(knots.back().score == 1);
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot &low = knots[i - 1], &high = knots[i];
    CHECK(low.closeness < high.closeness);
    CHECK(low.score < high.score);
    CHECK(logo_score(high.closeness) == Approx(high.score));
    CHECK(logo_score((low.closeness + high.closeness) / 2) == Approx((low.score + high.score) / 2));
  }
}

TEST_CASE("what is beyond the table scores as its ends do") {
  CHECK(logo_score(-0.5f) == 0);
  CHECK(logo_score(1.5f) == 1);
  CHECK(least_closeness(0) <= 0);
  CHECK(least_closeness(1.5f) > 1);
}

TEST_CASE("the least closeness of a score is a little below where the curve reaches it") {
  for (int i = 0; i <= 100; ++i) {
    const float score = static_cast<float>(i) / 100, least = least_closeness(score);
    CAPTURE(score, least);
    CHECK(logo_score(least) <= score);
    CHECK(logo_score(least + 0.001f) >= score);
  }
}
