#include "text/lexicon.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace marque;

namespace {

const Lexicon& lexicon() { return Lexicon::get(); }

bool holds(std::span<const std::uint32_t> numbers, std::uint32_t number) { return std::find(numbers.begin(), numbers.end(), number) != numbers.end(); }

}  // namespace

TEST_CASE("every word of the lexicon is found, and no other") {
  REQUIRE(lexicon().size() > 50'000);
  for (Lexicon::WordId word = 0; word < lexicon().size(); ++word) {
    if (lexicon().find(lexicon().word(word)) != word) FAIL(lexicon().word(word));
  }
  for (const char* other : {"", "qwxyzz", "golden  eagle", "Horse"}) CHECK(lexicon().find(other) == Lexicon::unknown);
}

TEST_CASE("senses lead back to their words, and kinds to what they are kinds of") {
  for (Lexicon::WordId word = 0; word < lexicon().size(); ++word) {
    REQUIRE_FALSE(lexicon().senses(word).empty());
    for (const Lexicon::SenseId sense : lexicon().senses(word)) {
      if (!holds(lexicon().words(sense), word)) FAIL(lexicon().word(word));
      for (const Lexicon::SenseId parent : lexicon().kinds_of(sense)) {
        if (!holds(lexicon().kinds(parent), sense)) FAIL(lexicon().word(word));
      }
      for (const Lexicon::SenseId near : lexicon().near(sense)) {
        if (near == sense || !holds(lexicon().near(near), sense)) FAIL(lexicon().word(word));
      }
    }
  }
}

TEST_CASE("irregular forms lead to their base and back") {
  const Lexicon::WordId mouse = lexicon().find("mouse"), horse = lexicon().find("horse");
  REQUIRE(mouse != Lexicon::unknown);
  CHECK(lexicon().irregular("mice") == "mouse");
  CHECK(lexicon().irregular("horses").empty());
  CHECK(lexicon().irregular("zzz").empty());
  CHECK(lexicon().irregular_forms(horse).empty());
  std::size_t forms = 0;
  for (Lexicon::WordId word = 0; word < lexicon().size(); ++word) {
    for (const std::uint32_t form : lexicon().irregular_forms(word)) {
      if (lexicon().irregular(lexicon().form(form)) != lexicon().word(word)) FAIL(lexicon().form(form));
      ++forms;
    }
  }
  CHECK(forms > 4000);
}
