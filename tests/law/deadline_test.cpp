#include "marque/law/deadline.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/rights.hpp"
#include "reference/plain_calendar.hpp"
#include "support/table_file.hpp"

MARQUE_EMBEDDED(marque_holidays)

using namespace marque;
using namespace rights;

namespace {

std::string shown(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }

Deadline counted(std::string_view kind, std::string_view start) {
  const Period* period = find_period(kind);
  REQUIRE(period != nullptr);
  return deadline(*period, day(start));
}

/// What the plain oracle knows of days off: the rows of the table, and the day of the week found by counting from a Monday.
class PlainOffice {
 public:
  PlainOffice() {
    for_each_row(embedded(marque_holidays, marque_holidays_end), [&](const auto& row) {
      if (row[0] == "year") return;
      const Date date = *Date::parse(row[1]);
      set_[{date.year(), date.month(), date.day()}] = row[0] == "off";
    });
    reference::PlainDay at{2012, 12, 31};
    for (int weekday = 0; at.year < 2028; at = next_day(at), weekday = (weekday + 1) % 7)
      if (weekday >= 5) weekends_.insert(at);
  }

  bool closed(reference::PlainDay at) const {
    const auto set = set_.find(at);
    return set != set_.end() ? set->second : weekends_.contains(at);
  }

 private:
  std::map<reference::PlainDay, bool> set_;
  std::set<reference::PlainDay> weekends_;
};

reference::PlainDay plain(Date date) { return {date.year(), date.month(), date.day()}; }

/// Art. 12 word for word, a day at a time.
reference::PlainDay plain_end(const PlainOffice& office, reference::PlainDay start, Length length) {
  reference::PlainDay end = months_after(start, length.months);
  for (int left = length.days; left > 0; --left) end = next_day(end);
  while (office.closed(end)) end = next_day(end);
  return end;
}

}  // namespace

TEST_CASE("periods are counted as the table says") {
  for (const auto& row : test::rows_of("deadlines.tsv")) {
    REQUIRE(row.size() == 9);
    CAPTURE(row[0], row[1], row[8]);
    const Deadline found = counted(row[0], row[1]);
    CHECK(shown(found.opens) == row[2]);
    CHECK(shown(found.end) == row[3]);
    CHECK(shown(found.grace_end) == row[4]);
    CHECK(shown(found.conservative_end) == row[5]);
    CHECK((found.calendar_known ? "known" : "unknown") == row[6]);
    CHECK(provision_of(found) == row[7]);
  }
}

TEST_CASE("every period of the table has a row of that test") {
  std::set<std::string_view> tested;
  for (const auto& row : test::rows_of("deadlines.tsv"))
    if (const Period* period = find_period(row[0])) tested.insert(period->id);
  const std::set<std::string_view> of_the_office{"L03", "L04", "L05", "L07", "L08"};  // like L01 and L06 but for their number
  for (const Period& period : periods()) {
    CAPTURE(period.id);
    CHECK((tested.contains(period.id) || of_the_office.contains(period.id)));
  }
}

TEST_CASE("ordinary periods agree with the rule worked out day by day") {
  const PlainOffice office;
  const std::vector<Length> lengths{{0, 15}, {0, 30}, {2, 0}, {3, 0}, {6, 0}, {12, 0}, {60, 0}};
  for (Date start = day("2013-01-01"); start < day("2026-10-01"); start = start.plus_days(1)) {
    for (const Length length : lengths) {
      const PeriodEnd end = ordinary_end(start, length);
      if (end.nominal.year() > 2026) {
        REQUIRE_FALSE(end.known);
        REQUIRE(end.last == end.nominal);
      } else {
        REQUIRE(end.known);
        REQUIRE(plain(end.last) == plain_end(office, plain(start), length));
      }
    }
  }
}

TEST_CASE("no deadline lies before its start, no grace before its end, no safe day after it") {
  for (const Period& period : periods()) {
    CAPTURE(period.id);
    for (Date start = day("2012-06-01"); start < day("2029-06-01"); start = start.plus_days(17)) {
      const Deadline found = deadline(period, start);
      if (found.end) REQUIRE(*found.end >= start);
      if (found.end && found.grace_end) REQUIRE(*found.grace_end > *found.end);
      if (found.conservative_end) REQUIRE((*found.conservative_end < *found.end && *found.conservative_end > start));
      if (found.opens && found.end) REQUIRE(*found.opens <= *found.end);
      REQUIRE(found.conservative_end.has_value() == (found.caution != Caution::none));
    }
  }
}

TEST_CASE("a period goes by its id in any case, by its names, and by nothing else") {
  const auto [name, id] = GENERATE(table<std::string, std::string>({
      {"p01", "P01"},
      {"P06A", "P06a"},
      {"P08", "P08a"},
      {"P16", "P16a"},
      {"Refusal_Review", "P02"},
      {"opposition defence", "P06a"},
      {"relative  invalidation", "P11"},
      {"non-use cancellation", "P13"},
      {"one-year gap", "P15"},
      {"review of invalidation ex officio / cancellation decision", "P04"},
      {"owner's use evidence in non-use case", "P14"},
      {"generic-name cancellation defence", "P18"},
      {"续展", "P10"},
      {"Madrid renewal", "M09"},
  }));
  CAPTURE(name);
  REQUIRE(find_period(name) != nullptr);
  CHECK(find_period(name)->id == id);
  for (const char* unknown : {"", " ", "P", "P19", "P0", "oppo", "P01b"}) CHECK(find_period(unknown) == nullptr);
}

