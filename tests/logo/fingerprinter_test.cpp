#include "marque/logo/fingerprinter.hpp"

#include <catch2/catch.hpp>

#include "logo/jpeg.hpp"
#include "logo/pictures.hpp"
#include "marque/base/digest.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;
using namespace pictures;

namespace {

constexpr std::uint32_t side = 160;

Fingerprint print_of(const Pixels& pixels) {
  static const Fingerprinter fingerprinter = opencv_fingerprinter(LogoUse::asking);
  auto print = fingerprinter(encode_png(pixels));
  REQUIRE(print);
  return *std::move(print);
}

Fingerprint print_of(const Drawing& drawing) { return print_of(render(drawing, side, side)); }

Colour inside_out(Colour colour) { return colour == white ? Colour{20, 60, 160} : white; }

struct Change {
  const char* name;
  std::function<Drawing(Drawing)> apply;
  float least;
};

const std::vector<Change> changes{
    {"half the size, in a corner", [](Drawing d) { return placed(d, 0.5, 0.05, 0.4); }, 0.85f},
    {"other colours",
     [](Drawing d) { return recoloured(d, [](Colour c) {
                       return c == white ? c : Colour{c[2], c[0], c[1]};
                     }); }, 0.8f},
    {"one colour on a coloured ground", [](Drawing d) { return recoloured(d, inside_out); }, 0.6f},
    {"inverted", [](Drawing d) { return recoloured(d, inverted); }, 0.95f},
    {"tilted by 10°", [](Drawing d) { return rotated(d, 10); }, 0.75f},
    {"tilted by 137°", [](Drawing d) { return rotated(d, 137); }, 0.75f},
    {"on its head", [](Drawing d) { return rotated(d, 180); }, 0.95f},
};

}  // namespace

TEST_CASE("a mirrored or quarter-turned copy is the same but for the turn, which is named") {
  const Pixels original = render(mark(GENERATE(range(1u, 9u))), side, side);
  const Fingerprint print = print_of(original);
  Pixels copy = original;
  for (int turn = 0; turn < 8; ++turn) {
    const auto expected = static_cast<LogoTurn>(turn);
    const LogoMatch match = compare(print, print_of(copy));
    CAPTURE(name_of(expected), name_of(match.turn));
    CHECK(match.turn == expected);
    CHECK(match.score >= 0.98f);
    copy = turn == 3 ? mirrored(original) : turned(copy);
  }
}

TEST_CASE("a freely turned copy is said to be one") {
  const unsigned seed = GENERATE(range(1u, 7u));
  CHECK(compare(print_of(mark(seed)), print_of(rotated(mark(seed), 45))).turn == LogoTurn::rotated);
}

TEST_CASE("a changed copy of a mark is close, and closer than every other mark") {
  const Change change = GENERATE(from_range(changes));
  const unsigned seed = GENERATE(range(1u, 7u));
  CAPTURE(change.name, seed);
  const LogoQuery query(print_of(change.apply(mark(seed))));
  const float own = query.match(print_of(mark(seed))).score;
  CHECK(own >= change.least);
  for (unsigned other = 1; other < 13; ++other) {
    if (other != seed) CHECK(query.match(print_of(mark(other))).score < own);
  }
}

TEST_CASE("most pairs of different marks lie below one half") {
  std::vector<Fingerprint> prints;
  for (unsigned seed = 1; seed < 21; ++seed) prints.push_back(print_of(mark(seed)));
  int pairs = 0, below = 0;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) ++pairs, below += compare(prints[i], prints[j]).score < 0.5f;
  }
  CHECK(below * 10 > pairs * 7);
}

TEST_CASE("a mark is found at every size of its picture") {
  const std::uint32_t other = GENERATE(48u, 96u, 256u, 700u);
  CAPTURE(other);
  CHECK(compare(print_of(mark(2)), print_of(render(mark(2), other, other))).score >= 0.8f);
}

