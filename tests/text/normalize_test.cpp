#include "marque/text/normalize.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <sstream>

#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"

using namespace marque;
using namespace std::string_literals;

namespace {

std::string table(const std::string& name) {
  std::ifstream file(MARQUE_TESTS_DIR "/tables/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string shown(const std::u32string& view) { return view.empty() ? "-" : encode_utf8(view); }

std::u32string joined(const std::vector<NamePart>& parts) {
  std::u32string text;
  for (const NamePart& part : parts) text += part.text;
  return text;
}

// Any name, or nothing where it is refused.
std::u32string skeleton_of(std::u32string_view name) {
  const auto form = normalize(encode_utf8(name));
  return form ? form->skeleton : std::u32string{};
}

}  // namespace

TEST_CASE("the views of names are as the table says") {
  int rows = 0;
  const std::string names = table("normalize.tsv");
  for_each_row(names, [&](const auto& row) {
    REQUIRE(row.size() == 7);
    INFO(row[0] << ": " << row[6]);
    const auto form = normalize(row[0]);
    REQUIRE(form);
    CHECK(form->original == row[0]);
    CHECK(shown(form->han) == row[1]);
    CHECK(shown(form->letters) == row[2]);
    CHECK(shown(form->digits) == row[3]);
    CHECK(shown(form->distinctive_han) == row[4]);
    CHECK(shown(form->distinctive_letters) == row[5]);
    CHECK(joined(form->parts) == form->skeleton);
    ++rows;
  });
  CHECK(rows > 30);
}

TEST_CASE("the folded form keeps accents, punctuation and one space between words") {
  CHECK(encode_utf8(normalize(" Café \t Ａ·Ｂ ")->folded) == "café a·b");
}

TEST_CASE("folding follows NFKC_Casefold") {
  const auto [name, folded, why] = GENERATE(table<std::string, std::string, std::string>({
      {"ﬁ", "fi", "ligature"},
      {"Ⅷ", "viii", "Roman numeral"},
      {"㎏", "kg", "square"},
      {"\u212B", "\u00E5", "singleton decomposition"},
      {"\u212A", "k", "Kelvin sign"},
      {"ẞ", "ss", "capital sharp s"},
      {"ſ", "s", "long s"},
      {"İ", "i\u0307", "dotted capital I"},
      {"a\u0301\u0323", "\u1EA1\u0301", "canonical order, then composition"},
      {"\u0958", "\u0915\u093C", "composition exclusion"},
      {"각", "\uAC01", "Hangul"},
      {"ｶﾞ", "ガ", "half width"},
      {"Ά\u0345", "άι", "iota below"},
      {"\u3000\u00A0x", "x", "spaces"},
  }));
  INFO(why);
  CHECK(encode_utf8(normalize(name)->folded) == folded);
}

TEST_CASE("words of letters end at spaces and punctuation, and say whether they are generic") {
  const auto form = *normalize("海门GOAT-MILK牌 Co 12");
  const std::vector<NamePart> expected{{PartKind::han, U"海门", false},     {PartKind::letters, U"goat", false},
                                       {PartKind::letters, U"milk", false}, {PartKind::han, U"牌", false},
                                       {PartKind::letters, U"co", true},    {PartKind::digits, U"12", false}};
  CHECK(form.parts == expected);
}

TEST_CASE("what does not show leaves no trace") {
  CHECK(normalize("海\u200B门\u202E山\u2060羊\uFE0F")->skeleton == U"海门山羊");
  CHECK(normalize("GO\u00ADAT")->skeleton == U"goat");
}

TEST_CASE("a name of nothing comparable is empty") {
  CHECK(normalize("")->empty());
  CHECK(normalize("\u0301 ·★")->empty());
  CHECK_FALSE(normalize("1")->empty());
}

TEST_CASE("control characters and bad bytes are refused with their offset") {
  const auto [name, offset] = GENERATE(table<std::string, std::size_t>({
      {"海\0门"s, 3},
      {"\x1B[31m", 0},
      {"a\x7F", 1},
      {"ab\xC2\x85", 2},
      {"a\xFFz", 1},
  }));
  const auto form = normalize(name);
  REQUIRE_FALSE(form);
  CHECK(form.error().code == ErrorCode::invalid_text);
  CHECK(form.error().where.offset == offset);
}

TEST_CASE("limits hold at their value and fail one past it") {
  TextLimits limits;
  limits.name_bytes = 12;
  CHECK(normalize("海门山羊", limits));
  CHECK(normalize("海门山羊!", limits).error().code == ErrorCode::limit_exceeded);

  std::string pile = "a";
  for (std::size_t mark = 0; mark < TextLimits{}.marks_per_base; ++mark) pile += "\u0301";
  CHECK(normalize(pile)->skeleton == U"a");
  CHECK(normalize(pile + "b" + pile));
  CHECK(normalize(pile + "\u0323").error().code == ErrorCode::limit_exceeded);
  CHECK(normalize(pile + "\u200D\u0323").error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("growth is bounded") {
  TextLimits limits;
  limits.growth_factor = 2;
  limits.growth_slack = 0;
  CHECK(normalize("\uFDFA").has_value());
  CHECK(normalize("\uFDFA", limits).error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("normalising a skeleton again changes nothing, for every character alone") {
  std::size_t changed = 0;
  for (char32_t point = 0x20; point < 0x32400; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    const std::u32string skeleton = skeleton_of(std::u32string(1, point));
    if (skeleton_of(skeleton) != skeleton) {
      UNSCOPED_INFO("U+" << std::hex << static_cast<unsigned>(point));
      ++changed;
    }
  }
  CHECK(changed == 0);
}

TEST_CASE("normalising a skeleton again changes nothing, for mixtures of awkward characters") {
  const std::u32string awkward =
      U"乾隆坤於徵徳門海a É'\u0301\u0308\u3099かカﾞ각ㅏ가ıİßøǿΣς\u0345ᾳ·-1２②™\u200D\u00ADก\u0E33क\u093Cक़ो";
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::u32string name;
    const std::size_t length = 1 + random() % 8;
    while (name.size() < length) name.push_back(awkward[random() % awkward.size()]);
    const std::u32string skeleton = skeleton_of(name);
    INFO(encode_utf8(name));
    REQUIRE(skeleton_of(skeleton) == skeleton);
  }
}

TEST_CASE("names of ASCII and Chinese characters, which need no tables, are normalised as the tables of ICU would") {
  const std::u32string plain = U"aZqCo 7 '-.&·+(海门山羊乾隆坤於徵徳門貓牌有限公司";
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::u32string name;
    for (std::size_t left = random() % 12; left > 0; --left) {
      const auto any = static_cast<char32_t>(random());
      name.push_back(random() % 4 > 0 ? plain[random() % plain.size()] : random() % 2 == 0 ? 0x20 + any % 0x5F : 0x4E00 + any % 0x5200);
    }
    std::u32string tabled = name;
    tabled.insert(random() % (name.size() + 1), 1, U'\u2060');   // does not show, but is for ICU to take out
    const auto form = *normalize(encode_utf8(name)), expected = *normalize(encode_utf8(tabled));
    INFO(encode_utf8(name));
    REQUIRE(form.folded == expected.folded);
    REQUIRE(form.skeleton == expected.skeleton);
    REQUIRE(form.parts == expected.parts);
  }
}
