#include "scoring/characters.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"
#include "scoring/weights.hpp"
#include "text/character_code.hpp"

using namespace marque;

namespace {

CharacterLikeness likeness(std::u32string_view a, std::u32string_view b) { return CharacterMatcher(a).match(b); }

CharacterLikeness laid_out(std::u32string_view a, std::u32string_view b) {
  CharacterMatcher matcher(a);
  matcher.prepare();
  return matcher.match(b);
}

/// Names of few characters that sound or look alike, so that likenesses, repetitions and other orders are common;
/// now and then a rare character or one that has no code.
class Names {
 public:
  explicit Names(unsigned seed) : random_(seed) {}

  std::u32string next(std::size_t longest) {
    const std::u32string_view common = U"大太天夫木本术未末王玉旺汪日白自红虹洪宏千干于山三杉衫金今津小晓笑行长乐", rare = U"㐀鿕𠀀𪚥";
    std::u32string name(1 + random_() % longest, U' ');
    for (char32_t& character : name) {
      const auto& from = random_() % 24 == 0 ? rare : common;
      character = from[random_() % from.size()];
    }
    return name;
  }

  /// The same name with a little changed: what a near miss of a bound looks like.
  std::u32string changed(std::u32string name) {
    const auto at = static_cast<std::ptrdiff_t>(random_() % name.size());
    const std::u32string fresh = next(2);
    switch (random_() % 5) {
      case 0: name[static_cast<std::size_t>(at)] = fresh[0]; break;
      case 1: name.insert(static_cast<std::size_t>(at), fresh); break;
      case 2: std::rotate(name.begin(), name.begin() + at, name.end()); break;
      case 3: name += name.substr(static_cast<std::size_t>(at)); break;
      default: std::shuffle(name.begin(), name.end(), random_);
    }
    return name;
  }

  float fraction() { return static_cast<float>(random_() % 1001) / 1000; }

 private:
  std::mt19937 random_;
};

/// The greatest sum of one way over every alignment that keeps both orders.
unsigned best_sum(std::u32string_view a, std::u32string_view b, std::uint8_t PairLikeness::*way) {
  if (a.empty() || b.empty()) return 0;
  return std::max({best_sum(a.substr(1), b, way), best_sum(a, b.substr(1), way),
                   pair_likeness(a[0], b[0]).*way + best_sum(a.substr(1), b.substr(1), way)});
}

float expected_share(std::u32string_view a, std::u32string_view b, std::uint8_t PairLikeness::*way) {
  const double share = 2.0 * best_sum(a, b, way) / 255 / static_cast<double>(a.size() + b.size());
  const double first = pair_likeness(a[0], b[0]).*way / 255.0;
  return static_cast<float>(share * (1 - weights::first_character / 1000.0 * (1 - first)));
}

}  // namespace

TEST_CASE("look, sound and mixed are the shares of the best of all alignments, less where the first characters differ") {
  Names names(1);
  for (int round = 0; round < 400; ++round) {
    const std::u32string a = names.next(5), b = names.next(5);
    const CharacterLikeness found = likeness(a, b);
    CAPTURE(encode_utf8(a), encode_utf8(b));
    CHECK(found.look == Approx(expected_share(a, b, &PairLikeness::look)).margin(1e-6));
    CHECK(found.sound == Approx(expected_share(a, b, &PairLikeness::sound)).margin(1e-6));
    CHECK(found.mixed == Approx(expected_share(a, b, &PairLikeness::mixed)).margin(1e-6));
  }
}

TEST_CASE("looking pairs up and laying likenesses out give the same, both ways round") {
  Names names(2);
  for (int query = 0; query < 40; ++query) {
    const std::u32string a = names.next(6);
    CharacterMatcher many(a);
    many.prepare();
    for (int round = 0; round < 50; ++round) {
      const std::u32string b = round % 2 == 0 ? names.next(6) : names.changed(a);
      CAPTURE(encode_utf8(a), encode_utf8(b));
      CHECK(many.match(b) == likeness(a, b));
      CHECK(likeness(b, a) == likeness(a, b));
    }
  }
}

TEST_CASE("any two characters have the same likeness looked up and laid out") {
  std::mt19937 random(3);
  const auto any = [&] { return character_of(static_cast<std::uint16_t>(1 + random() % (character_codes() - 1))); };
  for (int query = 0; query < 12; ++query) {
    const char32_t own = any();
    CharacterMatcher many({&own, 1});
    many.prepare();
    std::vector<std::uint8_t> best(many.laid_out());
    many.raise_to({1, false}, best);
    best.resize(character_codes(), 255);
    for (int round = 0; round < 3000; ++round) {
      const char32_t other = any();
      const CharacterLikeness found = likeness({&own, 1}, {&other, 1});
      const bool agree = many.match({&other, 1}) == found && pair_likeness(own, other).mixed <= best[character_code(other)];
      if (!agree) FAIL_CHECK(encode_utf8(std::u32string{own, other}));
    }
  }
}

