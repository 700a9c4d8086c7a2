#include "marque/model/date.hpp"

#include <catch2/catch.hpp>

#include "reference/plain_calendar.hpp"

using namespace marque;

namespace {

reference::PlainDay plain(Date date) { return {date.year(), date.month(), date.day()}; }

}  // namespace

TEST_CASE("A date is read in every form that registers print") {
  const auto [text, day] = GENERATE(table<std::string, std::string>({
      {"2026-11-22", "2026-11-22"},
      {"2026/11/22", "2026-11-22"},
      {"2026.11.22", "2026-11-22"},
      {"20261122", "2026-11-22"},
      {"2026年11月22日", "2026-11-22"},
      {"2026年1月2日", "2026-01-02"},
      {"2026-1-2", "2026-01-02"},
      {"2026/1/02", "2026-01-02"},
      {"2026-11-22T10:30:00", "2026-11-22"},
      {"2026-11-22T10:30:00.123Z", "2026-11-22"},
      {"2026-11-22T10:30:00+08:00", "2026-11-22"},
      {"2026/11/22 0:00", "2026-11-22"},
      {"2018-04-17-04:00", "2018-04-17"},
      {"2018-04-17Z", "2018-04-17"},
      {"2018-04-17+0800", "2018-04-17"},
      {" 2026-11-22 ", "2026-11-22"},
      {"2026-11-22", "2026-11-22"},
      {"2024-02-29", "2024-02-29"},
      {"2000-02-29", "2000-02-29"},
      {"1000-01-01", "1000-01-01"},
      {"9999-12-31", "9999-12-31"},
  }));
  CAPTURE(text);
  const auto date = Date::parse(text);
  REQUIRE(date);
  CHECK(date->to_string() == day);
}

TEST_CASE("What is no day of the calendar is refused, not corrected") {
  const std::string text =
      GENERATE(as<std::string>{}, "", " ", "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
               "2026-01-00", "0000-00-00", "00000000", "0999-12-31", "2026-11", "2026年11月", "2026-11/22", "26-11-22",
               "2026-11-222", "202611222", "2026-11-22x", "2026-11-22T", "2026-11-22T25:61", "2026-11-22 noon",
               "22-11-2026", "-2026-11-22", "2026-11-22+8", "20261122 20261123", "99999999999999999999");
  CAPTURE(text);
  const auto date = Date::parse(text);
  REQUIRE_FALSE(date);
  CHECK(date.error().code == ErrorCode::invalid_date);
  CHECK(date.error().message.find('"' + text) != std::string::npos);
}

TEST_CASE("Three numbers make a date only where there is such a day") {
  CHECK(Date::make(2024, 2, 29));
  const auto [year, month, day] = GENERATE(table<int, int, int>(
      {{2023, 2, 29}, {999, 12, 31}, {10000, 1, 1}, {2026, 0, 1}, {2026, 1, 32}, {2026, -3, 1}, {2026, 1, 257}}));
  CAPTURE(year, month, day);
  REQUIRE_FALSE(Date::make(year, month, day));
}

TEST_CASE("The days follow one another as in the schoolbook, over four centuries") {
  reference::PlainDay expected{1800, 1, 1};
  Date date = *Date::make(1800, 1, 1);
  for (; date.year() < 2200; date = date.plus_days(1), expected = next_day(expected)) {
    REQUIRE(plain(date) == expected);
    REQUIRE(*Date::make(expected.year, expected.month, expected.day) == date);
    REQUIRE(*Date::parse(date.to_string()) == date);
  }
}

TEST_CASE("A month later is the same day, or the last of a month that has no such day") {
  const auto [from, months, to] = GENERATE(table<std::string, int, std::string>({
      {"2026-02-13", 3, "2026-05-13"},
      {"2026-01-31", 3, "2026-04-30"},
      {"2025-11-30", 3, "2026-02-28"},
      {"2023-11-30", 3, "2024-02-29"},
      {"2016-02-29", 120, "2026-02-28"},
      {"2016-02-29", 96, "2024-02-29"},
      {"2026-12-31", 2, "2027-02-28"},
      {"2026-03-31", -1, "2026-02-28"},
      {"2026-01-15", -13, "2024-12-15"},
      {"2026-05-31", 0, "2026-05-31"},
  }));
  CAPTURE(from, months);
  CHECK(Date::parse(from)->plus_months(months).to_string() == to);
}

TEST_CASE("Moving by months agrees with moving month by month") {
  for (Date date = *Date::make(1999, 1, 1); date.year() < 2005; date = date.plus_days(1)) {
    for (const int months : {-121, -12, -1, 1, 2, 3, 6, 11, 60, 120}) {
      REQUIRE(plain(date.plus_months(months)) == reference::months_after(plain(date), months));
    }
  }
}

TEST_CASE("The day of the week is known") {
  CHECK(Date::parse("2026-11-22")->weekday() == std::chrono::Sunday);
  CHECK(Date::parse("1970-01-01")->weekday() == std::chrono::Thursday);
  CHECK(Date::parse("1970-01-01")->days() == 0);
}
