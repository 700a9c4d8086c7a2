#include "marque/clearance/clearance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "marque/registry/registry.hpp"
#include "support/table_file.hpp"

using namespace marque;

namespace {

ClassScope scope(int nice_class, std::string goods = "", std::string group = "") {
  ClassScope made{*NiceClass::make(nice_class), {}, {}};
  if (!goods.empty()) {
    GoodsItem item{std::move(goods), {}, {}};
    if (!group.empty()) item.group = *SimilarGroup::parse(group);
    made.goods.push_back(item);
  }
  return made;
}

Party party(std::string name) {
  Party made;
  made.name = std::move(name);
  return made;
}

Trademark trademark(std::string_view number, std::string words, std::string owner, ClassScope covered, Status status = Status::registered) {
  Trademark made{*NationalNumber::parse(number)};
  made.mark.text = std::move(words);
  made.owners = {party(std::move(owner))};
  made.scope = {std::move(covered)};
  made.status = status;
  made.dates.filed = *Date::parse("2018-03-01");
  made.dates.registered = *Date::parse("2019-01-07");
  made.dates.expires = *Date::parse("2029-01-06");
  return made;
}

/// The two indications, with a holder made up for the test.
GeographicalIndication indication(std::string number, std::string name, std::string product, int nice_class) {
  GeographicalIndication made;
  made.number = std::move(number);
  made.name = std::move(name);
  made.product = std::move(product);
  made.scope = {scope(nice_class)};
  made.area = {"海门市现辖行政区域", {*AreaCode::parse("320684")}, *Date::parse("2010-12-31")};
  made.holders = {party("测试虚构海门山羊协会")};
  made.registrations = {{GiSystem::agricultural, "", "", {}, Status::registered, ""}};
  return made;
}

struct District {
  Registry registry;
  CandidateIndex index;

  District() : index(build()) {}

  CandidateIndex build() {
    const auto add = [&](Entry entry) { REQUIRE(registry.insert(std::move(entry))); };
    add(indication("local:goat", "海门山羊", "山羊", 31));
    add(indication("local:mutton", "海门山羊肉", "羊肉", 29));
    add(trademark("10000001", "睿蔻", "甲公司", scope(25, "服装", "2501")));
    add(trademark("10000002", "江澜纺", "乙公司", scope(24, "床单", "2406")));
    add(trademark("10000003", "沐棉坊", "丙公司", scope(24, "毛巾", "2406"), Status::cancelled));
    Trademark famous = trademark("10000004", "泽润锦", "丁公司", scope(20, "家具", "2001"));
    famous.events.push_back({EventKind::well_known, *Date::parse("2021-05-01"), "测试文号", {}, {}, {}, {}, ""});
    add(famous);
    IndexBuilder builder;
    registry.for_each([&](EntryId id, const Entry& entry) { builder.add(id, entry); });
    return std::move(builder).build();
  }

  Report check(const Application& application) const { return *Clearance(index, registry).check(application); }
};

Application application(std::string words, std::vector<ClassScope> covered, std::string_view filed = "2026-11-22") {
  Application made{std::move(words), {}, std::move(covered), {}, MarkKind::ordinary, *Date::parse(filed), *Date::parse("2026-11-22")};
  return made;
}

bool has(const Report& report, GroundCode code) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return std::any_of(finding.grounds.begin(), finding.grounds.end(), [&](const Ground& ground) { return ground.code == code; });
  });
}