TEST_CASE("a matcher gives the same for its first name and its hundredth") {
  CharacterMatcher matcher(U"红日山");
  const CharacterLikeness first = matcher.match(U"虹日衫");
  for (int i = 0; i < 200; ++i) CHECK(matcher.match(U"虹日衫") == first);
}

TEST_CASE("where a likeness reaches its floor, the best likenesses add up to the least sum") {
  Names names(4);
  int reached = 0;
  for (int round = 0; round < 12000; ++round) {
    const std::u32string a = names.next(5), b = round % 3 == 0 ? names.next(7) : names.changed(a);
    CharacterMatcher matcher(a);
    const CharacterLikeness found = likeness(a, b);
    const float slack = names.fraction() < 0.5f ? 0 : names.fraction() / 10;
    CharacterLikeness floors{2, 2, 2, 2};   // one way reached, exactly or by a little; the others may be as they like
    float CharacterLikeness::*const ways[] = {&CharacterLikeness::look, &CharacterLikeness::sound, &CharacterLikeness::mixed,
                                              &CharacterLikeness::part};
    for (const auto way : ways) {
      if (names.fraction() < 0.5f) floors.*way = names.fraction();
    }
    const auto way = ways[round % 4];
    if (found.*way <= slack) continue;
    floors.*way = found.*way - slack;
    ++reached;
    unsigned sum = 0;   // of what each character counts for with those that it can be aligned with
    for (std::size_t place = 0; place < b.size(); ++place) {
      const auto partners = matcher.partners(floors, b.size(), place);
      std::uint8_t best = character_code(b[place]) == 0 ? 255 : 0;
      for (std::size_t own = 0; own < a.size(); ++own) {
        if ((partners.alike >> own & 1) != 0) best = std::max(best, pair_likeness(a[own], b[place]).mixed);
        if (partners.same_anywhere && a[own] == b[place]) best = 255;
      }
      sum += best;
    }
    CAPTURE(encode_utf8(a), encode_utf8(b), floors.look, floors.sound, floors.mixed, floors.part, sum);
    const auto least = matcher.least_sum(floors, b.size());
    REQUIRE(least);
    CHECK(sum >= *least);
  }
  CHECK(reached > 4000);
}

TEST_CASE("the likenesses raised to are those to the partners") {
  Names names(6);
  for (int round = 0; round < 40; ++round) {
    const std::u32string a = names.next(5);
    CharacterMatcher matcher(a);
    matcher.prepare();
    const CharacterMatcher::Partners partners{static_cast<std::uint64_t>(round), round % 3 == 0};
    std::vector<std::uint8_t> best(matcher.laid_out());
    matcher.raise_to(partners, best);
    for (std::size_t code = 1; code < best.size(); code += 7) {
      const char32_t character = character_of(static_cast<std::uint16_t>(code));
      std::uint8_t expected = 0;
      for (std::size_t own = 0; own < a.size(); ++own) {
        if ((partners.alike >> own & 1) != 0) expected = std::max(expected, pair_likeness(a[own], character).mixed);
        if (partners.same_anywhere && a[own] == character) expected = 255;
      }
      if (best[code] != expected) FAIL_CHECK(encode_utf8(a) << " " << encode_utf8(std::u32string{character}));
    }
  }
}

TEST_CASE("the least sum asks for what the floors ask for") {
  const CharacterMatcher matcher(U"红日山");
  const auto least = [&](CharacterLikeness floors, std::size_t length) { return matcher.least_sum(floors, length).value_or(9999); };
  CHECK(least({1, 1, 1, 2}, 3) == 765);
  CHECK(least({0.8f, 0.8f, 0.8f, 2}, 3) == 612);
  CHECK(least({0.8f, 2, 0.9f, 2}, 3) == 612);
  CHECK(least({0.8f, 0.8f, 0.8f, 2}, 4) == 714);
  CHECK(least({2, 2, 2, weights::exchanged}, 3) == 765);
  CHECK(least({2, 2, 2, 0.5f}, 4) == 3 * weights::contained_match);
  SECTION("and is unset where no name of that length can reach them") {
    CHECK_FALSE(matcher.least_sum({0.9f, 0.9f, 0.9f, 2}, 5));
    CHECK_FALSE(matcher.least_sum({2, 2, 2, 0.95f}, 30));
    CHECK_FALSE(matcher.least_sum({2, 2, 2, 2}, 3));
  }
}

TEST_CASE("the same characters in another order are reordered, and only they") {
  CHECK(reordered(U"途安", U"安途"));
  CHECK_FALSE(reordered(U"途安", U"途安"));
  CHECK_FALSE(reordered(U"途安", U"安"));
  CHECK_FALSE(reordered(U"途途安", U"安安途"));
  CHECK(likeness(U"山水田园", U"田园山水").part == weights::exchanged);
  CHECK(likeness(U"山水田园", U"水山园田").part == weights::reordered);
  CHECK(likeness(U"山水田园", U"山水田原").part == 0);
}

