#include "marque/law/madrid.hpp"

#include <catch2/catch.hpp>

#include "law/rights.hpp"
#include "marque/law/lifecycle.hpp"
#include "marque/law/standing.hpp"

using namespace marque;
using namespace rights;

namespace {

/// Notified to China on 2015-06-11.
InternationalRegistration textile() {
  auto mark = madrid_textile();
  mark.designations.front().status = DesignationStatus::pending;
  mark.designations.front().notified = day("2015-06-11");
  return mark;
}

Event about(EventKind kind, std::string_view date, std::vector<std::string> goods = {}, std::vector<std::string> parties = {}) {
  Event made = event(kind, date);
  made.goods = std::move(goods);
  made.designated = std::move(parties);
  return made;
}

Event into(std::string_view number, std::string_view date) {
  Event made = event(EventKind::transformation, date);
  made.instrument = number;
  return made;
}

const InternationalRegistration& madrid(const Entry& entry) { return std::get<InternationalRegistration>(entry); }

DesignationStatus in_china(const Entry& entry) { return madrid(entry).designation_of("CN")->status; }

std::string message_of(const Result<Entry>& result) { return result ? "ok" : result.error().message; }

}  // namespace

TEST_CASE("China refuses within eighteen months, within twelve under INID 834, and is silent to protect") {
  InternationalRegistration mark = textile();
  const auto [by_834, limit, on, refused, tacit] = GENERATE(table<bool, std::string, std::string, std::string, std::string>({
      {false, "2016-12-11", "2016-12-11", "ok", "the refusal period runs until 2016-12-11 (MP Art.5(5))"},
      {false, "2016-12-11", "2016-12-12", "the refusal period ended on 2016-12-11 (MP Art.5(2))", "ok"},
      {true, "2016-06-11", "2016-06-11", "ok", "the refusal period runs until 2016-06-11 (MP Art.5(5))"},
      {true, "2016-06-11", "2016-06-12", "the refusal period ended on 2016-06-11 (MP Art.5(2))", "ok"},
  }));
  CAPTURE(by_834, on);
  mark.designations.front().by_article_9sexies = by_834;
  CHECK(refusal_limit(mark.designations.front()) == day(limit));
  CHECK(message_of(amended(mark, about(EventKind::refusal, on))) == refused);
  CHECK(message_of(amended(mark, about(EventKind::tacit_protection, on))) == tacit);
  CHECK(standing_on(mark, day(on)) == (tacit == "ok" ? Standing::in_force : Standing::pending));
}

TEST_CASE("a refusal upon an opposition may come after the period, and other parties have periods of their own") {
  InternationalRegistration mark = textile();
  mark.designations.front().status = DesignationStatus::opposition_open;
  CHECK(amended(mark, about(EventKind::refusal, "2017-01-05")));
  mark.designations.back().notified = day("2015-06-11");
  CHECK_FALSE(refusal_limit(mark.designations.back()));
}

TEST_CASE("what ceases of the basic mark within five years ceases here, for the goods concerned") {
  const InternationalRegistration mark = textile();
  CHECK(dependent_until(mark) == day("2020-03-04"));
  const auto part = amended(mark, about(EventKind::basic_mark_ceased, "2019-05-06", {"床单"}));
  REQUIRE(part);
  CHECK(status_of(*part) == Status::registered);
  CHECK(madrid(*part).scope.front().goods.front().status == Status::cancelled);
  CHECK_FALSE(madrid(*part).scope.front().status);
  CHECK(in_china(*part) == DesignationStatus::pending);

  const auto whole = amended(mark, about(EventKind::basic_mark_ceased, "2019-05-06"));
  REQUIRE(whole);
  CHECK(status_of(*whole) == Status::cancelled);
  for (const Designation& designation : madrid(*whole).designations)
    CHECK(designation.status == DesignationStatus::ceased_with_basic_mark);
  CHECK(standing_on(*whole, day("2019-06-01")) == Standing::gap_year);

  const auto late = amended(mark, about(EventKind::basic_mark_ceased, "2020-03-05"));
  CHECK_THAT(message_of(late), Catch::Contains("independent of its basic mark since 2020-03-04") && Catch::Contains("(MP Art.6(3))"));
  Event begun = about(EventKind::basic_mark_ceased, "2020-03-05");
  begun.instrument = "revocation 12 of 2019";
  CHECK(amended(mark, begun));
}

TEST_CASE("a cancelled registration is transformed within three months and keeps its dates") {
  InternationalRegistration mark = textile();
  mark.priorities = {Priority{day("2014-10-01"), "DE", "1"}};
  const Entry ceased = amended(mark, about(EventKind::basic_mark_ceased, "2019-05-06")).value();
  CHECK(transformable_until(madrid(ceased)) == day("2019-08-06"));
  const NationalNumber number = *NationalNumber::parse("40000001");
  const auto made = transformed(madrid(ceased), number, day("2019-08-06"));
  REQUIRE(made);
  CHECK(made->dates.filed == day("2015-03-04"));
  CHECK(made->priority_date() == day("2014-10-01"));
  CHECK(made->transformed_from == mark.number);
  CHECK(made->status == Status::filed);
  CHECK(made->scope.size() == 2);
  CHECK(message_of(amended(ceased, into("40000001", "2019-08-06"))) == "ok");
  CHECK(message_of(amended(ceased, into("40000001", "2019-08-07"))) ==
        "it could be transformed until 2019-08-06 (MP Art.9quinquies)");
  CHECK_FALSE(transformed(madrid(ceased), number, day("2019-08-07")));
  CHECK_THAT(message_of(amended(mark, into("40000001", "2019-08-07"))), Catch::Contains("MP Art.9quinquies"));
}

