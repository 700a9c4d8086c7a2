#include "marque/scoring/examination.hpp"

#include <catch2/catch.hpp>

#include "marque/scoring/scorer.hpp"
#include "support/table_file.hpp"

using namespace marque;

TEST_CASE("signs are examined by the rules of the guide, whichever comes first") {
  for (const auto& row : test::rows_of("examination.tsv")) {
    REQUIRE(row.size() == 5);
    const Subject a = *make_subject(row[0]), b = *make_subject(row[1]);
    const Examination forward = examine(a, b, score(a, b)), backward = examine(b, a, score(b, a));
    CAPTURE(row[0], row[1], row[4]);
    CHECK(name_of(forward.verdict) == row[2]);
    CHECK(forward == backward);
    if (row[3] == "-") continue;
    const auto& rules = row[2] == "not" ? forward.exceptions : forward.rules;
    CAPTURE(rules);
    CHECK(std::find(rules.begin(), rules.end(), row[3]) != rules.end());
  }
}

TEST_CASE("every rule an examination can name has its text in both languages") {
  for (const auto& row : test::rows_of("examination.tsv")) {
    if (row[3] == "-") continue;
    CHECK_FALSE(rule_text(row[3]).zh.empty());
    CHECK_FALSE(rule_text(row[3]).en.empty());
  }
  CHECK(rule_text("W99").zh.empty());
}

TEST_CASE("a mark without words meets no rule on words") {
  const Subject none = *make_subject(""), some = *make_subject("海门");
  CHECK(examine(none, some, score(none, some)) == Examination{});
  CHECK(examine(none, none, score(none, none)) == Examination{});
}
