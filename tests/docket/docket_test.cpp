#include "marque/docket/docket.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "law/rights.hpp"
#include "support/table_file.hpp"

using namespace marque;
using namespace rights;

namespace {

Trademark national(Status status) { return std::get<Trademark>(mark_in(status)); }
InternationalRegistration international() { return std::get<InternationalRegistration>(madrid_in(Status::registered)); }

/// `P10 open 2026-06-06`, one an item.
std::vector<std::string> due(const Entry& entry, std::string_view as_of, bool everything = false) {
  DocketOptions options = docket_around(day(as_of));
  options.everything = everything;
  std::vector<std::string> shown;
  for (const DocketItem& item : docket_of(EntryId{7}, entry, options))
    shown.push_back(std::string(item.period.deadline.period->id) + " " + std::string(name_of(item.state)) + " " + item.due.to_string());
  return shown;
}

using Due = std::vector<std::string>;

std::string joined(const Due& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

std::vector<std::string> words_of(const std::string& text, char separator) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, separator);)
    if (!word.empty()) words.push_back(word.substr(word.find_first_not_of(' ')));
  return words;
}

/// `non_use_request 2026-03-02 received=2026-03-10`
Event event_in(const std::string& text) {
  const auto words = words_of(text, ' ');
  Event made = event(*parse_event_kind(words.at(0)), words.at(1));
  if (words.size() > 2) made.received = day(words[2].substr(words[2].find('=') + 1));
  return made;
}

/// What a row of docket.tsv says beside state and events.
void say(Entry& entry, const std::string& name, const std::string& value) {
  if (auto* mark = std::get_if<Trademark>(&entry)) {
    if (name == "filed") mark->dates.filed = day(value);
    if (name == "published") mark->dates.published = day(value);
    if (name == "priority") mark->priorities = {Priority{day("2026-03-02"), value, ""}};
  } else if (auto* registration = std::get_if<InternationalRegistration>(&entry)) {
    Designation& china = registration->designations.front();
    if (name == "notified") china.notified = day(value);
    if (name == "china") china.status = *parse_designation_status(value);
  }
}

Entry right_of(const std::vector<std::string>& row) {
  Entry entry = in_state(row[0] == "mark" ? mark_in(Status::registered) : madrid_in(Status::registered), *parse_status(row[1]));
  if (auto* mark = std::get_if<Trademark>(&entry); mark != nullptr && row[1] != "registered") mark->dates = {};
  if (auto* registration = std::get_if<InternationalRegistration>(&entry)) registration->expires = day("2035-03-04");
  for (const std::string& said : row[2] == "-" ? Due{} : words_of(row[2], ' ')) say(entry, said.substr(0, said.find('=')), said.substr(said.find('=') + 1));
  std::visit([&](auto& right) {
    for (const std::string& text : row[3] == "-" ? Due{} : words_of(row[3], ';')) right.events.push_back(event_in(text));
  }, entry);
  return entry;
}

}  // namespace

TEST_CASE("a renewal is ahead, open, in its grace, overdue, and then no longer told") {
  Trademark mark = national(Status::registered);
  mark.dates.expires = day("2026-06-06");
  const auto [on, expected] = GENERATE(table<std::string, Due>({
      {"2025-06-05", {}},
      {"2025-06-06", {"P10 open 2026-06-06"}},
      {"2026-06-06", {"P10 open 2026-06-06"}},
      {"2026-06-07", {"P10 in_grace 2026-12-07"}},
      {"2026-12-07", {"P10 in_grace 2026-12-07"}},
      {"2026-12-08", {"P10 overdue 2026-12-07"}},
      {"2027-07-01", {}},
  }));
  CAPTURE(on);
  CHECK(due(mark, on) == expected);
}

TEST_CASE("what each record has due, by the table that a lawyer can read") {
  for (const auto& row : test::rows_of("docket.tsv")) {
    REQUIRE(row.size() == 8);
    CAPTURE(row[0], row[1], row[2], row[3], row[4], row[7]);
    const bool background = row[5].starts_with('!');
    CHECK(joined(due(right_of(row), row[4], background)) == (row[5] == "-" ? "" : row[5].substr(background ? 1 : 0)));
  }
}

