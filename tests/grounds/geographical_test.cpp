#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "marque/grounds/geographical.hpp"
#include "marque/law/place_names.hpp"
#include "support/table_file.hpp"

using namespace marque;
using test::filing_of;
using test::goat;
using test::in_class;

namespace {

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

TEST_CASE("an indication that is a mark, too, stands as an earlier mark") {
  auto made = goat();
  made.registrations.push_back({GiSystem::trademark, "99000009", {}, test::day("2020-01-06"), Status::registered, {}});
  Filing filing = filing_of("海门山羊");
  filing.scope = {in_class(31)};
  const auto finding = geographical_grounds(filing, made);
  CHECK(test::shown(finding.grounds) == "gi_misleading:high deceptive_origin:high identical_mark:high place_name:medium");
  filing.scope = {in_class(29)};
  CHECK(test::shown(geographical_grounds(filing, made).grounds) == "gi_misleading:medium deceptive_origin:medium place_name:medium");
  made.registrations.back().status = Status::cancelled;
  filing.scope = {in_class(31)};
  CHECK(test::shown(geographical_grounds(filing, made).grounds).find("identical_mark") == std::string::npos);
}

TEST_CASE("a mark registered before the indication is kept, and flagged") {
  auto made = goat();
  made.registrations.push_back({GiSystem::agricultural, "AGI00001", {}, test::day("2012-01-01"), Status::registered, {}});
  Filing filing = filing_of("海门山羊");
  filing.scope = {in_class(31)};
  filing.registered = test::day("2008-05-07");
  const auto kept = geographical_grounds(filing, made);
  REQUIRE_FALSE(kept.grounds.empty());
  CHECK(kept.grounds.back().code == GroundCode::gi_misleading);
  CHECK(kept.grounds.back().risk == Risk::low);
  filing.registered = test::day("2015-05-07");
  CHECK(geographical_grounds(filing, made).grounds.front().risk == Risk::high);
}

TEST_CASE("a lawful user is free within its time only") {
  auto made = goat();
  made.users.front().since = test::day("2026-06-01");
  Filing filing = filing_of("海门山羊", "2026-05-01");
  filing.applicants = {test::party("测试合法使用人合作社")};
  CHECK_FALSE(geographical_grounds(filing, made).grounds.empty());
  filing.filed = test::day("2026-06-01");
  CHECK(geographical_grounds(filing, made).grounds.empty());
}

TEST_CASE("the limb that may apply follows from the kind of use and the area") {
  const auto [mark, address, limb] = GENERATE(table<std::string, std::string, Limb>({
      {"海门山羊", "", Limb::name_elsewhere},
      {"HAIMEN GOAT", "", Limb::name_elsewhere},
      {"海门山羊风味", "", Limb::name_elsewhere},
      {"海们山羊", "", Limb::misleading},
      {"海门老山羊", "", Limb::misleading},
      {"海门山羊", "江苏省南通市海门区某路1号", Limb::below_requirement},
      {"海门老山羊", "江苏省南通市海门区某路1号", Limb::none},
      {"睿蔻澜", "", Limb::none},
  }));
  CAPTURE(mark, address);
  Filing filing = filing_of(mark);
  filing.scope = {in_class(31)};
  filing.applicants = {test::party("测试外人公司", address)};
  CHECK(name_of(geographical_grounds(filing, goat()).limb) == name_of(limb));
}

TEST_CASE("an applicant from another place of the same name is a homonym, not a deceiver") {
  GeographicalIndication tea;   // made up; there are several districts 鼓楼区
  tea.number = "local:test-3";
  tea.name = "鼓楼区老茶";
  tea.product = "茶";
  tea.scope = {in_class(30)};
  tea.area = {"某市鼓楼区", {resolve_place("鼓楼区", 2024)->code}, {}};
  const auto mention = place_mentions(*normalize("鼓楼区")).front();
  REQUIRE_FALSE(mention.namesakes.empty());
  Filing filing = filing_of("鼓楼区老茶");
  filing.scope = {in_class(30)};
  filing.applicants = {test::party("测试外人公司")};
  filing.applicants.front().area = mention.namesakes.back();
  const auto finding = geographical_grounds(filing, tea);
  CHECK(finding.homonym);
  CHECK(test::shown(finding.grounds).starts_with("gi_misleading:medium"));
  CHECK(test::shown(finding.grounds).find("deceptive_origin") == std::string::npos);
  auto other = tea;
  other.number = "local:test-4";
  other.area.codes = {mention.namesakes.back()};
  CHECK(homonymous(tea, other));
  CHECK_FALSE(homonymous(tea, tea));
}

TEST_CASE("the area is followed through the codes it had") {
  for (const std::uint32_t code : {322525u, 320625u, 320684u, 320614u}) {
    CAPTURE(code);
    auto made = goat();
    made.area.codes = {AreaCode::from_digits(code)};
    Filing filing = filing_of("海门山羊");
    filing.scope = {in_class(31)};
    filing.applicants = {test::party("测试外人公司", "江苏省南通市海门区某路1号")};
    CHECK(test::shown(geographical_grounds(filing, made).grounds) == "gi_misleading:medium place_name:medium");
  }
}

TEST_CASE("other names count as the name does") {
  auto made = goat();
  made.other_names = {{"Haimen White", "translation"}};
  CHECK(evokes(made, *make_subject("The Haimen White")).kind == Evocation::translation);
}
