#include "marque/text/meaning.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"

using namespace marque;

namespace {


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

TEST_CASE("a character's senses hold its glosses") {
  CHECK(senses(U'骏') == std::vector<std::string_view>{"excellent horse", "noble steed"});
  CHECK(senses(U'羊') == glosses(U'羊'));
  CHECK(senses(U'a').empty());
}

TEST_CASE("words are taken to their base form") {
  const auto [word, base] = GENERATE(table<std::string, std::string>({
      {"horses", "horse"},  {"horse", "horse"},   {"berries", "berry"}, {"boxes", "box"},     {"mice", "mouse"},
      {"skies", "sky"},     {"postponing", "postpone"},   {"walked", "walk"},   {"hopped", "hop"},  {"glass", "glass"},
      {"bus", "bus"},       {"rainbow", "rainbow"}, {"qwxyzzs", "qwxyzz"}, {"qwxyzz", "qwxyzz"}, {"", ""},
      {"s", "s"},           {"as", "as"},         {"qwxyss", "qwxyss"},
  }));
  CHECK(base_form(word) == base);
}

TEST_CASE("a word of another language is known as such, and may be English too") {
  const auto [word, english, foreign] = GENERATE(table<std::string, bool, bool>({
      {"wolf", true, false}, {"lobo", false, true}, {"sol", true, true}, {"ours", false, true}, {"pain", true, false}, {"fr:pain", false, true}, {"de:pain", false, false}, {"qwxyzz", false, false}}));
  CAPTURE(word);
  CHECK(is_english(word) == english);
  CHECK(is_foreign(word) == foreign);
  CHECK(languages_of(word).empty() != foreign);
  CHECK(base_form(word) == word);
}

TEST_CASE("the base form of a base form is itself, and irregular forms come back") {
  for (const std::string word : {"horses", "mices", "walkings", "runnings", "ies", "ing", "eds", "women", "leaves", "lives", "qwings"})
    CHECK(base_form(base_form(word)) == base_form(word));
  const auto forms = irregular_forms("mouse");
  CHECK(std::find(forms.begin(), forms.end(), "mice") != forms.end());
  CHECK(irregular_forms("qwxyzz").empty());
}

TEST_CASE("words are kin by their senses") {
  const auto [a, b, expected] = GENERATE(table<std::string, std::string, Kinship>({
      {"car", "car", Kinship::same},
      {"car", "automobile", Kinship::synonym},
      {"big", "large", Kinship::synonym},
      {"begin", "start", Kinship::synonym},
      {"tornado", "cyclone", Kinship::kind},
      {"milky way", "galaxy", Kinship::kind},
      {"joyful", "happy", Kinship::near},
      {"joy", "happiness", Kinship::near},
      {"solar", "sun", Kinship::near},
      {"unhappy", "happiness", Kinship::none},
      {"happy", "sad", Kinship::none},
      {"lightning bolt", "thunderbolt", Kinship::synonym},
      {"spoon", "fork", Kinship::sibling},
      {"apple", "orange", Kinship::none},
      {"lobo", "wolf", Kinship::synonym},
      {"gato", "gatto", Kinship::synonym},
      {"lobo", "fuchs", Kinship::none},   // of two languages, and no translations
      {"lobo", "luna", Kinship::none},
      {"pain", "bread", Kinship::none},   // an English word is read in English
      {"sun", "horse", Kinship::none},
      {"qwxyzz", "qwxyzz", Kinship::same},
      {"qwxyzz", "horse", Kinship::none},
  }));
  INFO(a << " " << b);
  const Kin there = kinship(a, b), back = kinship(b, a);
  CHECK(there.kinship == expected);
  CHECK(there.kinship == back.kinship);
  CHECK(there.likeness == back.likeness);
  CHECK((there.likeness > 0) == (expected != Kinship::none));
}

TEST_CASE("the kin of a word are those that kinship finds, both ways") {
  const std::string word = GENERATE(as<std::string>{}, "mother", "tornado", "silver", "bear", "run", "star", "golden", "wild horse", "happy", "joy", "solar");
  for (const Kinship least : {Kinship::sibling, Kinship::kind, Kinship::near, Kinship::synonym}) {
    for (const Kin& kin : kin_of(word, least)) {
      INFO(word << " " << kin.word);
      CHECK(kin.kinship >= least);
      CHECK(kinship(word, kin.word) == kin);
      const auto back = kin_of(kin.word, least);
      CHECK(std::find(back.begin(), back.end(), Kin{word, kin.kinship, kin.likeness}) != back.end());
    }
  }
}

TEST_CASE("a word has no kin among a sample of words beyond those listed") {
  const std::vector<std::string> words{"mother", "father", "parent", "tornado", "cyclone", "silver", "gold", "star", "sun", "moon",
                                       "horse",  "pony",   "dog",    "cat",     "car",     "automobile", "run", "jog", "walk", "flower", "happy", "joyful", "glad", "joy", "happiness"};
  for (const std::string& a : words) {
    const auto kin = kin_of(a, Kinship::sibling);
    for (const std::string& b : words) {
      const bool listed = std::any_of(kin.begin(), kin.end(), [&](const Kin& one) { return one.word == b; });
      INFO(a << " " << b);
      CHECK(listed == (a != b && kinship(a, b).kinship != Kinship::none));
    }
  }
}