TEST_CASE("every period of the law is raised by some record, but for those that run before one or say the same as another") {
  std::set<std::string> raised;
  for (const auto& row : test::rows_of("docket.tsv"))
    for (const RunningPeriod& running : running_periods(right_of(row), day(row[4]))) raised.insert(std::string(running.deadline.period->id));
  // Told by the cases of this file.
  for (const char* id : {"P01", "P03", "P06a", "P06b", "P08a", "P10", "P13", "P15", "P17", "L01", "L02", "L05", "L07", "M04a", "M04b", "M07", "M09",
                         "M10", "M11", "M12", "M13", "G01", "R01", "R02", "R03"})
    raised.insert(id);
  std::vector<std::string> never;
  for (const Period& period : periods())
    if (!raised.contains(std::string(period.id))) never.emplace_back(period.id);
  CHECK(never == std::vector<std::string>{"P09a", "P12", "T01", "M15"});
}

TEST_CASE("an optional window is never overdue") {
  Trademark mark = national(Status::published);
  mark.dates.published = day("2026-02-13");
  CHECK(due(mark, "2026-05-13") == Due{"P01 open 2026-05-13"});
  CHECK(due(mark, "2026-05-14").empty());
  for (const Period& period : periods()) {
    if (period.kind == PeriodKind::hard) continue;
    for (Date on = day("2020-01-01"); on < day("2032-01-01"); on = on.plus_days(50))
      CHECK(state_on(deadline(period, day("2021-03-04")), on) != PeriodState::overdue);
  }
}

TEST_CASE("an opposition whose period the new law may have cut short is due on the safe day, and after it on the last") {
  Trademark mark = national(Status::published);
  mark.dates.published = day("2026-10-27");
  CHECK(due(mark, "2026-12-28") == Due{"P01 open 2026-12-28"});
  CHECK(due(mark, "2026-12-29") == Due{"P01 open 2027-01-27"});
}

TEST_CASE("decisions open a review, decisions in review a suit, and what is final or in court opens nothing") {
  const Event refusal = event(EventKind::refusal, "2026-02-02"), partial = event(EventKind::partial_refusal, "2026-02-02");
  const Event review = event(EventKind::refusal_review, "2026-02-10"), again = event(EventKind::refusal, "2026-05-12");
  const Event suit = event(EventKind::suit, "2026-05-20"), denied = event(EventKind::non_registration, "2026-02-02");
  const auto [status, events, on, expected] = GENERATE_COPY(table<Status, std::vector<Event>, std::string, Due>({
      {Status::refused, {refusal}, "2026-02-03", {"P02 open 2026-02-24"}},
      {Status::refused, {refusal}, "2026-02-25", {"P02 overdue 2026-02-24"}},
      {Status::partly_refused, {partial}, "2026-02-03", {"P02 open 2026-02-24", "P17 open 2026-02-24"}},
      {Status::not_registered, {denied}, "2026-02-03", {"P03 open 2026-02-24"}},
      {Status::refused, {refusal, review, again}, "2026-05-13", {"P05 open 2026-06-11"}},
      {Status::refused, {refusal, review, again, suit}, "2026-05-21", {}},
      {Status::opposed, {event(EventKind::opposition, "2026-03-02")}, "2026-03-03", {"P06a open 2026-04-01"}},
      {Status::correction, {event(EventKind::correction_notice, "2026-01-15")}, "2026-01-16", {"L01 open 2026-02-14"}},
      {Status::examination, {event(EventKind::correction_notice, "2026-01-29")}, "2026-01-30", {"L02 open 2026-02-13"}},
      {Status::same_day, {event(EventKind::same_day, "2026-01-15")}, "2026-01-16", {"L03 open 2026-02-14"}},
  }));
  Trademark mark = national(status);
  mark.events = events;
  CAPTURE(name_of(status), on);
  CHECK(due(mark, on) == expected);
  if (status == Status::refused && expected.size() == 1) {
    mark.dates.final_on = day(on);
    CHECK(due(mark, on).empty());
  }
}

TEST_CASE("that the law counts from a receipt the record does not give is said") {
  Trademark mark = national(Status::refused);
  mark.events = {event(EventKind::refusal, "2026-02-02")};
  const auto items = docket_of(EntryId{7}, mark, docket_around(day("2026-02-03")));
  REQUIRE(items.size() == 1);
  CHECK(items.front().period.start_presumed);
  CHECK(items.front().period.event == EventKind::refusal);
  CHECK(items.front().number == "12345678");
  CHECK(items.front().owner == "甲");
}

