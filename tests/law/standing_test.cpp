#include "marque/law/standing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "law/rights.hpp"
#include "marque/law/calendar.hpp"
#include "marque/law/lifecycle.hpp"

using namespace marque;
using namespace rights;

namespace {

Entry ended(Status status, std::string_view date) {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.status = status;
  mark.dates.ended = day(date);
  return mark;
}

Entry madrid(DesignationStatus status) {
  auto mark = std::get<InternationalRegistration>(madrid_in(Status::registered));
  mark.designations.front().status = status;
  return mark;
}

}  // namespace

TEST_CASE("A state alone tells how an application or a mark stands") {
  const auto [status, standing] = GENERATE(table<Status, std::string>({
      {Status::unknown, "unknown"},     {Status::filed, "pending"},          {Status::correction, "pending"},
      {Status::not_accepted, "dead"},   {Status::accepted, "pending"},       {Status::examination, "pending"},
      {Status::refused, "dead"},        {Status::partly_refused, "pending"}, {Status::refusal_review, "pending"},
      {Status::published, "pending"},   {Status::opposed, "pending"},        {Status::not_registered, "dead"},
      {Status::registered, "in_force"}, {Status::in_grace, "in_force"},      {Status::lapsed, "dead"},
      {Status::surrendered, "dead"},    {Status::cancelled, "dead"},         {Status::invalidated, "dead"},
      {Status::withdrawn, "dead"},      {Status::same_day, "pending"},
  }));
  CAPTURE(name_of(status));
  CHECK(name_of(standing_on(mark_in(status), day("2024-01-01"))) == standing);
}

TEST_CASE("An ended mark bars like marks for a year, under the law of the day") {
  const auto [status, end, on, standing] = GENERATE(table<Status, std::string, std::string, std::string>({
      {Status::cancelled, "2024-03-01", "2024-02-29", "in_force"},
      {Status::cancelled, "2024-03-01", "2024-03-01", "gap_year"},
      {Status::cancelled, "2024-03-01", "2025-03-01", "gap_year"},
      {Status::cancelled, "2024-03-01", "2025-03-03", "gap_year"},  // the year ends on a Saturday and moves to Monday
      {Status::cancelled, "2024-03-01", "2025-03-04", "dead"},
      {Status::cancelled, "2023-03-01", "2024-03-01", "gap_year"},
      {Status::cancelled, "2023-03-01", "2024-03-02", "dead"},
      {Status::invalidated, "2024-03-01", "2024-06-01", "gap_year"},
      {Status::lapsed, "2024-03-01", "2024-06-01", "gap_year"},
      {Status::surrendered, "2024-03-01", "2024-06-01", "gap_year"},
      {Status::withdrawn, "2024-03-01", "2024-06-01", "dead"},
      {Status::withdrawn, "2024-03-01", "2024-02-01", "pending"},
      {Status::cancelled, "2026-09-01", "2026-12-31", "gap_year"},
      {Status::cancelled, "2026-09-01", "2027-01-01", "dead"},
      {Status::invalidated, "2026-09-01", "2027-01-01", "dead"},
      {Status::surrendered, "2026-09-01", "2027-01-01", "gap_year"},
      {Status::cancelled, "2028-03-01", "2028-02-01", "in_force"},
  }));
  CAPTURE(name_of(status), end, on);
  const Entry mark = ended(status, end);
  CHECK(name_of(standing_on(mark, day(on))) == standing);
  CHECK(ended_on(mark, day(on)) == (day(end) <= day(on) ? std::optional(day(end)) : std::nullopt));
}

TEST_CASE("A registered mark whose term and grace have run out has ended") {
  const Entry mark = mark_in(Status::registered);
  const auto [on, standing] = GENERATE(table<std::string, std::string>({
      {"2031-01-13", "in_force"},
      {"2031-07-13", "in_force"},
      {"2031-07-14", "dead"},
      {"2033-01-01", "dead"},
  }));
  CAPTURE(on);
  CHECK(name_of(standing_on(mark, day(on))) == standing);
  CHECK(ended_on(mark, day(on)).has_value() == (standing == "dead"));
  if (standing == "dead") CHECK(ended_on(mark, day(on)) == day("2031-07-14"));
}

TEST_CASE("A mark whose grace ends on a day off stands until the working day after it") {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.dates.expires = day("2026-06-06");
  CHECK(standing_on(mark, day("2026-12-07")) == Standing::in_force);
  CHECK(standing_on(mark, day("2026-12-08")) == Standing::gap_year);
}