TEST_CASE("a mark is seen as well on a large page as cut out of it, wherever it stands") {
  constexpr std::uint32_t page = 900, mark_side = 60;
  const Pixels alone = render(mark(5), mark_side, mark_side);
  const auto [left, top] = GENERATE(table<std::uint32_t, std::uint32_t>({{420, 400}, {3, 5}, {830, 820}}));
  CAPTURE(left, top);
  Pixels paper{page, page, std::vector<std::uint8_t>(3 * page * page, 255)};
  for (std::uint32_t y = 0; y < mark_side; ++y)
    std::copy_n(&alone.rgb[3 * mark_side * y], 3 * mark_side, &paper.rgb[3 * (page * (top + y) + left)]);
  const Fingerprint print = print_of(paper);
  CHECK(compare(print_of(alone), print).score >= 0.9f);
  const auto in_units = [](std::uint32_t at) { return static_cast<int>(255 * at / page); };
  const ViewCode& whole = print.views.front();
  CHECK(whole.x >= in_units(left));
  CHECK(whole.y >= in_units(top));
  CHECK(whole.x + whole.width <= in_units(left + mark_side) + 1);
  CHECK(whole.y + whole.height <= in_units(top + mark_side) + 1);
}

TEST_CASE("a page that is empty but for a line as thin as a hair has a fingerprint") {
  const Pixels page = render([](double x, double y) { return std::abs(x - 0.5) < 0.05 && std::abs(y - 0.5 - 0.3 * (x - 0.5)) < 0.0015 ? black : white; }, 1000, 1000);
  CHECK(opencv_fingerprinter()(encode_png(page)));
}

TEST_CASE("a mark is found on a tile, by what the tile encloses") {
  const Drawing inner = mark(3);
  const Drawing tile = [=](double x, double y) -> Colour {
    if (std::max(std::abs(x - 0.5), std::abs(y - 0.5)) > 0.45) return white;
    const Colour colour = inner((x - 0.1) / 0.8, (y - 0.1) / 0.8);
    return colour == white ? Colour{230, 200, 40} : colour;
  };
  const Fingerprint print = print_of(tile);
  REQUIRE(print.views.size() >= 2);
  CHECK(print.views[0].view == LogoView::whole);
  CHECK(print.views[1].view == LogoView::peeled);
  const LogoMatch match = compare(print_of(inner), print);
  CHECK(match.view_b == 1);
  CHECK(match.score >= 0.7f);
}

TEST_CASE("a mark that fills its picture to the border is found where paper surrounds it") {
  // Two stems along the sides and a bar between them: most of the border shows the mark.
  const Drawing letter = [](double x, double y) { return x < 0.3 || x > 0.7 || std::abs(x - y) < 0.2 ? black : white; };
  const Fingerprint filling = print_of(letter);
  REQUIRE(filling.views.size() >= 2);
  CHECK(filling.views[1].view == LogoView::filling);
  const Fingerprint on_paper = print_of(placed(letter, 0.6, 0.2, 0.2));
  CHECK(std::none_of(on_paper.views.begin(), on_paper.views.end(), [](const ViewCode& view) { return view.view == LogoView::filling; }));
  const LogoMatch match = compare(on_paper, filling);
  CHECK(match.view_b == 1);
  CHECK(match.score >= 0.7f);
}

TEST_CASE("lines of different words are unlike, although both leave most of their square empty") {
  const auto line = [](unsigned seed) {
    std::vector<Drawing> letters;
    for (unsigned i = 0; i < 6; ++i) letters.push_back(mark(20 * seed + i));
    return render([letters](double x, double y) { return letters[std::min<std::size_t>(5, static_cast<std::size_t>(6 * x))](6 * x - std::floor(6 * x), y); }, 6 * side, side);
  };
  const auto one_colour = [](Pixels pixels) {
    for (std::uint8_t& value : pixels.rgb) value = value < 200 ? 0 : 255;
    return pixels;
  };
  std::vector<Fingerprint> prints;
  for (unsigned seed = 1; seed < 9; ++seed) prints.push_back(print_of(one_colour(line(seed))));
  for (std::size_t i = 0; i < prints.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(compare(prints[i], prints[j]).score < 0.7f);
  }
  CHECK(compare(prints.front(), print_of(line(1))).score >= 0.8f);
}

TEST_CASE("a device is found beside words, as a block of its own") {
  const Drawing device = mark(4);
  const Fingerprint print = print_of(render(lock_up(device), 3 * side, side));
  const LogoMatch match = compare(print_of(device), print);
  REQUIRE(match.view_b < print.views.size());
  CHECK(print.views[match.view_b].view == LogoView::block);
  CHECK(print.views[match.view_b].x < 102);
  CHECK(match.score >= 0.75f);
}

