#include "marque/law/alerts.hpp"

#include <catch2/catch.hpp>

#include "law/rights.hpp"

using namespace marque;
using namespace rights;

namespace {

std::string first_alert(const Entry& entry, std::string_view on) {
  const auto alerts = alerts_of(entry, day(on));
  return alerts.empty() ? "" : alerts.front().en;
}

}  // namespace

TEST_CASE("an earlier mark's running periods are told where they may turn its standing") {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.dates.expires = day("2026-06-06");
  CHECK(first_alert(mark, "2025-06-05").empty());
  CHECK(first_alert(mark, "2026-06-01") == "Its term ends on 2026-06-06: it is due for renewal, with a grace until 2026-12-07.");
  CHECK(first_alert(mark, "2026-06-07") ==
        "Its term ended on 2026-06-06; it is in its grace until 2026-12-07 and lapses without renewal.");
  CHECK(first_alert(mark, "2026-12-08") == "It ended within the year: like marks are not approved until 2027-12-08, from 2027-01-01 on, it is reported, "
                                        "only where its owner gave it up.");

  mark = std::get<Trademark>(mark_in(Status::published));
  mark.dates.published = day("2026-10-27");
  CHECK(first_alert(mark, "2026-11-01") == "It is open to opposition until 2026-12-28.");
  CHECK(first_alert(mark, "2027-02-01").empty());

  mark = std::get<Trademark>(mark_in(Status::refused));
  mark.events = {event(EventKind::refusal, "2026-02-02")};
  CHECK_THAT(first_alert(mark, "2026-02-03"), Catch::Contains("until 2026-02-24"));
  CHECK(first_alert(mark, "2026-02-25").empty());

  mark = std::get<Trademark>(mark_in(Status::registered));
  mark.events = {event(EventKind::non_use_request, "2026-05-04")};
  CHECK(first_alert(mark, "2026-06-01") ==
        "Its cancellation for non-use was asked for; use has to be proved until 2026-07-06, counted from the recorded day.");
  mark.events.back().received = day("2026-05-20");
  CHECK(first_alert(mark, "2026-06-01") == "Its cancellation for non-use was asked for; use has to be proved until 2026-07-20.");
  mark.events.push_back(event(EventKind::reply, "2026-06-01"));
  CHECK(first_alert(mark, "2026-06-02").empty());

  CHECK(first_alert(mark_in(Status::unknown), "2026-02-25").empty());
  CHECK(first_alert(indication_in(Status::registered), "2026-02-25").empty());
}

TEST_CASE("a Madrid registration depends on its basic mark for five years, which is told") {
  CHECK(first_alert(madrid_in(Status::registered), "2016-06-01") == "It depends on its basic mark until 2020-03-04.");
  CHECK(first_alert(madrid_in(Status::registered), "2021-06-01").empty());
}
