// The measures that the library is compared with, against figures that their sources publish.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "reference/bit_parallel_ratio.hpp"
#include "reference/edit_distance.hpp"
#include "reference/jaro_winkler.hpp"
#include "reference/plain_pinyin.hpp"
#include "reference/string_ratios.hpp"
#include "reference/trigram_similarity.hpp"

using namespace reference;

namespace {

float trigram_similarity(std::u32string_view a, std::u32string_view b) {
  return reference::trigram_similarity(trigrams(a), trigrams(b));
}

std::u32string any_text(std::mt19937& random) {
  std::u32string text;
  for (auto left = random() % 6; left > 0; --left) text += static_cast<char32_t>(U'a' + random() % 3);
  return text;
}

}  // namespace

TEST_CASE("a word has the trigrams that show_trgm lists for it") {
  const std::vector<Trigram> of_cat{{U' ', U' ', U'c'}, {U' ', U'c', U'a'}, {U'a', U't', U' '}, {U'c', U'a', U't'}};
  CHECK(trigrams(U"cat") == of_cat);
  CHECK(trigrams(U"foo|bar") == trigrams(U"BAR foo"));
  CHECK(trigrams(U" - ").empty());
}

TEST_CASE("trigram similarity is what pg_trgm's manual and server say") {
  const auto [a, b, similarity] = GENERATE(table<std::u32string, std::u32string, float>({
      {U"word", U"two words", 0.363636f},   // manual
      {U"word", U"word", 1.0f},
      {U"Word", U"wORD", 1.0f},
      {U"word", U"", 0.0f},
      {U"", U"", 0.0f},
      {U"雪碧", U"雷碧", 0.0f},             // server: nothing shared, though one character of two is
      {U"海门山羊", U"海门山", 0.5f},       // server
  }));
  CHECK(trigram_similarity(a, b) == Approx(similarity));
  CHECK(trigram_similarity(b, a) == Approx(similarity));
}

TEST_CASE("the ratios follow from the distances by definition") {
  std::mt19937 random(5);
  for (int round = 0; round < 1000; ++round) {
    const std::u32string a = any_text(random), b = any_text(random);
    CHECK(edits(a, b, 1) == edit_distance(a, b));
    CHECK(edits(a, b, 2) == a.size() + b.size() - 2 * common_subsequence(a, b));
  }
}

TEST_CASE("the ratio by machine words is the ratio by definition") {
  std::mt19937 random(6);
  for (int round = 0; round < 1000; ++round) {
    const std::u32string a = any_text(random), b = any_text(random);
    CHECK(BitParallelRatio(a)(b) == Approx(indel_ratio(a, b)));
  }
  const std::u32string longest(64, U'海');
  CHECK(BitParallelRatio(longest)(longest) == 1);
  CHECK(BitParallelRatio(longest)(longest + longest) == Approx(indel_ratio(longest, longest + longest)));
}

TEST_CASE("the ratios are 1 for the same text and 0 where nothing is shared") {
  const auto ratio = GENERATE(levenshtein_ratio, indel_ratio, jaro_winkler);
  CHECK(ratio(U"", U"") == 1);
  CHECK(ratio(U"海门", U"海门") == 1);
  CHECK(ratio(U"海门", U"山羊") == 0);
  CHECK(ratio(U"海门", U"") == 0);
}

TEST_CASE("rapidfuzz's ratio of its manual's example") {
  CHECK(indel_ratio(U"this is a test", U"this is a test!") == Approx(0.9655172f));
  CHECK(levenshtein_ratio(U"lewenstein", U"levenshtein") == Approx(1 - 2 / 11.0f));
}

TEST_CASE("Jaro and Winkler's figures of their census paper") {
  const auto [a, b, plain, raised] = GENERATE(table<std::u32string, std::u32string, float, float>({
      {U"MARTHA", U"MARHTA", 0.9444f, 0.9611f},
      {U"DWAYNE", U"DUANE", 0.8222f, 0.84f},
      {U"DIXON", U"DICKSONX", 0.7667f, 0.8133f},
      {U"JONES", U"JOHNSON", 0.7905f, 0.8324f},
      {U"ABROMS", U"ABRAMS", 0.8889f, 0.9222f},
  }));
  CHECK(jaro(a, b) == Approx(plain).margin(0.0001));
  CHECK(jaro_winkler(a, b) == Approx(raised).margin(0.0001));
}

TEST_CASE("plain pinyin takes one reading of a character, and leaves letters as they are") {
  CHECK(plain_pinyin(U"海门Goat") == U"haimengoat");
  CHECK(plain_pinyin(U"") == U"");
}
