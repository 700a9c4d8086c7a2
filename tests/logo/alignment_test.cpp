#include "marque/logo/alignment.hpp"

#include <catch2/catch.hpp>

#include "logo/pictures.hpp"
#include "marque/logo/fingerprinter.hpp"

using namespace marque;
using namespace pictures;

namespace {

constexpr std::uint32_t side = 160;

LogoMatch match_of(const Pixels& a, const Pixels& b) {
  const auto asked = fingerprint_of(a, LogoUse::asking), kept = fingerprint_of(b);
  REQUIRE(asked);
  REQUIRE(kept);
  return compare(*asked, *kept);
}

LogoAlignment alignment_of(const Pixels& a, const Pixels& b) {
  const auto alignment = opencv_aligner()(encode_png(a), encode_png(b), match_of(a, b));
  REQUIRE(alignment);
  return *alignment;
}

}  // namespace

TEST_CASE("a picture laid over its mirrored or turned copy agrees in outline") {
  const Pixels original = render(mark(GENERATE(range(1u, 5u))), side, side);
  Pixels copy = original;
  for (int turn = 0; turn < 8; ++turn) {
    CAPTURE(turn);
    CHECK(alignment_of(original, copy).outlines > 0.97f);
    copy = turn == 3 ? mirrored(original) : turned(copy);
  }
}

TEST_CASE("outlines of a freely turned copy agree far better than those of another mark") {
  const Pixels original = render(mark(3), side, side);
  CHECK(alignment_of(render(rotated(mark(3), 33), side, side), original).outlines > 0.8f);
  CHECK(alignment_of(render(mark(8), side, side), original).outlines < 0.75f);
}

TEST_CASE("what agrees is told as a box in the pixels of each picture") {
  const Pixels device = render(mark(4), 300, 300);
  const Pixels beside_words = render(lock_up(mark(4)), 900, 300);
  const LogoAlignment alignment = alignment_of(device, beside_words);
  CHECK(alignment.a.width <= 300);
  CHECK(alignment.a.x + alignment.a.width <= 300);
  CHECK(alignment.b.x + alignment.b.width < 330);   // the device alone
  CHECK(alignment.b.width > 100);
  CHECK(alignment.outlines > 0.9f);
}

TEST_CASE("an overlay is a picture of its own, dark where both pictures have something") {
  const Pixels original = render(mark(1), side, side);
  const auto overlay = decode(alignment_of(original, original).overlay);
  REQUIRE(overlay);
  CHECK(overlay->width == 192);
  CHECK(overlay->height == 192);
  for (std::size_t i = 0; i < overlay->rgb.size(); i += 3) {
    const int red = overlay->rgb[i], blue = overlay->rgb[i + 2];
    CHECK_FALSE((red > 200 && blue < 80));   // orange: in one alone
    CHECK_FALSE((blue > 200 && red < 80));
  }
}

TEST_CASE("a match of other pictures is refused") {
  const Pixels original = render(mark(1), side, side);
  LogoMatch match = match_of(original, original);
  match.view_a = 90;
  const auto refused = aligned(original, original, match);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_argument);
  CHECK(opencv_aligner()(Image{}, encode_png(original), match).error().code == ErrorCode::unsupported);
}
