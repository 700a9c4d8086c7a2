#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "marque/grounds/absolute.hpp"
#include "support/table_file.hpp"

using namespace marque;
using test::filing_of;

TEST_CASE("absolute grounds follow from the words of the mark and what stands beside them") {
  for (const auto& row : test::rows_of("absolute_grounds.tsv")) {
    CAPTURE(row[0], row.back());
    Filing filing = filing_of(row[0]);
    if (!row[1].empty()) filing.scope = {test::in_class(19, {row[1]})};
    const auto grounds = absolute_grounds(filing);
    CHECK(test::shown(grounds) == row[2]);
    for (const Ground& ground : grounds) {
      CHECK(ground.provision == "CN-TML-2019 Art." + row[3]);
      CHECK_FALSE(ground.explanation.zh.empty());
      CHECK_FALSE(ground.explanation.en.empty());
    }
  }
}

TEST_CASE("under the law of 2027 an unverified article is cited by its old number, and says so") {
  const auto place = absolute_grounds(filing_of("海门", "2027-03-01"));
  REQUIRE(place.size() == 1);
  CHECK(place[0].provision == "CN-TML-2026 (CN-TML-2019 Art.10(2))");
  CHECK(absolute_grounds(filing_of("联合国", "2027-03-01"))[0].provision == "CN-TML-2026 (CN-TML-2019 Art.10(1)(3))");
}

TEST_CASE("a place may be part of the applicant's name, or of a collective or certification mark") {
  Filing filing = filing_of("海门");
  filing.applicants = {test::party("海门某某有限公司")};
  CHECK(test::shown(absolute_grounds(filing)) == "place_name:low");
  filing.applicants = {test::party("启东某某有限公司")};
  CHECK(test::shown(absolute_grounds(filing)) == "place_name:high");
  filing.kind = MarkKind::certification;
  CHECK(absolute_grounds(filing).empty());
}
