#include "logo/code.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <random>
#include <utility>

using namespace marque;

namespace {

std::array<std::int32_t, coordinates> vector_of(unsigned seed) {
  std::mt19937 random(seed);
  std::array<std::int32_t, coordinates> values;
  for (auto& value : values) value = static_cast<std::int32_t>(random() % 20001) - 10000;
  return values;
}

/// The obvious way: a turn done to every coordinate.
std::array<std::int32_t, coordinates> turned(const std::array<std::int32_t, coordinates>& values, std::size_t turn) {
  const TurnAction& action = turn_actions[turn];
  auto out = values;
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = signed_starts[kind]; i < signed_starts[kind + 1]; ++i) out[i] *= action.signs[kind];
  }
  for (std::size_t i = signed_coordinates; i < signed_coordinates + paired_coordinates; ++i) {
    const std::int32_t x = values[i], y = values[i + paired_coordinates];
    out[i] = action.xx * x + action.xy * y;
    out[i + paired_coordinates] = action.yx * x + action.yy * y;
  }
  return out;
}

}  // namespace

TEST_CASE("a code keeps signs, and magnitudes in order") {
  const auto values = vector_of(GENERATE(range(0u, 20u)));
  const WideCode code(quantised(values));
  for (std::size_t i = 0; i < coordinates; ++i) {
    CHECK((code.values[i] < 0) == (values[i] < 0));
    for (std::size_t j = 0; j < i; ++j) {
      if (std::abs(values[i]) > std::abs(values[j])) REQUIRE(std::abs(code.values[i]) >= std::abs(code.values[j]));
    }
  }
}

TEST_CASE("the products with all turns are those of codes turned one by one") {
  const auto a = vector_of(GENERATE(range(0u, 20u))), b = vector_of(100);
  const auto products = turned_products(WideCode(quantised(a)), WideCode(quantised(b)));
  for (std::size_t turn = 0; turn < turn_count; ++turn)
    CHECK(products[turn] == turned_products(WideCode(quantised(turned(a, turn))), WideCode(quantised(b)))[0]);
}

TEST_CASE("the signs that differ after each turn are counted, and the fewest of them") {
  const auto a = vector_of(GENERATE(range(0u, 20u))), b = vector_of(100);
  const int turn_cost = GENERATE(0, 3, 40);
  const auto distances = turned_distances(CodeSigns(quantised(a)), CodeSigns(quantised(b)));
  int fewest = static_cast<int>(coordinates);
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const auto own = quantised(turned(a, turn)), other = quantised(b);
    int differing = 0;
    for (std::size_t byte = 0; byte < plane_bytes; ++byte) differing += std::popcount(static_cast<unsigned>(own[byte] ^ other[byte]));
    CHECK(distances[turn] == differing);
    fewest = std::min(fewest, differing + (turn == 0 ? 0 : turn_cost));
  }
  CHECK(least_distance(CodeSigns(quantised(a)), CodeSigns(quantised(b)), turn_cost) == fewest);
}

TEST_CASE("turns of codes are a group: two of them are a third") {
  const auto values = vector_of(3);
  for (std::size_t first = 0; first < turn_count; ++first) {
    for (std::size_t second = 0; second < turn_count; ++second) {
      const auto both = turned(turned(values, first), second);
      bool found = false;
      for (std::size_t turn = 0; turn < turn_count; ++turn) found = found || turned(values, turn) == both;
      CHECK(found);
    }
  }
}
