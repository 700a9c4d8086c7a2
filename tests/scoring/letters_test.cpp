#include "scoring/letters.hpp"

#include <catch2/catch.hpp>

#include "scoring/across.hpp"

using namespace marque;

TEST_CASE("the closer the spelling, the higher the romanised similarity") {
  CHECK(romanised_similarity(U"海门", U"haimen") > romanised_similarity(U"海门", U"haiming"));
  CHECK(romanised_similarity(U"海门", U"haiming") > romanised_similarity(U"海门", U"zorvexa"));
  CHECK(romanised_similarity(U"海门", U"") == 0);
  CHECK(romanised_similarity(U"银行", U"yinhang") == Approx(1));
  CHECK(romanised_similarity(U"银行", U"yinxing") == Approx(1));
}

TEST_CASE("swapped neighbours and look-alike letters cost less than other letters") {
  CHECK(letter_look(U"norvex", U"nrovex") > letter_look(U"norvex", U"naavex"));
  CHECK(letter_look(U"norvex", U"n0rvex") > letter_look(U"norvex", U"narvex"));
  CHECK(letter_look(U"norvex", U"norvex") == 1);
}
