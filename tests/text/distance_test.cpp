#include "marque/text/distance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "reference/edit_distance.hpp"

using namespace marque;

TEST_CASE("distances count edits of characters, not bytes") {
  const auto [a, b, edits, with_swaps] = GENERATE(table<std::u32string, std::u32string, std::size_t, std::size_t>({
      {U"", U"", 0, 0},
      {U"海门山羊", U"海门山羊", 0, 0},
      {U"海门山羊", U"海门羊山", 2, 1},
      {U"海门山羊", U"海門山羊", 1, 1},
      {U"", U"海门", 2, 2},
      {U"kitten", U"sitting", 3, 3},
      {U"ca", U"abc", 3, 3},
      {U"𠀀山", U"𠀁山", 1, 1},
  }));
  CHECK(edit_distance(a, b) == edits);
  CHECK(transposition_distance(a, b) == with_swaps);
}

TEST_CASE("a cutoff tells no more than that it is passed") {
  CHECK(edit_distance(U"kitten", U"sitting", 3) == 3);
  CHECK(edit_distance(U"kitten", U"sitting", 2) == 3);
  CHECK(edit_distance(U"kitten", U"sitting", 0) == 1);
  CHECK(edit_distance(U"kitten", U"kitten", 0) == 0);
  CHECK(edit_distance(U"a", U"bcdefgh", 2) == 3);
}

TEST_CASE("common parts are measured with and without gaps") {
  CHECK(common_subsequence(U"海门山羊", U"海山门羊") == 3);
  CHECK(common_substring(U"海门山羊", U"东海门山") == 3);
  CHECK(common_subsequence(U"", U"海") == 0);
  CHECK(common_substring(U"山", U"羊") == 0);
}

TEST_CASE("likeness is the share of the longer text that stays") {
  CHECK(edit_similarity(U"", U"") == 1.0F);
  CHECK(edit_similarity(U"海门", U"海口") == 0.5F);
  CHECK(edit_similarity(U"海", U"山") == 0.0F);
}

TEST_CASE("all distances agree with their definitions on random texts") {
  std::mt19937 random(11);
  const auto any = [&] {
    std::u32string text;
    const std::size_t length = random() % 7;
    while (text.size() < length) text.push_back(U"海门山"[random() % 3]);
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::u32string a = any();
    const std::u32string b = any();
    const std::size_t expected = reference::edit_distance(a, b);
    REQUIRE(edit_distance(a, b) == expected);
    REQUIRE(transposition_distance(a, b) == reference::transposition_distance(a, b));
    REQUIRE(common_subsequence(a, b) == reference::common_subsequence(a, b));
    REQUIRE(common_substring(a, b) == reference::common_substring(a, b));
    const std::size_t cutoff = random() % 6;
    REQUIRE(edit_distance(a, b, cutoff) == std::min(expected, cutoff + 1));
  }
}
