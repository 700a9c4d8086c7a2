#include "marque/interchange/docket.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "law/rights.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;
using namespace rights;

namespace {

Date today() { return day("2026-06-01"); }

std::vector<DocketItem> items_of(const std::vector<Entry>& entries, bool everything = false) {
  DocketOptions options = docket_around(today());
  options.everything = everything;
  if (everything) options.since = day("1970-01-01"), options.until = day("2099-12-31");
  Docket docket(options);
  std::uint64_t id = 0;
  for (const Entry& entry : entries) docket.add(EntryId{++id}, entry);
  return std::move(docket).items();
}

Entry expiring(const std::string& words, std::string_view expires = "2026-08-01") {
  Trademark mark = std::get<Trademark>(mark_in(Status::registered));
  mark.mark.text = words;
  mark.dates.expires = day(expires);
  return mark;
}

std::vector<std::string> lines_of(const std::string& ics) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < ics.size();) {
    const std::size_t end = ics.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(ics.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

/// Content lines, unfolded (RFC 5545 §3.1).
std::vector<std::string> unfolded(const std::vector<std::string>& lines) {
  std::vector<std::string> whole;
  for (const std::string& line : lines) {
    if (line.starts_with(" ")) whole.back() += line.substr(1);
    else whole.push_back(line);
  }
  return whole;
}

std::string value_of(const std::vector<std::string>& lines, const std::string& name) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.starts_with(name + ":"); });
  return found == lines.end() ? "(none)" : found->substr(name.size() + 1);
}

}  // namespace

TEST_CASE("a docket becomes a calendar of whole-day events") {
  const std::string ics = to_ics(items_of({expiring("江海潮")}), today(), Language::en);
  const auto lines = unfolded(lines_of(ics));
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
  CHECK(value_of(lines, "VERSION") == "2.0");
  CHECK(value_of(lines, "UID") == "trademark-12345678-P10-20260801@docket.marque");
  CHECK(value_of(lines, "DTSTAMP") == "20260601T000000Z");
  CHECK(value_of(lines, "DTSTART;VALUE=DATE") == "20260801");
  CHECK(value_of(lines, "DTEND;VALUE=DATE") == "20260802");
  CHECK(value_of(lines, "SUMMARY") == "renewal\\, 12345678 江海潮\\, grace to 2027-02-01");
  CHECK(value_of(lines, "TRIGGER") == "-P14D");
  CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT") == 1);
}

TEST_CASE("text of a record stays text in a calendar") {
  const std::string ics = to_ics(items_of({expiring("a;b,c\\d\ne\x07:\"END:VEVENT")}), today(), Language::en);
  const auto lines = unfolded(lines_of(ics));
  CHECK_THAT(value_of(lines, "SUMMARY"), Catch::Contains("a\\;b\\,c\\\\d\\ne:\"END:VEVENT"));
  CHECK(std::count(lines.begin(), lines.end(), "END:VEVENT") == 1);
}

TEST_CASE("no line of a calendar is longer than 75 octets or cut within a character") {
  test::EntryMaker make(11);
  std::vector<Entry> entries;
  for (std::uint32_t number = 1; number <= 300; ++number) entries.push_back(make.entry(number));
  std::string words;
  for (int i = 0; i < 200; ++i) words += i % 3 == 0 ? "海" : "a";
  entries.push_back(expiring(words));
  for (const Language language : {Language::zh, Language::en}) {
    const auto items = items_of(entries, true);
    REQUIRE(items.size() > 20);
    const auto lines = lines_of(to_ics(items, today(), language));
    std::set<std::string> names{"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
                                "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP", "ACTION", "TRIGGER"};
    for (const std::string& line : lines) {
      REQUIRE(line.size() <= 75);
      const std::string body = line.starts_with(" ") ? line.substr(1) : line;
      REQUIRE_FALSE(body.empty());
      REQUIRE((static_cast<unsigned char>(body.front()) & 0xc0) != 0x80);
    }
    for (const std::string& line : unfolded(lines)) REQUIRE(names.contains(line.substr(0, line.find(':'))));
  }
}

TEST_CASE("an event keeps its UID from day to day, and no two events share one") {
  const auto uid = [](Date on) {
    DocketOptions options = docket_around(on);
    return value_of(unfolded(lines_of(to_ics(docket_of(EntryId{1}, expiring("甲"), options), on, Language::zh))), "UID");
  };
  CHECK(uid(today()) == uid(today().plus_days(90)));
  std::set<std::string> uids;
  test::EntryMaker make(4);
  std::vector<Entry> entries;
  for (std::uint32_t number = 1; number <= 200; ++number) entries.push_back(make.entry(number));
  for (const std::string& line : unfolded(lines_of(to_ics(items_of(entries), today(), Language::en))))
    if (line.starts_with("UID:")) uids.insert(line);
  CHECK(uids.size() <= items_of(entries).size());
}

TEST_CASE("a docket for scripts and for people says the day, the rule and what is uncertain") {
  const auto items = items_of({expiring("江\t海潮")});
  CHECK(to_tsv(items) == "2026-08-01\t12345678\t江 海潮\t甲\tP10\topen\t2026-08-01\t2027-02-01\t\tCN-TML-2019 Art.40\t\n");
  CHECK_THAT(to_json(items, today(), Language::en),
             Catch::StartsWith(R"({"as_of":"2026-06-01","items":[{"due":"2026-08-01","state":"open","entry":{"kind":"trademark","number":"12345678",)") &&
                 Catch::Contains(R"("rule":"P10")") && Catch::Contains(R"("grace_end":"2027-02-01","calendar":"unknown")"));
  CHECK_THAT(to_text(items, today(), Language::en), Catch::Contains("in 61 days") && Catch::Contains("grace to 2027-02-01; holidays not set yet"));
  CHECK_THAT(to_text(items, today(), Language::zh), Catch::Contains("余61日") && Catch::Contains("续展"));
  CHECK(to_tsv({}).empty());
  CHECK(to_json({}, today(), Language::en) == R"({"as_of":"2026-06-01","items":[]})");
}