TEST_CASE("a later designation has its own date, and only what it names") {
  InternationalRegistration mark = textile();
  mark.designations.erase(mark.designations.begin());
  const auto later = amended(mark, about(EventKind::subsequent_designation, "2018-04-05", {"毛毯"}, {"CN", "JP"}));
  REQUIRE(later);
  const Designation* china = madrid(*later).designation_of("CN");
  REQUIRE(china != nullptr);
  CHECK(china->designated == day("2018-04-05"));
  REQUIRE(china->scope.size() == 1);
  CHECK(china->scope.front().goods.front().name == "毛毯");
  CHECK(priority_date_of(*later) == day("2018-04-05"));
  CHECK_THAT(message_of(amended(*later, about(EventKind::subsequent_designation, "2018-05-05", {}, {"CN"}))),
             Catch::Contains("CN is designated already (CR Rule 24)"));
  CHECK(amended(mark, about(EventKind::subsequent_designation, "2018-04-05")).error().where.field == "designated");
  CHECK(amended(mark, about(EventKind::subsequent_designation, "2018-04-05", {"帽"}, {"CN"})).error().where.field == "goods");
}

TEST_CASE("limitation, renunciation and their refusal touch the parties named alone") {
  const InternationalRegistration mark = textile();
  const Entry limited = amended(mark, about(EventKind::limitation, "2018-04-05", {"床单"}, {"CN"})).value();
  const Designation* china = madrid(limited).designation_of("CN");
  CHECK(china->scope.front().goods.front().status == Status::surrendered);
  CHECK(madrid(limited).designation_of("US")->scope.empty());
  CHECK_FALSE(madrid(limited).scope.front().goods.front().status);

  const Entry undone = amended(limited, about(EventKind::limitation_without_effect, "2018-08-05")).value();
  CHECK(in_china(undone) == DesignationStatus::limitation_without_effect);
  CHECK(madrid(undone).designation_of("CN")->scope.empty());

  const Entry renounced = amended(mark, about(EventKind::renunciation, "2018-04-05", {}, {"US"})).value();
  CHECK(madrid(renounced).designation_of("US")->status == DesignationStatus::renounced);
  CHECK(in_china(renounced) == DesignationStatus::pending);
  CHECK(amended(mark, about(EventKind::renunciation, "2018-04-05", {}, {"FR"})).error().where.field == "designated");
  CHECK(amended(mark, about(EventKind::limitation, "2018-04-05")).error().code == ErrorCode::missing_field);
}

TEST_CASE("an international registration replaces an earlier national one of the same owner and mark for the goods of both") {
  const InternationalRegistration mark = textile();
  Trademark national = std::get<Trademark>(mark_in(Status::registered));
  national.mark.text = mark.mark.text;
  national.owners = mark.holders;
  national.scope = {ClassScope{*NiceClass::make(24), {GoodsItem{"毛毯", {}, ""}, GoodsItem{"窗帘", {}, ""}}, {}}};
  national.dates.registered = day("2014-01-14");
  const auto both = replaced_goods(national, mark);
  REQUIRE(both.size() == 1);
  REQUIRE(both.front().goods.size() == 1);
  CHECK(both.front().goods.front().name == "毛毯");
  national.dates.registered = day("2016-01-14");
  CHECK(replaced_goods(national, mark).empty());
  national.dates.registered = day("2014-01-14");
  national.owners = {Party{.name = "别家"}};
  CHECK(replaced_goods(national, mark).empty());
  CHECK(amended(mark, event(EventKind::replacement, "2018-04-05")).error().where.field == "instrument");
}

TEST_CASE("a Madrid term is renewed from six months before its end to six after") {
  const auto [on, expected] = GENERATE(table<std::string, std::string>({
      {"2034-09-03", "a term cannot be renewed before 2034-09-04 (MP Art.7)"},
      {"2034-09-04", "ok"},
      {"2035-09-04", "ok"},
      {"2035-09-05", "the grace ran until 2035-09-04 (MP Art.7)"},
  }));
  CAPTURE(on);
  CHECK(message_of(amended(textile(), event(EventKind::renewal, on))) == expected);
}

TEST_CASE("China's own rules hold for a designation: no division, no invalidation before the refusal period has run") {
  CHECK(message_of(amended(textile(), event(EventKind::division, "2016-01-01"))) ==
        "a registered Madrid registration cannot be divided (REG Art.50)");
  CHECK(message_of(amended(textile(), event(EventKind::invalidation, "2016-12-11"))) ==
        "the refusal period runs until 2016-12-11 (REG Art.49)");
  CHECK(message_of(amended(textile(), event(EventKind::invalidation, "2016-12-12"))) == "ok");
}