TEST_CASE("a mark is found on an uneven ground: in a shadow, darker towards the corners, on two colours") {
  const auto on_ground = [](unsigned seed, const std::function<double(double, double)>& light) {
    return Drawing([=, drawing = mark(seed)](double x, double y) {
      Colour colour = drawing(x, y);
      for (int& channel : colour) channel = static_cast<int>(channel * light(x, y));
      return colour;
    });
  };
  struct Light {
    const char* name;
    std::function<double(double, double)> shade;
  };
  const auto light = GENERATE(values<Light>({{"from one side", [](double x, double) { return 1 - 0.6 * x; }},
                                             {"from a corner", [](double x, double y) { return 1 - 0.35 * x - 0.3 * y; }},
                                             {"towards the corners", [](double x, double y) { return 1 - ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)); }},
                                             {"in two halves", [](double x, double) { return x < 0.5 ? 1 : 0.55; }}}));
  const unsigned seed = GENERATE(range(1u, 7u));
  CAPTURE(light.name, seed);
  CHECK(compare(print_of(on_ground(seed, light.shade)), *fingerprint_of(render(mark(seed), side, side))).score >= 0.6f);
}

TEST_CASE("a mark that touches another of another colour is found as a part of its own") {
  const auto in_one_colour = [](unsigned seed, Colour own) { return recoloured(mark(seed), [own](Colour c) { return c == white ? c : own; }); };
  const unsigned seed = GENERATE(range(1u, 11u));
  const Drawing device = in_one_colour(seed, {20, 40, 180});
  const Drawing left = placed(device, 0.7, 0, 0), right = placed(in_one_colour(seed + 10, {200, 30, 30}), 0.7, 0.2, 0.2);
  const Fingerprint asked = print_of(Drawing([=](double x, double y) { return left(x, y) == white ? right(x, y) : left(x, y); }));
  const LogoMatch match = compare(asked, print_of(device));
  CAPTURE(seed, match.score);
  CHECK(asked.seen(match.view_a).view != LogoView::whole);
  CHECK(match.score >= 0.55f);
}

TEST_CASE("a picture encoded anew scores almost as it did: as JPEG of quality 50 or more within 0.05 of itself, and nothing else by more") {
  const unsigned seed = GENERATE(range(1u, 9u));
  const int quality = GENERATE(50, 75, 95);
  const Pixels original = render(mark(seed), 256, 256);
  const auto anew = opencv_fingerprinter()(encoded_jpeg(original, quality));
  REQUIRE(anew);
  CAPTURE(seed, quality);
  CHECK(compare(print_of(original), *anew).score >= 0.95f);
  const LogoQuery query(print_of(mark(20)));
  CHECK(query.match(*anew).score == Approx(query.match(print_of(original)).score).margin(0.05));
}

TEST_CASE("a picture in which nothing stands out has no fingerprint") {
  const Colour colour = GENERATE(values<Colour>({white, black, {10, 200, 90}}));
  const auto size = GENERATE(table<std::uint32_t, std::uint32_t>({{64, 64}, {1, 1}, {300, 2}, {1, 50}}));
  const Pixels blank = render([=](double, double) { return colour; }, std::get<0>(size), std::get<1>(size));
  const auto print = opencv_fingerprinter()(encode_png(blank));
  REQUIRE_FALSE(print);
  CHECK(print.error().code == ErrorCode::no_fingerprint);
}

TEST_CASE("a picture that cannot be decoded is refused as decoding refuses it") {
  ImageLimits limits;
  limits.side = 100;
  const auto too_large = opencv_fingerprinter(LogoUse::keeping, limits)(encode_png(render(mark(1), 101, 101)));
  REQUIRE_FALSE(too_large);
  CHECK(too_large.error().code == ErrorCode::limit_exceeded);
  CHECK(opencv_fingerprinter()(Image{}).error().code == ErrorCode::unsupported);
}

TEST_CASE("pictures of every odd shape have a fingerprint whose boxes lie inside them") {
  const auto [width, height] =
      GENERATE(table<std::uint32_t, std::uint32_t>({{2, 2}, {3, 3}, {5, 4}, {400, 9}, {9, 400}, {33, 31}}));
  Pixels pixels = render(mark(1), width, height);
  for (std::size_t i = 0; i < pixels.rgb.size(); i += 7) pixels.rgb[i] = 0;
  const auto print = opencv_fingerprinter()(encode_png(pixels));
  if (!print) {
    CHECK(print.error().code == ErrorCode::no_fingerprint);
    return;
  }
  CHECK(print->views.size() <= 4);
  for (const ViewCode& view : print->views) {
    CHECK(view.x + view.width <= 255);
    CHECK(view.y + view.height <= 255);
  }
  CHECK(fingerprint_from_bytes(to_bytes(*print)).value_or(Fingerprint{}) == *print);
}
