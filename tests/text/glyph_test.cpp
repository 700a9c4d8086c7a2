#include "marque/text/glyph.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "marque/text/encoding.hpp"

using namespace marque;

TEST_CASE("characters of like structure or corners look alike, others do not") {
  const auto [pair, least, most] = GENERATE(table<std::u32string, float, float>({
      {U"们门", 0.6F, 0.8F},
      {U"末未", 0.8F, 0.95F},
      {U"士土", 0.65F, 0.95F},
      {U"帅师", 0.6F, 0.9F},
      {U"雪雷", 0.4F, 0.7F},
      {U"海侮", 0.6F, 0.9F},
      {U"大太", 0.7F, 0.95F},
      {U"已己", 0.95F, 0.99F},
      {U"海门", 0, 0.25F},
      {U"山羊", 0, 0.25F},
  }));
  const float alike = glyph_similarity(pair[0], pair[1]);
  INFO(encode_utf8(pair) << " " << alike);
  CHECK(alike >= least);
  CHECK(alike <= most);
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
