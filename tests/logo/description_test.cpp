#include "logo/description.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "logo/layout.hpp"
#include "logo/resample.hpp"

using namespace marque;

namespace {

/// The mean of what a sample covers, the obvious way: blow the row up to a multiple of both lengths.
std::vector<std::uint8_t> blown_up_mean(const std::vector<std::uint8_t>& row, std::size_t to) {
  std::vector<std::uint8_t> out;
  for (std::size_t i = 0; i < to; ++i) {
    std::size_t sum = 0;
    for (std::size_t k = 0; k < row.size(); ++k) sum += row[(i * row.size() + k) / to];
    out.push_back(static_cast<std::uint8_t>((sum + row.size() / 2) / row.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("an angle is within a third of a degree of the arc tangent") {
  std::mt19937 random(3);
  for (int i = 0; i < 20000; ++i) {
    const auto x = static_cast<std::int32_t>(random() % 40001) - 20000,
               y = static_cast<std::int32_t>(random() % 40001) - 20000;
    if (x == 0 && y == 0) continue;
    const double turn = std::atan2(y, x) / (2 * 3.14159265358979) * 65536;
    const double difference = std::remainder(binary_angle(x, y) - turn, 65536.0);
    REQUIRE(std::abs(difference) < 65536.0 / 360 / 3);
  }
}

TEST_CASE("angles turn and mirror exactly") {
  std::mt19937 random(4);
  for (int i = 0; i < 5000; ++i) {
    const auto x = static_cast<std::int32_t>(random() % 2001) - 1000,
               y = static_cast<std::int32_t>(random() % 2001) - 1000;
    if (x == 0 || y == 0 || std::abs(x) == std::abs(y)) continue;
    REQUIRE(binary_angle(-y, x) == static_cast<std::uint16_t>(binary_angle(x, y) + 16384));
    REQUIRE(binary_angle(x, -y) == static_cast<std::uint16_t>(65536 - binary_angle(x, y)));
  }
}

TEST_CASE("a resized row holds the mean of what each sample covers") {
  const auto [from, to] =
      GENERATE(table<std::uint32_t, std::uint32_t>({{7, 3}, {3, 7}, {64, 1}, {1, 5}, {12, 12}, {100, 64}}));
  std::mt19937 random(5);
  std::vector<std::uint8_t> row(from);
  for (auto& value : row) value = static_cast<std::uint8_t>(random());
  CHECK(area_average(row, {from, 1}, {to, 1}, 1) == blown_up_mean(row, to));
  CHECK(area_average(row, {1, from}, {1, to}, 1) == blown_up_mean(row, to));
}

TEST_CASE("samples of a pixel are resized as if each were a picture of its own, whatever the size") {
  const auto [from_width, from_height] = GENERATE(table<std::uint32_t, std::uint32_t>({{5, 3}, {128, 90}, {9, 257}, {9, 258}, {40, 1000}}));
  const Extent from{from_width, from_height}, to{GENERATE(3u, 64u), GENERATE(2u, 64u)};
  const std::size_t channels = GENERATE(3u, 4u);
  std::mt19937 random(6);
  std::vector<std::uint8_t> samples(channels * from.width * from.height);
  for (auto& value : samples) value = static_cast<std::uint8_t>(random() % 4 == 0 ? 255 : random());
  const auto together = area_average(samples, from, to, channels);
  REQUIRE(together.size() == channels * to.width * to.height);
  for (std::size_t channel = 0; channel < channels; ++channel) {
    std::vector<std::uint8_t> one, expected;
    for (std::size_t i = channel; i < samples.size(); i += channels) one.push_back(samples[i]);
    for (std::size_t i = channel; i < together.size(); i += channels) expected.push_back(together[i]);
    CHECK(area_average(one, from, to, 1) == expected);
  }
}

TEST_CASE("an empty square has a description of zeros") {
  CHECK(description_of(Squares{}) == Description{});
}

TEST_CASE("a vertical edge is told from a level one by its direction") {
  Squares upright{}, level{};
  for (std::size_t i = 0; i < square_side * square_side; ++i) {
    upright[0][i] = i % square_side < 32 ? 255 : 0;
    level[0][i] = i / square_side < 32 ? 255 : 0;
  }
  constexpr std::size_t cell = (3 * shape_cells + 4) * shape_directions;  // in the middle, where nothing but the edge is
  CHECK(description_of(upright)[cell] > description_of(upright)[cell + shape_directions / 2]);
  CHECK(description_of(level)[cell] < description_of(level)[cell + shape_directions / 2]);
}

TEST_CASE("margins leave what they surround in its place") {
  const Layers layers{40, 20, std::vector<std::uint8_t>(40 * 20 * Layers::count, 255)};
  const Squares plain = squared(layers), wide = squared(layers, {.stretch = 50}), right = squared(layers, {.left = 100});
  const auto set = [](const Square& square, std::size_t x, std::size_t y) { return square[y * square_side + x] != 0; };
  CHECK((set(plain[0], 0, 32) && set(plain[0], 63, 32) && !set(plain[0], 32, 15) && set(plain[0], 32, 16)));
  CHECK((set(wide[0], 0, 0) && set(wide[0], 63, 63)));
  CHECK((!set(right[0], 31, 32) && set(right[0], 32, 32) && set(right[0], 63, 32)));
}
