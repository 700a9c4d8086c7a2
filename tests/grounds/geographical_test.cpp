#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "marque/grounds/geographical.hpp"
#include "support/table_file.hpp"

using namespace marque;
using test::filing_of;
using test::in_class;

namespace {

/// Made up for the test, after the facts of the public notices; number and holder are invented.
GeographicalIndication goat() {
  GeographicalIndication made;
  made.number = "local:test-1";
  made.name = "海门山羊";
  made.product = "山羊";
  made.scope = {in_class(31, {"山羊"})};
  made.area = {"江苏省海门市现辖行政区域", {AreaCode::from_digits(320684)}, {}};
  made.holders = {test::party("测试山羊协会")};
  made.users.push_back({test::party("测试合法使用人合作社"), {}, {}, test::day("2026-12-31")});
  return made;
}

GeographicalFinding found(const std::string& mark, int nice_class, const char* filed = "2026-11-22") {
  Filing filing = filing_of(mark, filed);
  filing.scope = {in_class(nice_class)};
  return geographical_grounds(filing, goat());
}

}  // namespace

TEST_CASE("a mark recalls an indication by name, sound, look, translation, or place and product") {
  for (const auto& row : test::rows_of("evocations.tsv")) {
    CAPTURE(row[0], row.back());
    const auto finding = evokes(goat(), *make_subject(row[0]));
    CHECK(name_of(finding.kind) == row[1]);
    CHECK(finding.sentence.en.empty() == (row[1] == "none"));
  }
}

TEST_CASE("an outsider's mark with the name of an indication meets three grounds") {
  const auto finding = found("海门山羊", 31);
  CHECK(test::shown(finding.grounds) == "gi_misleading:high deceptive_origin:high place_name:medium");
  CHECK(finding.grounds[0].provision == "CN-TML-2019 Art.16(1)");
  CHECK(finding.grounds[1].provision == "CN-TML-2019 Art.10(1)(7)");
  CHECK(finding.grounds[2].provision == "CN-TML-2019 Art.10(2)");
  CHECK(found("海门山羊", 31, "2027-02-01").grounds[0].provision == "CN-TML-2026 (CN-TML-2019 Art.16(1))");
}

TEST_CASE("the further the goods, the weaker the ground") {
  CHECK(test::shown(found("海门山羊", 29).grounds) == "gi_misleading:medium deceptive_origin:medium place_name:medium");
  const auto far = found("海门山羊", 9);
  CHECK(far.grounds.empty());
  CHECK_FALSE(far.reason.zh.empty());
}

TEST_CASE("who holds or lawfully uses the indication is free to file") {
  const auto [applicant, filed, free] = GENERATE(table<const char*, const char*, bool>({
      {"测试山羊协会", "2026-11-22", true},
      {"测试合法使用人合作社", "2026-11-22", true},
      {"测试合法使用人合作社", "2027-01-01", false},  // no longer a lawful user
      {"测试外人公司", "2026-11-22", false},
  }));
  CAPTURE(applicant, filed);
  Filing filing = filing_of("海门山羊", filed);
  filing.applicants = {test::party(applicant)};
  const auto finding = geographical_grounds(filing, goat());
  CHECK(finding.grounds.empty() == free);
  CHECK(finding.reason.en.empty() != free);
}

TEST_CASE("an applicant who sits in the area may have goods from there") {
  Filing filing = filing_of("海门山羊");
  filing.scope = {in_class(31)};
  filing.applicants = {test::party("测试外人公司", "江苏省南通市海门区某路1号")};
  CHECK(test::shown(geographical_grounds(filing, goat()).grounds) == "gi_misleading:medium place_name:medium");
  filing.applicants = {test::party("测试外人公司", "江苏省启东市某路1号")};
  CHECK(test::shown(geographical_grounds(filing, goat()).grounds).starts_with("gi_misleading:high deceptive_origin"));
}

TEST_CASE("an indication that is no longer protected founds nothing") {
  auto ended = goat();
  ended.status = Status::cancelled;
  CHECK(geographical_grounds(filing_of("海门山羊"), ended).grounds.empty());
}

TEST_CASE("a record of name, number and owner alone is enough") {
  GeographicalIndication bare;
  bare.number = "local:test-2";
  bare.name = "海门山羊肉";
  CHECK(evokes(bare, *make_subject("海门老羊肉")).kind == Evocation::place_and_product);
  CHECK(evokes(bare, *make_subject("HAIMEN MUTTON")).kind == Evocation::translation);
  CHECK(evokes(bare, *make_subject("海门山羊肉")).kind == Evocation::name);
  CHECK(evokes(bare, *make_subject("江海门户")).kind == Evocation::none);
}

TEST_CASE("other names count as the name does") {
  auto made = goat();
  made.other_names = {{"Haimen White", "translation"}};
  CHECK(evokes(made, *make_subject("The Haimen White")).kind == Evocation::translation);
}
