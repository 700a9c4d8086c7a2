#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "law/division_table.hpp"
#include "law/words.hpp"
#include "marque/law/place_names.hpp"
#include "marque/text/encoding.hpp"
#include "support/table_file.hpp"

using namespace marque;

namespace {

AreaCode code(std::uint32_t digits) { return AreaCode::from_digits(digits); }

template <class Mention>
std::string shown(const Mention& mention) {
  return encode_utf8(mention.text) + (mention.whole ? "=" : "");
}

std::string shown(const std::vector<PlaceMention>& mentions) {
  std::string text;
  for (const PlaceMention& mention : mentions) {
    if (!text.empty()) text += ' ';
    text += encode_utf8(mention.text);
    if (mention.in_pinyin) text += '~';
    if (mention.whole) text += '=';
    if (!mention.other_meaning.zh.empty()) text += '*';
  }
  return text;
}

}  // namespace

TEST_CASE("places are read out of names word by word") {
  for (const auto& row : test::rows_of("place_mentions.tsv")) {
    CAPTURE(row[0], row.back());
    const auto name = normalize(row[0]);
    REQUIRE(name);
    const auto mentions = place_mentions(*name);
    CHECK(shown(mentions) == row[1]);
    for (const PlaceMention& mention : mentions)
      CHECK((mention.in_pinyin ? name->letters : name->han).substr(mention.position).starts_with(mention.text));
  }
}

TEST_CASE("foreign places known to the public are read out of names by whole words") {
  for (const auto& row : test::rows_of("foreign_places.tsv")) {
    CAPTURE(row[0], row.back());
    std::string text;
    for (const auto& mention : foreign_place_mentions(*normalize(row[0]))) text += shown(mention);
    CHECK(text == row[1]);
  }
}

TEST_CASE("a mention names the division of today rather than one that is gone") {
  CHECK(place_mentions(*normalize("海门"))[0].division.code == code(320614));
  CHECK(place_mentions(*normalize("海门市"))[0].division.code == code(320684));
  CHECK(place_mentions(*normalize("吉林"))[0].division.level == PlaceLevel::province);
}

TEST_CASE("a name is resolved in the year it was used") {
  CHECK(resolve_place("海门市", 2010)->code == code(320684));
  CHECK(resolve_place("海门", 2010)->code == code(320684));
  CHECK(resolve_place("海门", 2026)->code == code(320614));
  CHECK(resolve_place("海门县", 1985)->code == code(320625));
  CHECK(resolve_place("海门县", 1982)->code == code(322525));
  CHECK_FALSE(resolve_place("海门市", 2026));
  CHECK_FALSE(resolve_place("海门", 1900));
  CHECK_FALSE(resolve_place("江海门", 2026));
  CHECK_FALSE(resolve_place("\xff", 2026));
}

TEST_CASE("codes are followed through their changes, both ways") {
  CHECK(successors(code(320684)) == std::vector{code(320614)});
  CHECK(successors(code(322525)) == std::vector{code(320614)});
  CHECK(successors(code(320614)) == std::vector{code(320614)});
  CHECK(predecessors(code(320614)) == std::vector{code(320684), code(320625), code(322525)});
  CHECK(predecessors(code(322525)).empty());
  CHECK(successors(code(999999)).empty());
  const auto absorbed = predecessors(code(320613));
  CHECK(std::count(absorbed.begin(), absorbed.end(), code(320611)) == 1);
}

TEST_CASE("following a code always ends, in codes that are in force") {
  for (const DivisionRow& row : DivisionTable::get().rows())
    for (const AreaCode today : successors(row.division.code)) CHECK(division_of(today)->to == 0);
}

TEST_CASE("two codes mean one area where one holds the other, in any year") {
  CHECK(same_area(code(320684), code(320614)));
  CHECK(same_area(code(322525), code(320600)));
  CHECK(same_area(code(320000), code(320625)));
  CHECK_FALSE(same_area(code(320614), code(320681)));
  CHECK_FALSE(same_area(code(320614), code(330000)));
}

TEST_CASE("a code means the division of its year") {
  CHECK(division_of(code(120113), 1985)->name == "北郊区");
  CHECK(division_of(code(120113))->name == "北辰区");
  CHECK_FALSE(division_of(code(320614), 2010));
}

TEST_CASE("short forms leave out what kind of division it is and whose it is") {
  const auto [name, brief] = GENERATE(table<std::string, std::string>({
      {"海门区", "海门"}, {"茂县", "茂县"}, {"内蒙古自治区", "内蒙古"}, {"广西壮族自治区", "广西"},
      {"恩施土家族苗族自治州", "恩施"}, {"克孜勒苏柯尔克孜自治州", "克孜勒苏"}, {"香港特别行政区", "香港"},
      {"神农架林区", "神农架"}, {"东乡族自治县", "东乡族"}, {"虎林市", "虎林"}, {"乌拉特中旗", "乌拉特"},
      {"海门", "海门"}, {"", ""},
  }));
  CHECK(short_form(name) == brief);
}

TEST_CASE("every cut of a text covers it, in order and without gaps") {
  std::mt19937 random(20261122);
  const std::u32string alphabet = U"海门江山上东南通窗户业羊肉中国";
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (std::size_t n = random() % 12; n > 0; --n) text += alphabet[random() % alphabet.size()];
    std::u32string joined;
    for (const Piece& piece : cut_words(text)) {
      CHECK(piece.position == joined.size());
      joined += piece.text;
    }
    CHECK(joined == text);
  }
}

TEST_CASE("letters that spell a division in pinyin are found, whatever their pinyin counts for") {
  const auto [name, code] = GENERATE(table<std::string, std::uint32_t>(
      {{"HAIMEN", 320614}, {"Hǎi Mén", 320614}, {"NANTONG", 320600}, {"HAIMENX", 0}, {"海门", 0}, {"Zorvexa", 0}, {"AN", 0}}));
  CAPTURE(name);
  const auto places = spelled_places(*normalize(name));
  CHECK(places.empty() == (code == 0));
  if (code != 0) CHECK(std::any_of(places.begin(), places.end(), [&, wanted = code](const Division& d) { return d.code.digits() == wanted; }));
}
