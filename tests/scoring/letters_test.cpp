#include "scoring/letters.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("swapped neighbours and look-alike letters cost less than other letters") {
  CHECK(letter_look(U"norvex", U"nrovex") > letter_look(U"norvex", U"naavex"));
  CHECK(letter_look(U"norvex", U"n0rvex") > letter_look(U"norvex", U"narvex"));
  CHECK(letter_look(U"norvex", U"norvex") == 1);
}
