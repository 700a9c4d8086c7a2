#include "marque/scoring/examination.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

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

TEST_CASE("every rule on words is a row of the table") {
  std::set<std::string> rows;
  for (const auto& row : test::rows_of("examination.tsv")) rows.insert(row[3]);
  for (const char* rule : {"W00", "W01", "W02x", "W03", "W04", "W04x", "W05", "W05x", "W06", "W07", "W08", "W09", "W10", "W11", "W12",
                           "W13", "W14", "W15", "W16", "C01", "PY1", "PY2", "PY3", "PY4", "PY5"}) {
    CAPTURE(rule);
    CHECK(rows.contains(rule));
  }
}

TEST_CASE("pictures that look alike are similar, whatever the words; others are no reason") {
  const Subject a = *make_subject("ZORVEXA"), b = *make_subject("MULDRIK");
  AspectScores scores = score(a, b);
  scores.logo = 0.9f;
  CHECK(examine(a, b, scores).verdict == Verdict::similar);
  CHECK(examine(a, b, scores).rules == std::vector<std::string>{"F01"});
  scores.logo = 0.5f;
  CHECK(examine(a, b, scores).verdict == Verdict::not_similar);
}

TEST_CASE("an English word is no pinyin, and what stands before a contained mark is no other first character") {
  const auto examined = [](const char* x, const char* y) {
    const Subject a = *make_subject(x), b = *make_subject(y);
    return examine(a, b, score(a, b));
  };
  const auto has = [](const std::vector<std::string>& rules, const char* rule) { return std::find(rules.begin(), rules.end(), rule) != rules.end(); };
  CHECK(has(examined("SUONI", "SONI").rules, "PY4"));
  CHECK_FALSE(has(examined("SUNSHINE", "SUNSHINY").rules, "PY4"));   // sun shi ne
  CHECK(examined("SHANGRI", "ASHANGRI").exceptions.empty());
  CHECK(examined("兰晨露溪", "晨露溪").exceptions.empty());
  CHECK(has(examined("兰晨露溪", "晨露溪").rules, "W16"));
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
