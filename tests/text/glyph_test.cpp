#include "marque/text/glyph.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "marque/text/encoding.hpp"

using namespace marque;

TEST_CASE("characters of like shape look alike, others do not") {
  const auto [pair, least, most] = GENERATE(table<std::u32string, float, float>({
      {U"己已", 0.9F, 0.99F},   // one stroke a little longer
      {U"千干", 0.9F, 0.99F},
      {U"士土", 0.85F, 0.99F},  // two strokes change their lengths
      {U"末未", 0.85F, 0.99F},
      {U"恰洽", 0.6F, 0.99F},   // a narrow part differs
      {U"王玉", 0.85F, 0.99F},  // a dot more
      {U"大太", 0.7F, 0.99F},
      {U"帅师", 0.7F, 0.99F},
      {U"海侮", 0.6F, 0.99F},
      {U"雪雷", 0.45F, 0.9F},   // half the character
      {U"原源", 0.45F, 0.8F},   // a part of the other
      {U"王旺", 0.45F, 0.8F},
      {U"锋峰", 0.45F, 0.7F},   // a part that both have, in other widths
      {U"滴嘀", 0.45F, 0.7F},
      {U"飘漂", 0.45F, 0.7F},   // on another side
      {U"好妈", 0, 0},          // it is the smaller one
      {U"房访", 0, 0},
      {U"海门", 0, 0},
      {U"山羊", 0, 0},
      {U"龙凤", 0, 0},
      {U"中国", 0, 0},
  }));
  const float alike = glyph_similarity(pair[0], pair[1]);
  INFO(encode_utf8(pair) << " " << alike);
  CHECK(alike >= least);
  CHECK(alike <= most);
}

TEST_CASE("characters that were not rendered are compared by their codes") {
  CHECK(glyph_neighbours(U'門').empty());
  CHECK(glyph_similarity(U'門', U'們') > 0.5F);
  CHECK(glyph_similarity(U'門', U'们') > 0);
  CHECK(glyph_similarity(U'門', U'海') < 0.3F);
}

TEST_CASE("the neighbours of a character are those with which it has a likeness") {
  const auto character = GENERATE(U'人', U'王', U'源', U'龘', U'㐁', U'鿏');
  const auto neighbours = glyph_neighbours(character);
  auto next = neighbours.begin();
  for (char32_t other = 0x3400; other < 0xA000; ++other) {
    if (next != neighbours.end() && next->character == other) {
      CHECK(next->likeness == glyph_similarity(character, other));
      CHECK(next->likeness >= 0.45F);
      ++next;
    } else if (other != character && !glyph_neighbours(other).empty() && !neighbours.empty()) {
      CHECK(glyph_similarity(character, other) == 0);
    }
  }
  CHECK(next == neighbours.end());
}

TEST_CASE("characters that nothing is known of have no neighbours") {
  for (const char32_t other : {U'\0', U'o', U'・', char32_t{0x110000}}) CHECK(glyph_neighbours(other).empty());
}

TEST_CASE("letters and digits that look alike are known") {
  CHECK(glyph_similarity(U'0', U'o') > 0.9F);
  CHECK(glyph_similarity(U'1', U'l') > 0.9F);
  CHECK(glyph_similarity(U'u', U'v') > 0.5F);
  CHECK(glyph_similarity(U'a', U'а') > 0.9F);
  CHECK(glyph_similarity(U'a', U'z') == 0.0F);
  CHECK(glyph_similarity(U'a', U'門') == 0.0F);
  CHECK(glyph_similarity(U'?', U'!') == 0.0F);
  CHECK(glyph_similarity(0x110000, U'o') == 0.0F);
}

TEST_CASE("glyph likeness is symmetric, in bounds, and 1 exactly for the same character") {
  std::mt19937 random(3);
  const auto any = [&] {
    return static_cast<char32_t>(random() % 4 == 0 ? random() % 0x80 : 0x4E00 + random() % 0x5200);
  };
  for (int round = 0; round < 100000; ++round) {
    const char32_t a = any();
    const char32_t b = any();
    const float alike = glyph_similarity(a, b);
    REQUIRE(alike == glyph_similarity(b, a));
    REQUIRE(alike >= 0.0F);
    REQUIRE((alike < 1.0F || a == b));
    REQUIRE(glyph_similarity(a, a) == 1.0F);
  }
}
