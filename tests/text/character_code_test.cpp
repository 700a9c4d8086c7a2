#include "text/character_code.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <set>
#include <utility>

#include "marque/text/glyph.hpp"
#include "marque/text/readings.hpp"

using namespace marque;

TEST_CASE("every character with a reading or a shape has a code, and every code its character") {
  REQUIRE(character_codes() <= std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1);
  std::size_t coded = 1;
  for (char32_t character = 0; character < 0x110000; ++character) {
    const std::uint16_t code = character_code(character);
    if (code == 0) {
      CHECK(readings(character).empty());
      CHECK(glyph_neighbours(character).empty());
      continue;
    }
    ++coded;
    REQUIRE(code < character_codes());
    REQUIRE(character_of(code) == character);
  }
  CHECK(coded == character_codes());
}

TEST_CASE("code 0 stands for what is not a Chinese character") {
  CHECK(character_of(0) == 0);
  for (const char32_t other : {U'\0', U'a', U'9', U'·', U'ア', char32_t{0x110000}}) CHECK(character_code(other) == 0);
  CHECK(shape_class(0) == 0);
  CHECK(sound_class(0) == 0);
}

TEST_CASE("commoner characters have lower codes, those that normalize() replaces the highest") {
  CHECK(character_code(U'的') < character_code(U'商'));
  CHECK(character_code(U'商') < character_code(U'隼'));
  CHECK(character_code(U'隼') < character_code(U'門'));
}

TEST_CASE("classes of known characters are neither 0 nor one for all") {
  std::set<unsigned> shapes;
  std::set<unsigned> sounds;
  for (std::size_t code = 1; code < character_codes(); ++code) {
    shapes.insert(shape_class(static_cast<std::uint16_t>(code)));
    sounds.insert(sound_class(static_cast<std::uint16_t>(code)));
  }
  CHECK_FALSE(shapes.contains(0));
  CHECK_FALSE(sounds.contains(0));
  CHECK(shapes.size() > 200);
  CHECK(sounds.size() > 200);
}

TEST_CASE("characters of one sound share their sound class, whatever they look like") {
  for (const auto& [one, other] : {std::pair{U'华', U'花'}, {U'新', U'信'}, {U'师', U'狮'}})
    CHECK(sound_class(character_code(one)) == sound_class(character_code(other)));
  CHECK(sound_class(character_code(U'山')) != sound_class(character_code(U'口')));
}
