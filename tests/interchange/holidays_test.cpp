#include "marque/interchange/holidays.hpp"

#include <catch2/catch.hpp>

#include "marque/law/deadline.hpp"

using namespace marque;

namespace {

Date day(const char* text) { return *Date::parse(text); }

constexpr const char* year_2027 = R"({"$schema":"x","year":2027,"papers":["https://example.org/notice"],"days":[
  {"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"国庆节","date":"2027-01-30","isOffDay":false}]})";

}  // namespace

TEST_CASE("holidays are read as they are published, in JSON, and as marque keeps them, in lines") {
  const auto json = read_holidays(year_2027, "2027.json");
  REQUIRE(json);
  CHECK(json->years() == std::vector<int>{2027});
  CHECK(json->kind_of(day("2027-01-01")) == DayKind::off);
  CHECK(json->kind_of(day("2027-01-30")) == DayKind::working);
  CHECK(json->kind_of(day("2027-01-31")) == DayKind::off);
  REQUIRE(json->set_day(day("2027-01-30")) != nullptr);
  CHECK(json->set_day(day("2027-01-30"))->english == "National Day");
  CHECK(read_holidays(std::string("[") + year_2027 + "]", "years.json")->years() == std::vector<int>{2027});
  const auto lines = read_holidays("year\t2027\toff\noff\t2027-01-01\t元旦\tNew Year's Day\n", "2027.tsv");
  REQUIRE(lines);
  CHECK(lines->kind_of(day("2027-01-01")) == DayKind::off);
  const Holidays both = Holidays::of_china().joined_with(*json);
  CHECK(deadline(*find_period("P01"), day("2026-10-30"), both).end == day("2027-01-30"));
}

TEST_CASE("a year that is not set yet stays unknown") {
  const auto empty = read_holidays(R"({"year":2027,"papers":[],"days":[]})", "2027.json");
  REQUIRE(empty);
  CHECK(empty->years().empty());
  CHECK(Holidays::of_china().joined_with(*empty).kind_of(day("2027-01-01")) == DayKind::unknown);
}

TEST_CASE("holidays that cannot be read are refused, naming file, day and field") {
  const auto [text, code, field] = GENERATE(table<std::string, ErrorCode, std::string>({
      {"{", ErrorCode::malformed, ""},
      {"[1]", ErrorCode::malformed, "year"},
      {R"({"year":2027})", ErrorCode::malformed, "days"},
      {R"({"year":"2027\n","days":[]})", ErrorCode::malformed, "year"},
      {R"({"year":20270,"days":[{"name":"x","date":"2027-01-01","isOffDay":true}]})", ErrorCode::invalid_date, "year"},
      {R"({"year":2027,"days":[{"name":"x","isOffDay":true}]})", ErrorCode::missing_field, "date"},
      {R"({"year":2027,"days":[{"name":"x","date":"2027-02-30","isOffDay":true}]})", ErrorCode::invalid_date, "date"},
      {R"({"year":2027,"days":[{"name":"x","date":"2027-01-01","isOffDay":"yes"}]})", ErrorCode::missing_field, "isOffDay"},
      {R"({"year":2027,"days":[{"name":"a\tb","date":"2027-01-01","isOffDay":true}]})", ErrorCode::malformed, "name"},
      {"holiday\t2027-02-03\tx\tx\n", ErrorCode::malformed, ""},
  }));
  CAPTURE(text);
  const auto read = read_holidays(text, "2027.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == code);
  CHECK(read.error().where.field == field);
  CHECK(read.error().where.file == "2027.json");
}
