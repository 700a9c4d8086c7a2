#include "marque/law/consistency.hpp"

#include <catch2/catch.hpp>

#include "law/rights.hpp"

using namespace marque;
using namespace rights;

namespace {

/// `registered: 2019-01-01 is before … (impossible)`, for each contradiction.
std::vector<std::string> shown(const Entry& entry) {
  std::vector<std::string> texts;
  for (const Contradiction& found : contradictions(entry))
    texts.push_back(found.error.where.field + ": " + found.error.message + (found.impossible ? " !" : ""));
  return texts;
}

using Texts = std::vector<std::string>;

/// Filed 2020-01-02, registered from 2021-01-14 to 2031-01-13.
Trademark sound() { return std::get<Trademark>(mark_in(Status::registered)); }

}  // namespace

TEST_CASE("a sound record contradicts nothing, and unknown dates do not either") {
  for (const Status status : all_statuses()) {
    CHECK(shown(mark_in(status)).empty());
    CHECK(shown(madrid_in(status)).empty());
    CHECK(shown(indication_in(status)).empty());
  }
  Trademark bare{.number = *NationalNumber::parse("1")};
  bare.dates.registered = day("2020-01-01");
  CHECK(shown(bare).empty());
}

TEST_CASE("days of a national mark in an impossible order are told with field and article") {
  struct Case {
    void (*spoil)(Trademark&);
    std::string told;
  };
  const auto row = GENERATE(values<Case>({
      {[](Trademark& m) { m.dates.registered = day("2019-01-01"); }, "registered: 2019-01-01 is before `filed` 2020-01-02 (Art.28) !"},
      {[](Trademark& m) { m.dates.published = day("2021-02-01"); }, "registered: 2021-01-14 is before `published` 2021-02-01 (Art.33) !"},
      {[](Trademark& m) { m.dates.expires = day("2020-02-01"); }, "expires: 2020-02-01 is before `registered` 2021-01-14 (Art.39) !"},
      {[](Trademark& m) { m.dates.accepted = day("2019-02-01"); }, "accepted: 2019-02-01 is before `filed` 2020-01-02 (REG Art.18) !"},
      {[](Trademark& m) { m.priorities = {Priority{day("2020-03-01"), "JP", ""}}; }, "filed: 2020-01-02 is before `priorities` 2020-03-01 (Art.25) !"},
      {[](Trademark& m) { m.events = {event(EventKind::assignment, "2019-05-05", "乙")}; }, "events[0].date: 2019-05-05 is before `filed` 2020-01-02 (REG Art.18) !"},
  }));
  Trademark mark = sound();
  row.spoil(mark);
  CHECK(shown(mark) == Texts{row.told});
}

TEST_CASE("a pledge that ends before it begins is impossible") {
  Trademark mark = sound();
  Event pledge = event(EventKind::pledge, "2022-05-05", "某银行");
  pledge.until = day("2021-05-05");
  mark.events = {pledge};
  CHECK(shown(mark) == Texts{"events[0].until: 2021-05-05 is before `events[0].date` 2022-05-05 !"});
}

TEST_CASE("a state and a date, or two events, may disagree without being impossible") {
  Trademark mark = sound();
  mark.status = Status::examination;
  CHECK(shown(mark) == Texts{"registered: an application that is examination has no registration date (Art.33)"});
  mark = sound();
  mark.status = Status::cancelled;
  mark.events = {event(EventKind::cancellation, "2023-05-05"), event(EventKind::assignment, "2024-05-05", "乙"),
                 event(EventKind::invalidation, "2025-05-05")};
  CHECK(shown(mark) == Texts{"events[1]: a cancelled mark cannot be assigned (Art.42)"});
  mark.events = {event(EventKind::partial_cancellation, "2023-05-05", "", {25}), event(EventKind::assignment, "2024-05-05", "乙")};
  CHECK(shown(mark).empty());
}

TEST_CASE("a designation is not older than its registration") {
  auto mark = std::get<InternationalRegistration>(madrid_in(Status::registered));
  mark.designations.front().designated = day("2014-01-01");
  CHECK(shown(mark) == Texts{"designations[0].designated: 2014-01-01 is before `registered` 2015-03-04 (MP Art.3ter(2)) !"});
  mark.designations.front().designated.reset();
  mark.expires = day("2015-01-01");
  CHECK(shown(mark) == Texts{"expires: 2015-01-01 is before `registered` 2015-03-04 (MP Art.6(1)) !"});
}

TEST_CASE("remarks and use may be older than the filing") {
  Trademark mark = sound();
  mark.events = {event(EventKind::note, "2010-01-01")};
  CHECK(shown(mark).empty());
}
