#include "marque/text/meaning.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

using Words = std::vector<std::u32string>;

}  // namespace

TEST_CASE("a character's glosses are lower-case content words, the first sense first") {
  CHECK(glosses(U'羊') == std::vector<std::string_view>{"sheep", "goat"});
  CHECK(glosses(U'龙').front() == "dragon");
  CHECK(glosses(U'的').empty());
  CHECK(glosses(U'a').empty());
  CHECK(glosses(0x110000).empty());
}

TEST_CASE("no character has more than eight glosses, each of lower-case ASCII letters") {
  for (char32_t character = 0x3400; character < 0x32400; ++character) {
    const auto words = glosses(character);
    CHECK(words.size() <= 8);
    for (const std::string_view word : words) {
      INFO(encode_utf8(std::u32string(1, character)) << " " << word);
      REQUIRE(word.size() > 1);
      REQUIRE(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
    }
  }
}

TEST_CASE("a translation is told from other words") {
  const auto [han, words, least, most] = GENERATE(table<std::u32string, Words, float, float>({
      {U"羊", {U"sheep"}, 1, 1},
      {U"羊", {U"goats"}, 1, 1},
      {U"山羊", {U"goat"}, 0.4F, 0.9F},
      {U"山羊", {U"mountain", U"goat"}, 1, 1},
      {U"海门", {U"sea", U"gates"}, 1, 1},
      {U"海门山羊", {U"haimen", U"goat"}, 0.2F, 0.6F},
      {U"蓝月亮", {U"blue", U"moon"}, 0.6F, 1},
      {U"白马", {U"white", U"horse", U"winery"}, 0.6F, 0.9F},
      {U"山羊", {U"panda"}, 0, 0},
      {U"羊", {U"shee"}, 0, 0},
      {U"羊", {U"sheeps", U"s", U""}, 0.4F, 0.6F},
      {U"", {U"goat"}, 0, 0},
      {U"羊", {}, 0, 0},
      {U"的", {U"of"}, 0, 0},
  }));
  const float alike = gloss_similarity(han, words);
  INFO(encode_utf8(han) << " " << alike);
  CHECK(alike >= least);
  CHECK(alike <= most);
}

TEST_CASE("plurals are one word with their singular, other endings are not") {
  CHECK(gloss_similarity(U"狐", Words{U"foxes"}) == 1.0F);
  CHECK(gloss_similarity(U"莓", Words{U"berry"}) == gloss_similarity(U"莓", Words{U"berries"}));
  CHECK(gloss_similarity(U"狐", Words{U"foxy"}) == 0.0F);
}
