#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"
#include "marque/text/romanisation.hpp"
#include "scoring/across.hpp"

using namespace marque;

namespace {

NameView characters(const std::u32string& text) {
  NameView view;
  view.skeleton = view.han = view.core_han = text;
  return view;
}

NameView letters(const std::u32string& text) {
  NameView view;
  view.skeleton = view.latin = view.core_latin = view.words = text;
  return view;
}

float across(const std::u32string& han, const std::u32string& latin) {
  return AcrossMatcher(characters(han)).match(letters(latin));
}

/// Letters as names have them: syllables of a consonant or two and a vowel, or a Chinese text romanised.
std::u32string drawn_letters(std::mt19937& random) {
  static const std::vector<std::u32string> onsets{U"b", U"c", U"ch", U"d", U"f", U"g", U"gr", U"h", U"j", U"k", U"kl", U"l", U"m",
                                                  U"n", U"p", U"qu", U"r", U"s", U"sh", U"st", U"t", U"th", U"v", U"w", U"x", U"z", U""};
  static const std::vector<std::u32string> rhymes{U"a", U"e", U"i", U"o", U"u", U"an", U"er", U"ing", U"ol", U"us", U"ai", U"ee", U"ock"};
  std::u32string text;
  for (std::size_t count = 1 + random() % 4; count > 0; --count) text += onsets[random() % onsets.size()] + rhymes[random() % rhymes.size()];
  return text;
}

std::u32string drawn_characters(std::mt19937& random) {
  static const std::u32string usual = U"阿艾巴贝波布查达德迪多尔法菲佛格古哈海赫华加杰卡凯科克拉莱兰雷里利林龙鲁罗马麦曼米莫姆纳尼诺帕佩普奇乔萨塞森沙史斯苏塔泰特托瓦威温西希夏辛雅亚伊英尤约扎珠行乐重长";
  std::u32string text;
  for (std::size_t count = 1 + random() % 5; count > 0; --count) text += usual[random() % usual.size()];
  return text;
}

/// What two signatures say that an alignment costs at the least (transcription.hpp).
unsigned least_cost(const transcription::Speech& speech, const transcription::Letters& phones) {
  const std::uint64_t han = transcription::signature(speech), latin = transcription::signature(phones);
  const auto unmet = std::max(std::popcount(latin & ~han & transcription::letters_ask), std::popcount(han & ~latin & transcription::han_asks));
  const unsigned beginning = (han & latin & transcription::first_bits) == 0 ? transcription::least_first : 0;
  return std::max(static_cast<unsigned>(unmet) * transcription::least_unmet, beginning);
}

}  // namespace

TEST_CASE("characters that write a foreign word by sound are like it, and more so than other words are") {
  const auto [han, word, other] = GENERATE(table<std::u32string, std::u32string, std::u32string>({
      {U"芝加哥", U"chicago", U"cabbage"},          // ji, zhi for soft ch
      {U"华盛顿", U"washington", U"warranty"},
      {U"斯洛伐克", U"slovakia", U"syllabic"},      // s and k of clusters as syllables
      {U"明斯克", U"minsk", U"mister"},
      {U"伦敦", U"london", U"longest"},
      {U"墨尔本", U"melbourne", U"marblehead"},     // r dropped
      {U"爱丁堡", U"edinburgh", U"adding"},
      {U"里约热内卢", U"riodejaneiro", U"relegation"},
      {U"罗马尼亚", U"romania", U"lemonade"},       // l for r
      {U"墨西哥", U"mexico", U"maestro"},           // xi for si
  }));
  INFO(encode_utf8(han));
  CHECK(across(han, word) > 0.7f);
  CHECK(across(han, word) > across(han, other) + 0.1f);
}

TEST_CASE("a translation is no sound") {
  CHECK(across(U"苹果", U"apple") == 0);
  CHECK(across(U"旧金山", U"sanfrancisco") == 0);
}

TEST_CASE("letters that spell the characters in some system say the same name") {
  CHECK(across(U"海门", U"haimen") == 1);
  CHECK(across(U"银行", U"yinhang") == 1);
  CHECK(across(U"银行", U"yinxing") == 1);
  CHECK(across(U"中华", U"chunghwa") >= 0.95f);
  CHECK(across(U"新竹", U"hsinchu") >= 0.95f);
  CHECK(across(U"重庆", U"chungking") >= 0.95f);
  CHECK(across(U"张国荣", U"cheungkwokwing") >= 0.95f);
}

