#include "marque/text/readings.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using namespace marque;

namespace {

std::string listed(char32_t character) {
  std::string text;
  for (const Reading reading : readings(character)) {
    text += (text.empty() ? "" : " ") + std::string(spelling(reading.syllable)) + std::to_string(reading.tone);
  }
  return text;
}

Syllable syllable(std::string_view spelled) {
  for (std::size_t number = 0; number < syllable_count(); ++number) {
    if (spelling(static_cast<Syllable>(number)) == spelled) return static_cast<Syllable>(number);
  }
  FAIL("no syllable " << spelled);
  return 0;
}

}  // namespace

TEST_CASE("a character has all its readings, the commonest first") {
  const auto [character, expected] = GENERATE(table<char32_t, std::string>({
      {U'山', "shan1"},
      {U'行', "xing2 hang2 heng2 hang4 xing4"},
      {U'乐', "le4 yue4"},
      {U'绿', "lv4 lu4"},
      {U'长', "zhang3 chang2"},
      {U'a', ""},
      {U'の', ""},
      {0x110000, ""},
  }));
  CHECK(listed(character) == expected);
}

TEST_CASE("the heteronyms of the dictionaries are there") {
  std::size_t heteronyms = 0;
  for (char32_t character = 0x3400; character < 0x32400; ++character) {
    std::set<Syllable> syllables;
    for (const Reading reading : readings(character)) {
      CHECK((reading.tone >= 1 && reading.tone <= 5));
      syllables.insert(reading.syllable);
    }
    if (syllables.size() > 1) ++heteronyms;
  }
  CHECK(heteronyms >= 800);
}

TEST_CASE("pinyin is written with its tone mark where the rule puts it") {
  const auto [spelled, tone, marked] = GENERATE(table<std::string, std::uint8_t, std::string>({
      {"shan", 1, "shān"},
      {"lv", 4, "lǜ"},
      {"xue", 2, "xué"},
      {"liu", 2, "liú"},
      {"gui", 4, "guì"},
      {"dou", 1, "dōu"},
      {"hao", 3, "hǎo"},
      {"xiong", 2, "xióng"},
      {"men", 5, "men"},
      {"ng", 2, "ńg"},
      {"m", 2, "ḿ"},
      {"lve", 4, "lüè"},
  }));
  CHECK(tone_marked({syllable(spelled), tone}) == marked);
}

TEST_CASE("spellings are sorted lower-case ASCII") {
  for (std::size_t number = 0; number < syllable_count(); ++number) {
    const std::string_view spelled = spelling(static_cast<Syllable>(number));
    CHECK(spelled.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
    if (number > 0) CHECK(spelling(static_cast<Syllable>(number - 1)) < spelled);
  }
  CHECK(syllable_count() > 400);
}

TEST_CASE("syllables that are confused score high, others low") {
  const auto [one, other, least, most] = GENERATE(table<std::string, std::string, float, float>({
      {"shan", "san", 0.85F, 0.95F},
      {"lan", "nan", 0.8F, 0.9F},
      {"fang", "huang", 0.4F, 0.6F},
      {"xin", "xing", 0.85F, 0.95F},
      {"zhi", "zi", 0.85F, 0.95F},
      {"yu", "yi", 0.75F, 0.85F},
      {"jun", "jin", 0.75F, 0.85F},
      {"weng", "wen", 0.8F, 0.9F},
      {"yan", "yang", 0.8F, 0.9F},
      {"shang", "san", 0.75F, 0.85F},
      {"hai", "men", 0, 0.15F},
      {"ji", "zhuang", 0, 0.2F},
      {"shan", "fan", 0.3F, 0.4F},
  }));
  const float alike = sound_similarity(syllable(one), syllable(other));
  INFO(one << " " << other << " " << alike);
  CHECK(alike >= least);
  CHECK(alike <= most);
}

TEST_CASE("syllable likeness is symmetric, and 1 exactly for equal syllables") {
  for (std::size_t one = 0; one < syllable_count(); ++one) {
    for (std::size_t other = 0; other < syllable_count(); ++other) {
      const auto a = static_cast<Syllable>(one);
      const auto b = static_cast<Syllable>(other);
      const float alike = sound_similarity(a, b);
      REQUIRE(alike == sound_similarity(b, a));
      REQUIRE((alike == 1.0F) == (a == b));
      REQUIRE(alike > 0);
    }
  }
}

TEST_CASE("characters sound as alike as their best readings") {
  CHECK(sound_similarity(U'羊', U'阳') == 1.0F);
  CHECK(sound_similarity(U'山', U'扇') == 1.0F);
  CHECK(sound_similarity(U'海', U'害') == 0.98F);
  CHECK(sound_similarity(U'行', U'航') == 1.0F);
  CHECK(sound_similarity(U'行', U'形') == 1.0F);
  CHECK(sound_similarity(U'海', U'海') == 1.0F);
  CHECK(sound_similarity(U'海', U'a') == 0.0F);
  CHECK(sound_similarity(U'海', U'门') < 0.2F);
  CHECK(sound_similarity(U'a', U'a') == 1.0F);
}

TEST_CASE("letters spell characters by any of their readings") {
  const auto [han, letters, expected] = GENERATE(table<std::u32string, std::u32string, bool>({
      {U"银行", U"yinhang", true},
      {U"银行", U"yinxing", true},
      {U"银行", U"yinhen", false},
      {U"海门山羊", U"haimenshanyang", true},
      {U"海门山羊", U"haimenshanyan", false},
      {U"西安", U"xian", true},
      {U"女", U"nu", true},
      {U"", U"", false},
      {U"海", U"", false},
  }));
  CHECK(spells(han, letters) == expected);
}