const Finding* about(const Report& report, std::string_view number) {
  for (const Finding& finding : report.findings) {
    if (finding.entry && finding.entry->number == number) return &finding;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("an indication is protected however its name is written") {
  const District district;
  const auto words = GENERATE(as<std::string>{}, "海门山羊", "海門山羊", "海 门 山 羊", "ＨＡＩＭＥＮ ＳＨＡＮＹＡＮＧ", "HAIMEN SHANYANG", "海们山羊");
  CAPTURE(words);
  const Report report = district.check(application(words, {scope(31)}));
  REQUIRE(about(report, "local:goat") != nullptr);
  CHECK(about(report, "local:goat")->risk == Risk::high);
  CHECK(has(report, GroundCode::gi_misleading));
  CHECK(has(report, GroundCode::deceptive_origin));
}

TEST_CASE("an outsider's 海门山羊 meets Arts. 16(1), 10(1)(7) and 10(2), under the law of its filing day") {
  const District district;
  const auto [filed, provision] = GENERATE(table<std::string, std::string>(
      {{"2026-12-31", "CN-TML-2019 Art.16(1)"}, {"2027-01-01", "CN-TML-2026 (CN-TML-2019 Art.16(1))"}}));
  const Report report = district.check(application("海门山羊", {scope(31)}, filed));
  CHECK(has(report, GroundCode::place_name));
  const Finding* finding = about(report, "local:goat");
  REQUIRE(finding != nullptr);
  CHECK(finding->grounds.front().provision == provision);
}

TEST_CASE("names that only hold the same characters recall no indication") {
  const District district;
  const auto words = GENERATE(as<std::string>{}, "江海门户", "上海门窗", "珠海门业", "睿蔻澜");
  CAPTURE(words);
  const Report report = district.check(application(words, {scope(31)}));
  CHECK_FALSE(has(report, GroundCode::gi_misleading));
  CHECK_FALSE(has(report, GroundCode::deceptive_origin));
}

TEST_CASE("the indication's holder is free to file its name") {
  const District district;
  Application own = application("海门山羊", {scope(31)});
  own.applicants = {party("测试虚构海门山羊协会")};
  CHECK(district.check(own).findings.empty());
  own.kind = MarkKind::certification;
  CHECK(district.check(own).findings.empty());
  own.applicants = {party("测试虚构无关公司")};
  CHECK(has(district.check(own), GroundCode::gi_misleading));
}

TEST_CASE("an unrelated coined mark finds nothing") {
  const District district;
  CHECK(district.check(application("奕柯朗", {})).findings.empty());
  CHECK(district.check(application("Zorvexa", {})).findings.empty());
}

TEST_CASE("an identical mark for the same goods is found, with why") {
  const District district;
  const Report report = district.check(application("睿蔻", {scope(25, "服装", "2501")}));
  const Finding* finding = about(report, "10000001");
  REQUIRE(finding != nullptr);
  CHECK(finding->risk == Risk::high);
  CHECK(finding->examination.verdict == Verdict::identical);
  CHECK(finding->goods.relation == GoodsRelation::same);
  CHECK_FALSE(finding->evidence.empty());
  CHECK(finding->grounds.front().code == GroundCode::identical_mark);
}

TEST_CASE("own, dead, later and unrelated-goods marks do not stand in the way, and say why") {
  const District district;
  Application own = application("睿蔻", {scope(25)});
  own.applicants = {party("甲公司")};
  CHECK(district.check(own).findings.empty());
  CHECK(district.check(application("沐棉坊", {scope(24)})).findings.empty());
  CHECK(district.check(application("睿蔻", {scope(25)}, "2017-01-01")).findings.empty());
  CHECK(district.check(application("睿蔻", {scope(7, "纺织机", "0711")})).findings.empty());

  const Clearance clearance(district.index, district.registry);
  const auto explained = clearance.explain(own, *district.registry.find("10000001"));
  REQUIRE(explained);
  CHECK(explained->finding.grounds.empty());
  CHECK_FALSE(explained->reason.zh.empty());
  CHECK_FALSE(explained->reason.en.empty());
}

TEST_CASE("a mark recognised as well known reaches other classes") {
  const District district;
  CHECK(has(district.check(application("泽润锦", {scope(30, "米", "3008")})), GroundCode::well_known_mark));
}

TEST_CASE("findings come most serious first, and nothing below the asked risk") {
  const District district;
  const Application asked = application("海门山羊肉", {scope(29), scope(31)});
  const Report report = district.check(asked);
  REQUIRE(report.findings.size() > 1);
  CHECK(std::is_sorted(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) { return a.risk > b.risk; }));
  CheckOptions options;
  options.min_risk = Risk::high;
  const auto grave = Clearance(district.index, district.registry).check(asked, options);
  REQUIRE(grave);
  for (const Finding& finding : grave->findings) CHECK(finding.risk == Risk::high);
}

TEST_CASE("a report says that goods were compared without the user's table, and not where there was one") {
  const District district;
  const Application asked = application("睿蔻", {scope(25, "服装", "2501")});
  const auto told = [](const Report& report) {
    return std::any_of(report.searched.off.begin(), report.searched.off.end(), [](const Bilingual& b) { return b.zh.starts_with("区分表"); });
  };
  CHECK(told(district.check(asked)));
  CheckOptions options;
  GoodsEdition edition;
  edition.items = {{"服装", "250001", *SimilarGroup::parse("2501"), 0}};
  options.goods_table = GoodsTable({edition});
  CHECK_FALSE(told(*Clearance(district.index, district.registry).check(asked, options)));
}

TEST_CASE("a deceptive origin that an indication tells is not told apart") {
  const District district;
  Application outsider = application("海门山羊", {scope(31)});
  outsider.applicants = {party("测试虚构无关公司")};
  outsider.applicants.front().address = "江苏省启东市某路1号";
  const Report report = district.check(outsider);
  std::size_t told = 0;
  for (const Finding& finding : report.findings)
    for (const Ground& ground : finding.grounds)
      if (ground.code == GroundCode::deceptive_origin && !finding.entry) ++told;
  CHECK(told == 0);
  CHECK(has(report, GroundCode::deceptive_origin));
}

TEST_CASE("a place that two indications have in common is told with one of them, and worsens no other finding") {
  const District district;
  const Report report = district.check(application("海门山羊肉", {scope(31), scope(29)}));
  std::ptrdiff_t told = 0, recalled = 0;
  for (const Finding& finding : report.findings) {
    recalled += finding.entry && finding.entry->kind == EntryKind::gi;
    told += std::count_if(finding.grounds.begin(), finding.grounds.end(), [](const Ground& ground) { return ground.code == GroundCode::place_name; });
    Risk worst = Risk::none;
    for (const Ground& ground : finding.grounds) worst = std::max(worst, ground.risk);
    CHECK(finding.risk == worst);
  }
  CHECK(recalled == 2);
  CHECK(told == 1);
}

TEST_CASE("a report says what was not searched") {
  const District district;
  const Report report = district.check(application("睿蔻", {}));
  CHECK(report.searched.entries == 6);
  CHECK_FALSE(report.searched.off.empty());
}

TEST_CASE("an application of nothing is refused") {
  const District district;
  const auto report = Clearance(district.index, district.registry).check(application("", {}));
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::invalid_argument);
}