TEST_CASE("Under the law of 2019 a lapse leaves a gap year too, and an unknown term never ends") {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.dates.expires = day("2024-01-13");
  CHECK(standing_on(mark, day("2024-07-15")) == Standing::in_force);  // the grace ends on a Saturday and moves to Monday
  CHECK(standing_on(mark, day("2024-07-16")) == Standing::gap_year);
  CHECK(standing_on(mark, day("2025-07-16")) == Standing::gap_year);
  CHECK(standing_on(mark, day("2025-07-17")) == Standing::dead);
  mark.dates.expires.reset();
  CHECK(standing_on(mark, day("2099-01-01")) == Standing::in_force);
}

TEST_CASE("A refusal that is not final yet leaves the application standing") {
  Trademark mark = std::get<Trademark>(mark_in(Status::refused));
  mark.dates.final_on = day("2024-05-01");
  CHECK(standing_on(mark, day("2024-04-30")) == Standing::pending);
  CHECK(standing_on(mark, day("2024-05-01")) == Standing::dead);
}

TEST_CASE("A class that ended alone has its own gap year") {
  const Entry mark =
      amended(mark_in(Status::registered), event(EventKind::partial_cancellation, "2024-03-01", "", {25})).value();
  const NiceClass clothes = *NiceClass::make(25), trade = *NiceClass::make(35);
  CHECK(standing_on(mark, day("2024-06-01"), clothes) == Standing::gap_year);
  CHECK(standing_on(mark, day("2025-06-01"), clothes) == Standing::dead);
  CHECK(standing_on(mark, day("2024-06-01"), trade) == Standing::in_force);
  CHECK(standing_on(mark, day("2024-06-01")) == Standing::in_force);
  CHECK_FALSE(ended_on(mark, day("2024-06-01")));
}

TEST_CASE("Nothing that is dead stands again, and the last day on which it stands is known") {
  std::vector<Entry> rights{madrid_textile(), indication_in(Status::registered), ended(Status::cancelled, "2024-03-01"), ended(Status::surrendered, "2026-09-01"),
                            ended(Status::withdrawn, "2024-03-01"),
                            amended(mark_in(Status::registered), event(EventKind::partial_cancellation, "2024-03-01", "", {25})).value()};
  for (const Status status : all_statuses()) {
    rights.insert(rights.end(), {mark_in(status), in_state(madrid_in(Status::registered), status), indication_in(status)});
    Trademark refused = std::get<Trademark>(mark_in(status));
    refused.dates.final_on = day("2024-05-01");
    rights.emplace_back(refused);
  }
  for (const DesignationStatus status : all_designation_statuses()) rights.push_back(madrid(status));
  const auto is_dead = [](const Entry& right, Date on) {
    const auto& scope = scope_in_china(right);
    return standing_on(right, on) == Standing::dead && std::all_of(scope.begin(), scope.end(), [&](const ClassScope& part) {
      return standing_on(right, on, part.nice_class) == Standing::dead;
    });
  };
  for (const Entry& right : rights) {
    const Date until = stands_until(right);
    CAPTURE(until.to_string());
    for (Date on = day("2010-01-01"); on < day("2045-01-01"); on = on.plus_days(97)) CHECK(is_dead(right, on) == (on > until));
    if (until == day("1000-01-01") || until == day("9999-12-31")) continue;
    CHECK_FALSE(is_dead(right, until));
    CHECK(is_dead(right, until.plus_days(1)));
  }
  CHECK(stands_until(mark_in(Status::registered)) == day("2031-07-13"));
  CHECK(stands_until(ended(Status::cancelled, "2024-03-01")) == day("2025-03-03"));
  CHECK(stands_until(mark_in(Status::published)) == day("9999-12-31"));
  CHECK(stands_until(mark_in(Status::refused)) == day("1000-01-01"));
}

TEST_CASE("A Madrid registration stands by its designation of China") {
  using D = DesignationStatus;
  const auto [status, standing] = GENERATE(table<DesignationStatus, std::string>({
      {D::unknown, "unknown"},
      {D::pending, "pending"},
      {D::opposition_open, "pending"},
      {D::provisional_refusal, "pending"},
      {D::partial_provisional_refusal, "pending"},
      {D::refusal_confirmed, "dead"},
      {D::granted, "in_force"},
      {D::granted_in_part, "in_force"},
      {D::tacitly_protected, "in_force"},
      {D::invalidated, "dead"},
      {D::renounced, "dead"},
      {D::cancelled, "dead"},
      {D::ceased_with_basic_mark, "dead"},
      {D::granted_after_refusal, "in_force"},
      {D::further_decision, "unknown"},
      {D::limited, "in_force"},
      {D::transfer_without_effect, "in_force"},
      {D::limitation_without_effect, "in_force"},
  }));
  CAPTURE(name_of(status));
  CHECK(name_of(standing_on(madrid(status), day("2024-01-01"))) == standing);
}

