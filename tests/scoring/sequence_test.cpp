#include "scoring/sequence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace marque;

namespace {

PairTable random_pairs(std::mt19937& random) {
  PairTable pairs;
  pairs.resize(1 + random() % 5, 1 + random() % 5);
  for (std::size_t i = 0; i < pairs.rows(); ++i) {
    for (std::size_t j = 0; j < pairs.columns(); ++j) pairs.at(i, j) = random() % 2 == 0 ? 0 : static_cast<float>(random() % 5) / 4;
  }
  return pairs;
}

/// Every monotone alignment tried.
float best_sum(const PairTable& pairs, std::size_t i, std::size_t j) {
  if (i == pairs.rows() || j == pairs.columns()) return 0;
  return std::max({best_sum(pairs, i + 1, j), best_sum(pairs, i, j + 1), pairs.at(i, j) + best_sum(pairs, i + 1, j + 1)});
}

}  // namespace

TEST_CASE("the alignment shown has the greatest sum of all, and names every character once") {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    const PairTable pairs = random_pairs(random);
    float sum = 0;
    std::size_t next_row = 0, next_column = 0;
    for (const auto& [i, j] : best_alignment(pairs)) {
      if (i != no_index) CHECK(i == next_row++);
      if (j != no_index) CHECK(j == next_column++);
      if (i != no_index && j != no_index) sum += pairs.at(i, j);
    }
    CHECK(next_row == pairs.rows());
    CHECK(next_column == pairs.columns());
    CHECK(sum == Approx(best_sum(pairs, 0, 0)));
  }
}
