#include "logo/projection.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace marque;

namespace {

constexpr std::size_t place(std::size_t r, std::size_t c, std::size_t d) { return (r * shape_cells + c) * shape_directions + d; }

Description described(unsigned seed) {
  std::mt19937 random(seed);
  Description description;
  for (auto& value : description) value = static_cast<std::uint8_t>(random() % 60);
  return description;
}

/// What a description becomes when its picture is mirrored, left for right, or turned clockwise by a quarter.
Description changed(const Description& description, bool mirror) {
  Description out;
  for (std::size_t r = 0; r < shape_cells; ++r) {
    for (std::size_t c = 0; c < shape_cells; ++c) {
      for (std::size_t d = 0; d < shape_directions; ++d) {
        const std::size_t to = mirror ? place(r, shape_cells - 1 - c, (shape_directions - d) % shape_directions)
                                      : place(c, shape_cells - 1 - r, (d + shape_directions / 2) % shape_directions);
        out[to] = description[place(r, c, d)];
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the code of a turned picture is the turned code of the picture") {
  const Description original = described(GENERATE(range(0u, 10u)));
  const WideCode code(Projection::built_in().code(original));
  Description copy = original;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const WideCode other(Projection::built_in().code(copy));
    CHECK(turned_products(code, other)[turn] >= 0.99 * code.norm_squared);  // a coordinate of exactly 0 has no sign to change
    copy = turn == 3 ? changed(original, true) : changed(copy, false);
  }
}

TEST_CASE("the built-in table has every weight, within its bounds") {
  const Projection& table = Projection::built_in();
  std::size_t zeros = 0, all = 0;
  const auto count = [&](const auto& weights) {
    for (const std::int16_t weight : weights) {
      CHECK(std::abs(weight) <= 4095);
      ++all, zeros += weight == 0;
    }
  };
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    REQUIRE(table.kinds[kind].size() == signed_counts[kind]);
    for (const auto& weights : table.kinds[kind]) count(weights);
  }
  REQUIRE(table.pairs.size() == paired_coordinates);
  for (const auto& weights : table.pairs) count(weights);
  CHECK(zeros * 5 < all);
}