TEST_CASE("a mark inside another counts by its share, and what says nothing of its own counts little") {
  const float fresh = likeness(U"云帆", U"云帆雪雁").part, weak = likeness(U"云帆", U"云帆食品").part,
              place = likeness(U"云帆", U"南京云帆").part, repeated = likeness(U"云帆", U"云帆云帆").part;
  CHECK(fresh > 0.7f);
  CHECK(weak > fresh);
  CHECK(place == weak);
  CHECK(repeated == weak);
  CHECK(likeness(U"云帆", U"大云帆").part > likeness(U"云帆", U"雁云帆").part);
  CHECK(likeness(U"云帆", U"云帆帆").part > likeness(U"云帆", U"云帆雁").part);
  CHECK(likeness(U"云帆", U"云帆雪雁鸣").part < fresh);
  CHECK(likeness(U"雪云帆", U"雪云帆江").part > likeness(U"云帆", U"云帆江").part);
  SECTION("one character inside is nothing, unless the rest repeats it") {
    CHECK(likeness(U"云", U"云雁").part == 0);
    CHECK(likeness(U"云", U"云云").part > 0.7f);
  }
  SECTION("one character of it missing is not inside") { CHECK(likeness(U"云帆", U"云雁雪雁").part == 0); }
}

TEST_CASE("of exact homophones the one that shares a character comes first, then the one in the same tone") {
  const float shared = likeness(U"佳能", U"佳嫩").sound, near = likeness(U"佳能", U"嘉能").sound;
  CHECK(near > likeness(U"佳能", U"家嫩").sound);
  CHECK(near > likeness(U"佳能", U"价能").sound);
  CHECK(near > shared);
  CHECK(near < 1);
  CHECK(near > 0.95f);
}

TEST_CASE("every reading of a character counts for its sound") {
  CHECK(sound_of(U'行', U'航') == 1);
  CHECK(sound_of(U'行', U'形') == 1);
  CHECK(sound_of(U'长', U'常') == 1);
  CHECK(sound_of(U'长', U'掌') == 1);
}

TEST_CASE("sounds that speakers confuse are near, others are not") {
  const auto [a, b, least, most] = GENERATE(table<char32_t, char32_t, float, float>({
      {U'思', U'诗', 0.85f, 0.95f},    // flat and curled
      {U'南', U'兰', 0.80f, 0.90f},    // n and l
      {U'福', U'湖', 0.70f, 0.80f},    // f and h
      {U'安', U'昂', 0.85f, 0.95f},    // front and back nasal
      {U'根', U'耕', 0.85f, 0.95f},
      {U'金', U'京', 0.85f, 0.95f},
      {U'星', U'新', 0.85f, 0.95f},
      {U'波', U'坡', 0.65f, 0.75f},    // breath
      {U'山', U'水', 0.0f, 0.0f},
      {U'大', U'小', 0.0f, 0.0f},
      {U'门', U'天', 0.0f, 0.0f},
  }));
  CAPTURE(encode_utf8(std::u32string{a, b}));
  CHECK(sound_of(a, b) >= least);
  CHECK(sound_of(a, b) <= most);
  CHECK(sound_of(a, b) == sound_of(b, a));
}

TEST_CASE("one of several characters replaced leaves a long name alike, and a short one less so") {
  CHECK(likeness(U"山水田园", U"山水云园").mixed >= 0.75f);
  CHECK(likeness(U"山水", U"山云").mixed <= 0.5f);
}

TEST_CASE("unrelated names are not alike, and one common character is not enough") {
  const auto [a, b, most] = GENERATE(table<std::u32string, std::u32string, float>({
      {U"东方红", U"蓝月亮", 0.25f},
      {U"金山", U"金陵", 0.5f},
      {U"新华", U"中华", 0.5f},
      {U"长江", U"长春电器", 0.4f},
      {U"大红门", U"小天鹅", 0.25f},
  }));
  CAPTURE(encode_utf8(a), encode_utf8(b));
  const CharacterLikeness found = likeness(a, b);
  CHECK(std::max({found.look, found.sound, found.mixed, found.part}) <= most);
}

TEST_CASE("a text is nothing like an empty one, and everything like itself but for its part") {
  CHECK(likeness(U"", U"海门") == CharacterLikeness{});
  CHECK(likeness(U"海门", U"") == CharacterLikeness{});
  CHECK(laid_out(U"", U"海门") == CharacterLikeness{});
  CHECK(likeness(U"海门", U"海门") == CharacterLikeness{1, 1, 1, 0});
}

TEST_CASE("characters without a code are like themselves only") {
  CHECK(likeness(U"𪚥", U"𪚥").look == 1);
  CHECK(laid_out(U"𪚥海", U"𪚥海").mixed == 1);
  CHECK(laid_out(U"海", U"𪚥").mixed == 0);
}

TEST_CASE("a text longer than the limit is compared by its first characters and counted whole") {
  const std::u32string longest(CharacterMatcher::limit, U'海'), longer(2 * CharacterMatcher::limit, U'海');
  CHECK(likeness(longest, longest).look == 1);
  CHECK(likeness(longer, longer).look == Approx(0.5));
  CHECK(likeness(longest, longer).look == Approx(2.0 / 3));
  CHECK(likeness(longer, longest) == likeness(longest, longer));
  CHECK(laid_out(longer, longest) == likeness(longer, longest));
}
