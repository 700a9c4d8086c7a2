#include "marque/scoring/comparable_name.hpp"

#include <catch2/catch.hpp>

#include "marque/scoring/subject.hpp"
#include "marque/text/encoding.hpp"
#include "scoring/comparable_reader.hpp"

using namespace marque;

namespace {

ComparableName of(std::string_view words) { return comparable(*normalize(words)); }

}  // namespace

TEST_CASE("letters that sound alike have the same phones") {
  const auto [a, b] = GENERATE(table<std::string, std::string>(
      {{"PHONE", "FONE"}, {"CAT", "KAT"}, {"SCHOOL", "SOOL"}, {"QUICK", "KWIK"}, {"BOOKK", "BUK"}, {"WAGEN", "VAGEN"}}));
  CAPTURE(a, b);
  CHECK(encode_utf8(of(a).phones) == encode_utf8(of(b).phones));
}

TEST_CASE("letters that sound different keep different phones") {
  CHECK(of("PHONE").phones != of("TONE").phones);
  CHECK(of("CITY").phones != of("KITTEN").phones);
}

TEST_CASE("spellings that are read alike sound alike") {
  const auto [a, b] = GENERATE(table<std::string, std::string>({
      {"NITE", "NIGHT"}, {"XPRESS", "EXPRESS"}, {"XCEL", "EXCEL"}, {"XCHANGE", "EXCHANGE"},
      {"MAJIKA", "MAGICA"}, {"NASHON", "NATION"}, {"PLATO", "PLATEAU"}, {"LEEG", "LEAGUE"}, {"ANTEEK", "ANTIQUE"},
      {"GR8", "GREIGHT"}, {"ZILO", "XYLO"}, {"KVARTS", "QUARTZ"}, {"PSALMA", "SALMA"}, {"KNORV", "NORV"}, {"VELAMB", "VELAM"},
      {"나무", "NAMU"}, {"강산", "GANGSAN"}}));
  CAPTURE(a, b);
  CHECK(of(a).phones == of(b).phones);
}

TEST_CASE("letters are read otherwise at the beginning or the end of a name than within") {
  CHECK(of("XENO").phones != of("AXENO").phones.substr(1));
  CHECK(of("QUEST").phones == of("KVEST").phones);   // not the que of antique
  CHECK(of("BEAUTY").phones != of("BOTY").phones);
  CHECK(of("AMBER").phones != of("AMER").phones);
  CHECK(of("GIPSY").phones != of("GISY").phones);
  CHECK(of("MAGNA").phones != of("MANA").phones);
}

TEST_CASE("words at the end that say what is sold are no part of the core, where a word of its own stands before them") {
  const auto [name, core] = GENERATE(table<std::string, std::string>({
      {"NORVEX COFFEE", "norvex"}, {"NORVEX MINERAL WATER CO., LTD.", "norvexmineral"}, {"NORVEX FOODS GROUP", "norvex"}, {"BLACK COFFEE", "blackcoffee"},
      {"COFFEE NORVEX", "coffeenorvex"}, {"COFFEE", "coffee"}, {"NORVEX KING", "norvexking"}, {"Q COFFEE", "qcoffee"}}));
  CAPTURE(name);
  CHECK(encode_utf8(of(name).core_latin) == core);
}

TEST_CASE("a mixed name keeps its characters, letters and words apart") {
  const ComparableName name = of("海门 Blue 7 Goat 有限公司");
  CHECK(encode_utf8(name.latin) == "blue7goat");
  CHECK(encode_utf8(name.words) == "blue 7 goat");
  CHECK(name.han.starts_with(U"海门"));
}

TEST_CASE("digits beside Chinese characters or alone are read as numerals, beside letters they are not") {
  const auto [words, han] = GENERATE(table<std::string, std::string>(
      {{"7匹狼", "七匹狼"}, {"７匹狼", "七匹狼"}, {"58同城", "五八同城"}, {"三九 999", "三九九九九"}, {"3M胶", "胶"}, {"A8体育", "体育"}, {"360", "三六零"}, {"A360", ""}}));
  CAPTURE(words);
  CHECK(encode_utf8(of(words).han) == han);
}

TEST_CASE("a number is a word of the name, unless characters beside it take it in") {
  const auto [words, expected] = GENERATE(table<std::string, std::string>(
      {{"7UP", "7 up"}, {"555", "555"}, {"7-11", "711"}, {"7匹狼", ""}, {"七匹狼 STAR 7", "star 7"}, {"1ST CHOICE", "1 st choice"}}));
  CAPTURE(words);
  CHECK(encode_utf8(of(words).words) == expected);
}

TEST_CASE("digits alone and their numerals are one element") {
  CHECK(of("555").view().figures_alone());
  CHECK_FALSE(of("555牌").view().figures_alone());
  CHECK_FALSE(of("五五五").view().figures_alone());
  CHECK_FALSE(of("A55").view().figures_alone());
}

TEST_CASE("a view restored from its fields is the same view") {
  const ComparableName name = of("海门 Goat 7");
  CHECK(NameView::from(name.view().fields()).fields() == name.view().fields());
}

TEST_CASE("a reader of many names makes of each what make_subject makes of it") {
  ComparableReader reader;
  for (const char* words : {"海门 Blue 7 Goat 有限公司", "", "Café PHONE Co., Ltd.", "羊", "7匹狼", "\u24B6 9", "Goat's", "·", "海门山羊牌"}) {
    INFO(words);
    REQUIRE(reader.read(words, {}));
    CHECK(reader.name() == make_subject(words)->comparable);
    CHECK_FALSE(reader.read("a\x01", {}));
  }
}
