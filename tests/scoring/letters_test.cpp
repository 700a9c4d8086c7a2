#include "scoring/letters.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("letters spell characters by any of their readings") {
  const auto [han, letters, expected] = GENERATE(table<std::u32string, std::u32string, bool>({
      {U"银行", U"yinhang", true},
      {U"银行", U"yinxing", true},
      {U"银行", U"yinhen", false},
      {U"海门山羊", U"haimenshanyang", true},
      {U"海门山羊", U"haimenshanyan", false},
      {U"西安", U"xian", true},
      {U"女", U"nu", true},
      {U"", U"", false},
      {U"海", U"", false},
  }));
  CHECK(spells(han, letters) == expected);
  if (expected) CHECK(romanised_similarity(han, letters) == Approx(1));
}

TEST_CASE("the closer the spelling, the higher the romanised similarity") {
  CHECK(romanised_similarity(U"海门", U"haimen") > romanised_similarity(U"海门", U"haiming"));
  CHECK(romanised_similarity(U"海门", U"haiming") > romanised_similarity(U"海门", U"zorvexa"));
  CHECK(romanised_similarity(U"海门", U"") == 0);
}

TEST_CASE("swapped neighbours and look-alike letters cost less than other letters") {
  CHECK(letter_look(U"norvex", U"nrovex") > letter_look(U"norvex", U"naavex"));
  CHECK(letter_look(U"norvex", U"n0rvex") > letter_look(U"norvex", U"narvex"));
  CHECK(letter_look(U"norvex", U"norvex") == 1);
}