TEST_CASE("recorded licences and pledges end, unless they were ended before") {
  Trademark mark = national(Status::registered);
  Event licence = event(EventKind::licence, "2024-01-05", "乙公司"), pledge = event(EventKind::pledge, "2024-01-05", "某银行");
  licence.until = day("2026-09-01");
  pledge.until = day("2026-08-01");
  mark.events = {licence, pledge};
  CHECK(due(mark, "2026-06-01") == Due{"R02 open 2026-08-01", "R01 open 2026-09-01"});
  mark.events.push_back(event(EventKind::licence_end, "2026-05-01", "乙公司"));
  CHECK(due(mark, "2026-06-01") == Due{"R02 open 2026-08-01"});
  mark.events.push_back(event(EventKind::pledge_release, "2026-05-01"));
  CHECK(due(mark, "2026-06-01").empty());
}

TEST_CASE("a Madrid registration has its own dates") {
  InternationalRegistration mark = international();
  mark.expires = day("2026-03-04");
  CHECK(due(mark, "2025-09-03") == Due{"M09 ahead 2026-03-04"});
  CHECK(due(mark, "2025-09-04") == Due{"M09 open 2026-03-04"});
  CHECK(due(mark, "2026-03-05") == Due{"M09 in_grace 2026-09-04"});

  mark.expires = day("2035-03-04");
  Designation& china = mark.designations.front();
  china.status = DesignationStatus::pending;
  china.notified = day("2025-01-31");
  CHECK(due(mark, "2025-12-01") == Due{"M04a open 2026-07-31"});
  china.by_article_9sexies = true;
  CHECK(due(mark, "2025-12-01") == Due{"M04b open 2026-01-31"});
  mark.events = {event(EventKind::publication, "2025-10-16")};
  CHECK(due(mark, "2025-12-01") == Due{"M04b open 2026-01-31", "M06 open 2026-01-31"});
  mark.events.clear();
  mark.kind = MarkKind::certification;
  china.designated = day("2025-11-10");
  CHECK(due(mark, "2025-12-01") == Due{"M04b open 2026-01-31", "M07 open 2026-02-10"});

  mark.status = Status::cancelled;
  mark.events = {event(EventKind::cancellation, "2025-11-10")};
  CHECK(due(mark, "2025-12-01") == Due{"M11 open 2026-02-10"});
  mark.events.push_back(event(EventKind::transformation, "2025-12-01"));
  CHECK(due(mark, "2025-12-01").empty());
}

TEST_CASE("what asks nothing of anybody is listed on demand") {
  Trademark mark = national(Status::registered);
  CHECK(due(mark, "2025-03-01").empty());
  CHECK(due(mark, "2025-03-01", true) == Due{"P11 open 2026-01-14"});
  CHECK(due(mark, "2023-06-01", true) == Due{"P13 ahead 2024-01-15"});
  mark = national(Status::examination);
  mark.dates.filed = day("2026-03-02");
  CHECK(due(mark, "2026-04-01", true) == Due{"P08a open 2026-09-02", "L05 open 2026-12-02"});
  mark = national(Status::cancelled);
  mark.dates.ended = day("2025-08-01");
  CHECK(due(mark, "2026-04-01", true) == Due{"P15 open 2026-08-03"});
  CHECK(due(mark, "2026-04-01").empty());
}

TEST_CASE("a docket is in order of days, then numbers") {
  Docket docket(docket_around(day("2026-06-01")));
  for (const auto& [number, expires] : std::vector<std::pair<std::string, std::string>>{
           {"300", "2026-09-01"}, {"200", "2026-08-01"}, {"100", "2026-09-01"}, {"400", "2030-01-01"}}) {
    Trademark mark = national(Status::registered);
    mark.number = *NationalNumber::parse(number);
    mark.dates.expires = day(expires);
    docket.add(EntryId{1}, mark);
  }
  std::vector<std::string> numbers;
  for (const DocketItem& item : std::move(docket).items()) numbers.push_back(item.number);
  CHECK(numbers == std::vector<std::string>{"200", "100", "300"});
}

TEST_CASE("an indication's objections and the ends of lawful use are due") {
  auto indication = std::get<GeographicalIndication>(indication_in(Status::published));
  indication.events = {event(EventKind::publication, "2026-03-02")};
  indication.users = {LawfulUser{Party{.name = "合作社"}, "", {}, day("2026-08-01")}};
  CHECK(due(indication, "2026-04-01") == Due{"G01 open 2026-05-06", "R03 open 2026-08-01"});
}
