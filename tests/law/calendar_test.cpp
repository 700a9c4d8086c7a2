#include "marque/law/calendar.hpp"

#include <catch2/catch.hpp>

#include "reference/plain_calendar.hpp"

using namespace marque;

namespace {

Date day(std::string_view text) { return *Date::parse(text); }

reference::PlainDay plain(Date date) { return {date.year(), date.month(), date.day()}; }

/// Art. 12(2) of the Implementing Regulations word for word: the day before the corresponding day, or the last
/// day of the month where it has no such day.
reference::PlainDay last_of_ten_years(reference::PlainDay first) {
  const reference::PlainDay corresponding{first.year + 10, first.month, first.day};
  if (first.day > reference::days_in(corresponding.year, first.month)) {
    return {corresponding.year, first.month, reference::days_in(corresponding.year, first.month)};
  }
  return previous_day(corresponding);
}

}  // namespace

TEST_CASE("Ten years end on the day before the corresponding day, holiday or not") {
  const auto [first, last, why] = GENERATE(table<std::string, std::string, std::string>({
      {"2016-06-07", "2026-06-06", "a Saturday: the term does not move"},
      {"2016-03-01", "2026-02-28", "the day before 1 March"},
      {"2018-02-28", "2028-02-27", "a leap year in between changes nothing"},
      {"2017-01-01", "2026-12-31", "over the turn of the year"},
      {"2016-02-29", "2026-02-28", "no 29 February: the last day of that month"},
      {"2020-02-29", "2030-02-28", "the same"},
      {"2026-03-01", "2036-02-29", "the day before 1 March is a 29 February"},
  }));
  CAPTURE(first, why);
  CHECK(validity_term(day(first)) == Term{day(first), day(last)});
}

TEST_CASE("A renewed term begins on the day after the old one") {
  const Term renewed = renewed_term(validity_term(day("2016-02-29")));
  CHECK(renewed == Term{day("2026-03-01"), day("2036-02-29")});
  CHECK(renewed_term(validity_term(day("2016-06-07"))) == Term{day("2026-06-07"), day("2036-06-06")});
}

TEST_CASE("The grace is six months and is not moved here for holidays") {
  const auto [end, grace] = GENERATE(table<std::string, std::string>({
      {"2026-06-06", "2026-12-06"},
      {"2026-08-31", "2027-02-28"},
      {"2026-02-28", "2026-08-28"},
  }));
  CAPTURE(end);
  CHECK(grace_end(day(end)) == day(grace));
}

TEST_CASE("Forty years of terms agree with the rule worked out by hand") {
  for (Date first = day("1990-01-01"); first.year() < 2030; first = first.plus_days(1)) {
    const Term term = validity_term(first);
    REQUIRE(plain(term.first) == plain(first));
    REQUIRE(plain(term.last) == last_of_ten_years(plain(first)));
    const Term next = renewed_term(term);
    REQUIRE(plain(next.first) == next_day(plain(term.last)));
    REQUIRE(plain(next.last) == last_of_ten_years(plain(next.first)));
    REQUIRE(plain(grace_end(term.last)) == reference::months_after(plain(term.last), 6));
  }
}
