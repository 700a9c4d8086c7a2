#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "marque/grounds/absolute.hpp"
#include "support/table_file.hpp"

using namespace marque;
using test::filing_of;

namespace {

void set_goods(Filing& filing, const std::string& goods) {
  if (goods.empty()) return;
  const std::size_t colon = goods.find(':');
  const int number = std::stoi(goods.substr(0, colon));
  filing.scope = {colon == std::string::npos ? test::in_class(number) : test::in_class(number, {goods.substr(colon + 1)})};
}

void set_applicant(Filing& filing, const std::string& applicant) {
  if (applicant.empty()) return;
  Party party;
  if (applicant.find("公司") != std::string::npos) party.name = applicant;
  else if (applicant.size() == 2) party.country = applicant;
  else party.address = applicant;
  filing.applicants = {party};
}

std::string articles(const std::vector<Ground>& grounds) {
  std::string text;
  for (const Ground& ground : grounds) text += (text.empty() ? "" : " ") + ground.provision.substr(std::string("CN-TML-2019 Art.").size());
  return text;
}

}  // namespace

TEST_CASE("absolute grounds follow from the words of the mark, its goods and who files it") {
  for (const auto& row : test::rows_of("absolute_grounds.tsv")) {
    CAPTURE(row[0], row[1], row.back());
    Filing filing = filing_of(row[0]);
    set_goods(filing, row[1]);
    set_applicant(filing, row[2]);
    const auto grounds = absolute_grounds(filing);
    CHECK(test::shown(grounds) == row[3]);
    CHECK(articles(grounds) == row[4]);
    for (const Ground& ground : grounds) {
      CHECK(ground.verified == Verification::primary);
      CHECK_FALSE(ground.explanation.zh.empty());
      CHECK_FALSE(ground.explanation.en.empty());
    }
  }
}

TEST_CASE("under the law of 2027 an unverified article is cited by its old number, and says so") {
  const auto place = absolute_grounds(filing_of("海门", "2027-03-01"));
  REQUIRE(place.size() == 1);
  CHECK(place[0].provision == "CN-TML-2026 (CN-TML-2019 Art.10(2))");
  CHECK(place[0].verified == Verification::memory);
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
  filing = filing_of("海门山羊");
  filing.scope = {test::in_class(31, {"活山羊"})};
  filing.kind = MarkKind::certification;
  CHECK(absolute_grounds(filing).empty());
}

TEST_CASE("where no class is named, a product's name is worth a look, for the classes it names") {
  const auto grounds = absolute_grounds(filing_of("苹果"));
  CHECK(test::shown(grounds) == "generic_name:low");
  REQUIRE(grounds.size() == 1);
  CHECK(grounds[0].explanation.en.find("class 31") != std::string::npos);
}

TEST_CASE("a picture may give form to plain letters, and a shape is a person's to judge") {
  Filing filing = filing_of("AB");
  filing.subject.logo = Fingerprint{};
  CHECK(absolute_grounds(filing).empty());
  Filing bottle = filing_of("睿蔻澜");
  bottle.signs = {SignType::three_dimensional};
  CHECK(test::shown(absolute_grounds(bottle)) == "functional_shape:low");
}

TEST_CASE("adding a coined word never makes an absolute ground graver") {
  for (const char* mark : {"海门", "海门山羊", "优质", "苹果", "国酒", "中国", "恭喜发财"}) {
    CAPTURE(mark);
    Filing alone = filing_of(mark), longer = filing_of(std::string(mark) + "睿蔻澜");
    alone.scope = longer.scope = {test::in_class(31)};
    const auto gravest = [](const std::vector<Ground>& grounds) { return grounds.empty() ? Risk::none : grounds.front().risk; };
    CHECK(gravest(absolute_grounds(longer)) <= gravest(absolute_grounds(alone)));
  }
}