TEST_CASE("the closer the spelling, the more alike") {
  CHECK(across(U"海门", U"haimen") > across(U"海门", U"haiming"));
  CHECK(across(U"海门", U"haiming") > across(U"海门", U"zorvexa"));
}

TEST_CASE("the first onset weighs more than a later one") { CHECK(across(U"多伦多", U"torondo") > across(U"多伦多", U"poronto")); }

TEST_CASE("letters of pinyin are held to the pinyin, a foreign word is not") {
  REQUIRE(reads_as_pinyin(U"lomani"));
  REQUIRE_FALSE(reads_as_pinyin(U"romani"));
  CHECK(across(U"罗马尼亚", U"romani") > across(U"罗马尼亚", U"lomani"));
}

TEST_CASE("only characters alone are compared with letters alone") {
  const auto [a, b] = GENERATE(table<std::u32string, std::u32string>({{U"", U"london"}, {U"伦敦", U""}, {U"伦敦", U"l"}, {U"〇ぁ", U"london"}}));
  CHECK(across(a, b) == 0);
  const std::u32string han = U"伦敦", london = U"london";
  NameView mixed = characters(han);
  mixed.latin = mixed.core_latin = london;
  CHECK(AcrossMatcher(mixed).match(letters(london)) == 0);
  CHECK(AcrossMatcher(letters(london)).match(letters(london)) == 0);
}

TEST_CASE("names of any length and letters of any kind are taken") {
  CHECK(across(std::u32string(200, U'斯'), U"s") == 0);
  CHECK(across(U"斯", std::u32string(5000, U's')) == 0);
  CHECK(across(U"斯", U"s5é\U0010FFFF") == 0);
}

TEST_CASE("likeness across scripts is symmetric, and no signature says that it costs more than it does") {
  std::mt19937 random(20260101);
  std::size_t reached = 0, told = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::u32string han = drawn_characters(random);
    std::u32string latin = drawn_letters(random);
    if (const auto spelled = romanisations(han); round % 3 == 0 && !spelled.empty()) {
      const std::string& one = spelled[random() % spelled.size()].letters;
      latin.assign(one.begin(), one.end());
      if (round % 2 == 0) latin[random() % latin.size()] = U"aeioukst"[random() % 8];
    }
    const float likeness = across(han, latin);
    const std::string shown(latin.begin(), latin.end());
    INFO(encode_utf8(han) << ' ' << shown << ' ' << likeness);
    REQUIRE(AcrossMatcher(letters(latin)).match(characters(han)) == likeness);
    transcription::Speech speech;
    transcription::Letters phones;
    REQUIRE(transcription::speak(han, speech));
    REQUIRE(transcription::spell(latin, phones));
    const unsigned cost = transcription::cost(speech, phones, 60000), least = least_cost(speech, phones);
    REQUIRE(cost >= least);
    reached += likeness >= 0.6f;
    told += least > 0;
  }
  CHECK(reached > 200);
  CHECK(told > 2000);
}

TEST_CASE("names whose alignment costs little are never turned down before it, whichever is the query") {
  std::mt19937 random(12);
  std::size_t alike = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::u32string han = drawn_characters(random), latin = drawn_letters(random);
    transcription::Speech speech;
    transcription::Letters phones;
    if (latin.size() < 2 || !transcription::speak(han, speech) || !transcription::spell(latin, phones)) continue;
    const unsigned heavier = std::max(weight(speech), weight(phones));
    const float least = across_likeness(transcription::cost(speech, phones, 10000) * 4 / 3, heavier);   // as pinyin is held to
    CAPTURE(encode_utf8(han), encode_utf8(latin));
    CHECK(AcrossMatcher(characters(han)).match(letters(latin)) >= least);
    CHECK(AcrossMatcher(letters(latin)).match(characters(han)) >= least);
    alike += static_cast<std::size_t>(least > 0);
  }
  CHECK(alike > 20);
}

TEST_CASE("a name without a side of its own is like none") {
  CHECK(across(U"伦敦", U"3") == 0);
  CHECK(AcrossMatcher(characters(U"伦敦")).match(characters(U"伦敦")) == 0);
  CHECK(AcrossMatcher(letters(U"london")).match(letters(U"london")) == 0);
  CHECK(across(U"伦敦", U"london") > 0.8f);
}