TEST_CASE("A Madrid registration without China is dead here, and without any list it is unknown") {
  auto mark = std::get<InternationalRegistration>(madrid_in(Status::registered));
  mark.designations.erase(mark.designations.begin());
  CHECK(standing_on(mark, day("2024-01-01")) == Standing::dead);
  mark.designations.clear();
  CHECK(standing_on(mark, day("2024-01-01")) == Standing::unknown);
}

TEST_CASE("A Madrid registration ends with its term and grace, and a limited designation stands in its classes") {
  auto mark = std::get<InternationalRegistration>(madrid_in(Status::registered));
  CHECK(standing_on(mark, day("2025-09-04")) == Standing::in_force);
  CHECK(standing_on(mark, day("2025-09-05")) == Standing::gap_year);
  CHECK(ended_on(mark, day("2025-09-05")) == day("2025-09-05"));
  mark.designations.front().scope = {ClassScope{.nice_class = *NiceClass::make(25)}};
  CHECK(standing_on(mark, day("2024-01-01"), *NiceClass::make(25)) == Standing::in_force);
  CHECK(standing_on(mark, day("2024-01-01"), *NiceClass::make(35)) == Standing::dead);
}

TEST_CASE("Invalidated in China, a Madrid registration bars like marks for a year from that day") {
  const Entry mark = amended(madrid_in(Status::registered), event(EventKind::invalidation, "2023-05-01")).value();
  CHECK(standing_on(mark, day("2023-06-01")) == Standing::gap_year);
  CHECK(standing_on(mark, day("2024-06-01")) == Standing::dead);
  CHECK(ended_on(mark, day("2024-06-01")) == day("2023-05-01"));
}

TEST_CASE("An indication stands by its status and leaves no gap") {
  CHECK(standing_on(indication_in(Status::registered), day("2099-01-01")) == Standing::in_force);
  CHECK(standing_on(indication_in(Status::published), day("2024-01-01")) == Standing::pending);
  CHECK(standing_on(indication_in(Status::unknown), day("2024-01-01")) == Standing::unknown);
  const Entry revoked =
      amended(indication_in(Status::registered), event(EventKind::cancellation, "2023-12-01")).value();
  CHECK(standing_on(revoked, day("2024-01-01")) == Standing::dead);
  CHECK(ended_on(revoked, day("2024-01-01")) == day("2023-12-01"));
}

TEST_CASE("Once ended, a mark blocks for a year at most and never again") {
  for (const Status status : all_statuses()) {
    Trademark mark = std::get<Trademark>(mark_in(Status::registered));
    mark.status = status;
    if (status == Status::cancelled || status == Status::surrendered) mark.dates.ended = day("2024-03-01");
    for (Date on = day("2023-01-01"); on < day("2036-01-01"); on = on.plus_days(1)) {
      const auto end = ended_on(mark, on);
      if (!end) continue;
      const Standing standing = standing_on(mark, on);
      const bool within_year = on <= ordinary_end(*end, {12, 0}).last;
      REQUIRE((standing == Standing::dead || (within_year && standing == Standing::gap_year)));
    }
  }
}

TEST_CASE("goods cancelled in part bar like marks for the year, the rest as before") {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.scope = {ClassScope{*NiceClass::make(25), {GoodsItem{"服装", {}, ""}, GoodsItem{"鞋", {}, ""}}, {}}, ClassScope{*NiceClass::make(35), {}, {}}};
  Event cancelled = event(EventKind::partial_cancellation, "2026-03-02", {}, {25});
  cancelled.goods = {"鞋"};
  const Entry after = amended(mark, cancelled).value();
  const auto goods = [&](Standing standing, std::string_view on) {
    std::string text;
    for (const ClassScope& part : standing_scope(after, day(on), standing)) {
      text += (text.empty() ? "" : " ") + part.nice_class.to_string();
      for (const GoodsItem& item : part.goods) text += ":" + item.name;
    }
    return text;
  };
  CHECK(goods(Standing::in_force, "2026-06-01") == "25:服装 35");
  CHECK(goods(Standing::gap_year, "2026-06-01") == "25:鞋");
  CHECK(goods(Standing::gap_year, "2027-01-01").empty());
  CHECK(goods(Standing::dead, "2027-01-01") == "25:鞋");
  CHECK(goods(Standing::in_force, "2026-02-01") == "25:服装:鞋 35");
}