TEST_CASE("names of periods are told apart") {
  std::set<std::string_view> names;
  for (const Period& period : periods()) {
    CHECK(names.insert(period.id).second);
    CHECK(names.insert(period.chinese).second);
    for (const auto name : period.names) CHECK(names.insert(name).second);
    for (const PeriodRule& rule : period.rules) {
      CAPTURE(period.id);
      CHECK_FALSE(rule.provision.empty());
      CHECK_FALSE(rule.starts_zh.empty());
      CHECK(rule.note.empty() == rule.note_zh.empty());
      CHECK((rule.verified == Verification::memory || !rule.source.empty()));
    }
  }
}

TEST_CASE("the answer says what moved the end, or why it stayed") {
  const auto [kind, start, by, sentence] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"P01", "2026-06-27", "2026-09-27, Sunday, Mid-Autumn Festival", "and moves to 2026-09-28"},
      {"P01", "2026-07-06", "2026-10-06, Tuesday, National Day", "a day off (Tuesday, National Day)"},
      {"P10", "2026-06-06", "2026-12-06, Sunday", "The grace ends on 2026-12-06, a day off (Sunday), and moves to 2026-12-07"},
      {"P05", "2026-01-15", "", "2026-02-14 is a Saturday but a make-up working day: it is not moved"},
      {"P01", "2026-10-27", "", "the holidays there are not known"},
      {"P01", "2026-10-27", "", "the safe day, under the shorter period, is 2026-12-28"},
      {"M06", "2025-01-23", "2025-05-01, Thursday, Labour Day", "How to count is disputed: the safe day is 2025-04-30"},
      {"P03", "2027-02-01", "", "the rule of CN-TML-2026 is not verified, that of CN-TML-2019 is counted"},
      {"P01", "2027-02-01", "", "CN-TML-2026 Art.36: from published accounts, not read in the text (V2)"},
      {"M10", "2021-05-01", "", "from memory, not verified"},
  }));
  CAPTURE(kind, start);
  const Deadline found = counted(kind, start);
  CHECK(moved_by(found).en == by);
  CHECK_THAT(explain(found).en, Catch::Contains(sentence));
  CHECK(explain(found).zh.find("()") == std::string::npos);
}

TEST_CASE("more years of the calendar can be given, and go before those known") {
  const auto next = Holidays::parse("year\t2027\tnotice\noff\t2027-01-01\t元旦\tNew Year's Day\nwork\t2027-01-30\t元旦\tNew Year's Day\n");
  REQUIRE(next);
  const Holidays both = Holidays::of_china().joined_with(*next);
  CHECK(both.years().size() == 15);
  const Period& opposition = *find_period("P01");
  CHECK(deadline(opposition, day("2026-10-01"), both).end == day("2027-01-04"));
  CHECK(deadline(opposition, day("2026-10-30"), both).end == day("2027-01-30"));
  CHECK(deadline(opposition, day("2026-06-27"), both).end == day("2026-09-28"));
  const auto changed = Holidays::parse("year\t2026\nwork\t2026-09-27\tx\tx\n");
  CHECK(deadline(opposition, day("2026-06-27"), Holidays::of_china().joined_with(*changed)).end == day("2026-09-27"));
}

TEST_CASE("a table of holidays that cannot be read is refused with row and field") {
  const auto [table_text, code, record, field] = GENERATE(table<std::string, ErrorCode, std::uint64_t, std::string>({
      {"year\t20x7\n", ErrorCode::invalid_date, 1, "year"},
      {"year\t2027\noff\t2027-02-30\tx\tx\n", ErrorCode::invalid_date, 2, "day"},
      {"year\t2027\noff\t2027-02-03\n", ErrorCode::malformed, 2, ""},
      {"holiday\t2027-02-03\tx\tx\n", ErrorCode::malformed, 1, ""},
      {"year\t999999\n", ErrorCode::invalid_date, 1, "year"},
  }));
  const auto read = Holidays::parse(table_text);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == code);
  CHECK(read.error().where.record == record);
  CHECK(read.error().where.field == field);
}

TEST_CASE("the calendar knows 2013 to 2026, weekends, holidays and the days worked for them") {
  const Holidays& china = Holidays::of_china();
  REQUIRE(china.years().size() == 14);
  CHECK((china.years().front() == 2013 && china.years().back() == 2026));
  const auto [date, kind] = GENERATE(table<std::string, DayKind>({
      {"2026-02-13", DayKind::working},
      {"2026-02-14", DayKind::working},
      {"2026-02-15", DayKind::off},
      {"2026-02-17", DayKind::off},
      {"2026-11-28", DayKind::off},
      {"2018-12-29", DayKind::working},
      {"2015-09-03", DayKind::off},
      {"2012-12-31", DayKind::unknown},
      {"2027-01-01", DayKind::unknown},
      {"1000-01-01", DayKind::unknown},
      {"9999-12-31", DayKind::unknown},
  }));
  CAPTURE(date);
  CHECK(china.kind_of(day(date)) == kind);
}
