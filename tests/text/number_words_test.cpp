#include "text/number_words.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

std::string figures(const std::string& words) {
  SpokenNumber number;
  std::istringstream all(words);
  for (std::string word; all >> word;) number.add(number_word(word).value());
  return number.figures();
}

std::string english(unsigned number) {
  const auto word = [](unsigned value) { return comparable_number(std::to_string(value), false); };
  if (number >= 1000) return english(number / 1000) + " thousand" + (number % 1000 > 0 ? " " + english(number % 1000) : "");
  if (number >= 100) return english(number / 100) + " hundred" + (number % 100 > 0 ? " " + english(number % 100) : "");
  if (number <= 20 || number % 10 == 0) return word(number);
  return word(number / 10 * 10) + " " + word(number % 10);
}

}  // namespace

TEST_CASE("a number said in several words is one number, or several in a row") {
  const auto [words, expected] = GENERATE(table<std::string, std::string>({
      {"seven", "7"}, {"seven eleven", "711"}, {"twenty one", "21"}, {"twenty twenty", "2020"}, {"five fifty five", "555"},
      {"nineteen ninety nine", "1999"}, {"one hundred", "100"}, {"hundred", "100"}, {"nineteen hundred", "1900"},
      {"two thousand one", "2001"}, {"one thousand two hundred", "1200"}, {"two hundred thousand", "200000"}, {"7 eleven", "711"},
      {"007", "007"}, {"five thousand", "5000"}, {"5 thousand", "5000"}, {"zero zero seven", "007"}, {"twenty first", "21"}}));
  CAPTURE(words);
  CHECK(figures(words) == expected);
}

TEST_CASE("what is said in full is read back, in English and in Chinese") {
  for (unsigned number = 0; number < 10000; ++number) {
    CAPTURE(number);
    REQUIRE(figures(english(number)) == std::to_string(number));
    for (const std::u32string& said : chinese_numerals(std::to_string(number)))
      REQUIRE(number_of_numerals(said) == comparable_number(std::to_string(number), false));
  }
}

TEST_CASE("numbers are compared by the one word for them, or by their figures") {
  const auto [number, ordinal, expected] = GENERATE(table<std::string, bool, std::string>({
      {"7", false, "seven"}, {"11", false, "eleven"}, {"21", false, "21"}, {"100", false, "hundred"}, {"007", false, "007"},
      {"1", true, "first"}, {"2", true, "second"}, {"20", true, "twentieth"}, {"21", true, "21st"}, {"111", true, "111th"}, {"102", true, "102nd"}}));
  CAPTURE(number);
  CHECK(comparable_number(number, ordinal) == expected);
  CHECK(is_number(expected));
}

TEST_CASE("figures take the ending of their place in a row, and no other") {
  const auto [number, ending, takes] = GENERATE(table<std::string, std::string, bool>(
      {{"1", "st", true}, {"2", "nd", true}, {"3", "rd", true}, {"4", "th", true}, {"11", "th", true}, {"11", "st", false}, {"1", "th", false}, {"seven", "th", false}}));
  CAPTURE(number, ending);
  SpokenNumber spoken;
  spoken.add(number_word(number).value());
  CHECK(spoken.takes_ending(ending) == takes);
}

TEST_CASE("Chinese numerals of a number stand one by one or as one") {
  CHECK(chinese_numerals("21") == std::vector<std::u32string>{U"二一", U"二十一"});
  CHECK(chinese_numerals("306") == std::vector<std::u32string>{U"三零六", U"三百零六"});
  CHECK(chinese_numerals("12")[1] == U"十二");
  CHECK(chinese_numerals("5").empty());
  CHECK(chinese_numerals("007").size() == 1);
  CHECK(chinese_numerals("first").empty());
  for (const char32_t* other : {U"七", U"百", U"狼七", U"", U"十百"}) CHECK(number_of_numerals(other).empty());
}
