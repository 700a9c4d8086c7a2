#include "emblem.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace {

std::size_t painted_pixels(const marque::Pixels& pixels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pixels.rgb.size(); i += 3) count += pixels.rgb[i] != 255 || pixels.rgb[i + 1] != 255 || pixels.rgb[i + 2] != 255;
  return count;
}

}  // namespace

TEST_CASE("A filled box covers exactly its pixels") {
  Canvas canvas(16, {});
  canvas.fill(box(3 * 16, 2 * 16), {0, 0, 0}, {0, 0, 0});
  CHECK(painted_pixels(canvas.pixels()) == 6 * 4);
}

TEST_CASE("A disc covers what its area asks for, and a ring leaves its hole") {
  Canvas whole(160, {}), hollow(160, {});
  whole.fill(disc(60 * 16), {0, 0, 0}, {0, 0, 0});
  hollow.fill(ring(60 * 16, 20 * 16), {0, 0, 0}, {0, 0, 0});
  CHECK(painted_pixels(whole.pixels()) == Approx(3.14159 * 60 * 60).epsilon(0.03));
  CHECK(painted_pixels(hollow.pixels()) == Approx(3.14159 * (60 * 60 - 40 * 40)).epsilon(0.05));
}

TEST_CASE("What lies off the canvas is cut off") {
  Canvas canvas(16, {});
  canvas.fill(moved(box(16 * 16, 16), {100 * 16, 0}), {0, 0, 0}, {0, 0, 0});
  CHECK(painted_pixels(canvas.pixels()) == 0);
  canvas.fill(box(100 * 16, 100 * 16), {0, 0, 0}, {0, 0, 0});
  CHECK(painted_pixels(canvas.pixels()) == 16 * 16);
}

TEST_CASE("Devices differ from one another, and each shows something") {
  Random random(1);
  std::set<std::vector<std::uint8_t>> seen;
  for (int i = 0; i < 300; ++i) {
    const Emblem emblem = draw_emblem(random);
    const marque::Pixels pixels = painted(emblem, 64);
    REQUIRE(painted_pixels(pixels) > 60);
    REQUIRE(seen.insert(pixels.rgb).second);
  }
}

TEST_CASE("A turned device has as much paint as before") {
  Random random(2);
  for (int i = 0; i < 50; ++i) {
    Emblem emblem = draw_emblem(random);
    emblem.inks[0] = {};
    const auto before = static_cast<double>(painted_pixels(painted(emblem, 160)));
    CHECK(painted_pixels(painted(turned(emblem, whole_turn / 4), 160)) == Approx(before).epsilon(0.05).margin(80));
  }
}
