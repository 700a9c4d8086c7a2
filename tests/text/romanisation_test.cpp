#include "marque/text/romanisation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace marque;

namespace {

std::u32string points(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

bool lists(std::u32string_view han, std::string_view letters, Romanisation system) {
  const auto all = romanisations(han, 8);
  return std::find(all.begin(), all.end(), RomanisedText{std::string(letters), system}) != all.end();
}

}  // namespace

TEST_CASE("a Chinese text is spelled in the systems that registers hold") {
  const auto [han, letters, system] = GENERATE(table<std::u32string, std::string, Romanisation>({
      {U"银行", "yinhang", Romanisation::pinyin},
      {U"绿", "lu", Romanisation::pinyin},
      {U"张", "chang", Romanisation::wade_giles},
      {U"新竹", "hsinchu", Romanisation::wade_giles},
      {U"高雄", "kaohsiung", Romanisation::wade_giles},
      {U"孙子", "suntzu", Romanisation::wade_giles},
      {U"北京", "peking", Romanisation::postal},
      {U"重庆", "chungking", Romanisation::postal},
      {U"青岛", "tsingtao", Romanisation::postal},
      {U"天津", "tientsin", Romanisation::postal},
      {U"福州", "foochow", Romanisation::postal},
      {U"南京路", "nankinglu", Romanisation::postal},
      {U"王", "wong", Romanisation::cantonese},
      {U"梁", "leung", Romanisation::cantonese},
      {U"郭", "kwok", Romanisation::cantonese},
      {U"陈", "chan", Romanisation::cantonese},
      {U"九龙", "kaulung", Romanisation::cantonese},
  }));
  INFO(letters);
  CHECK(romanised_as(han, points(letters)) == system);
}

TEST_CASE("the pinyin of the usual reading comes first, each spelling once, at most as many as asked for") {
  const auto all = romanisations(U"中华", 4);
  REQUIRE_FALSE(all.empty());
  CHECK(all.front() == RomanisedText{"zhonghua", Romanisation::pinyin});
  CHECK(lists(U"中华", "chunghua", Romanisation::wade_giles));
  CHECK(lists(U"中华", "chunghwa", Romanisation::postal));
  CHECK(lists(U"银行", "yinhang", Romanisation::pinyin));
  for (const RomanisedText& one : all) {
    CHECK(std::count_if(all.begin(), all.end(), [&](const auto& other) { return other.letters == one.letters; }) == 1);
    CHECK(std::count_if(all.begin(), all.end(), [&](const auto& other) { return other.system == one.system; }) <= 4);
  }
}

TEST_CASE("every spelling listed is read back as one of the text") {
  const std::u32string han = GENERATE(U"中华", U"重庆长城", U"广州", U"乐行", U"吴国强", U"女儿红", U"香港中银");
  for (const RomanisedText& one : romanisations(han)) {
    INFO(one.letters);
    CHECK(romanised_as(han, points(one.letters)).has_value());
  }
}

TEST_CASE("letters that spell only a part of the text, or more, do not spell it") {
  const auto [han, letters] = GENERATE(table<std::u32string, std::string>({
      {U"中华", "chung"},
      {U"中华", "chunghwalu"},
      {U"中华", "zhonghwa"},  // one system at a time
      {U"中a", "zhong"},
      {U"", ""},
      {U"中", ""},
  }));
  INFO(letters);
  CHECK_FALSE(romanised_as(han, points(letters)).has_value());
}

TEST_CASE("a text with a character that has no reading has no spelling") {
  CHECK(romanisations(U"").empty());
  CHECK(romanisations(U"中a").empty());
}

TEST_CASE("letters read as pinyin from end to end, or not") {
  const auto [letters, expected] = GENERATE(table<std::string, bool>({
      {"haimen", true}, {"omega", true}, {"xian", true}, {"canon", false}, {"chunghwa", false}, {"m", false}, {"", false}}));
  INFO(letters);
  CHECK(reads_as_pinyin(points(letters)) == expected);
  CHECK_FALSE(reads_as_pinyin(std::u32string(1000, U'a')));
}

TEST_CASE("a syllable is an onset and a rhyme as they sound") {
  const auto parts = [](char32_t character) { return pinyin_parts(readings(character).front().syllable); };
  CHECK(parts(U'元') == SyllableParts{"", "van"});
  CHECK(parts(U'知') == SyllableParts{"zh", "ih"});
  CHECK(parts(U'流') == SyllableParts{"l", "iou"});
  CHECK(parts(U'门') == SyllableParts{"m", "en"});
}

TEST_CASE("characters have their Cantonese readings") {
  REQUIRE(cantonese_readings(U'国').size() == 1);
  const CantoneseSyllable kwok = cantonese_readings(U'国').front();
  CHECK(spelling(kwok) == "gwok");
  CHECK(cantonese_parts(kwok) == SyllableParts{"gw", "ok"});
  CHECK(cantonese_readings(U'a').empty());
  CHECK(static_cast<std::size_t>(kwok) < cantonese_syllable_count());
}
