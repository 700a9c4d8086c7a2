#include <catch2/catch.hpp>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/reading.hpp"
#include "interchange/office/zip_maker.hpp"
#include "interchange/workbook.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const std::vector<std::vector<std::string>> register_rows = {
    {"某区商标清单"},
    {"注册号", "商标名称", "类别", "申请人", "申请日期", "商标状态"},
    {"#12345678", "海门山羊", "#29", "甲公司", "@42006", "已注册"},
    {"#12345678", "海门山羊", "#31", "甲公司", "@42006", "已注册"},
    {},
    {"#1.2345679E7", "江海", "#25", "乙公司", "2015年1月2日", "已注册"},
    {"#12345670", "坏", "#99", "乙公司", "", "已注册"},
};

Error failure_in(const std::vector<ReadRecord>& records) {
  REQUIRE_FALSE(records.empty());
  REQUIRE_FALSE(records.back().entry);
  return records.back().entry.error();
}

std::string first_code(const std::vector<ReadRecord>& records) { return std::string(name_of(failure_in(records).code)); }

}  // namespace

TEST_CASE("The first sheet of a workbook is read as a table, its header wherever it stands") {
  const auto records = records_of(workbook_of(register_rows));
  REQUIRE(records.size() == 3);
  const auto& mark = std::get<Trademark>(*records[0].entry);
  CHECK(mark.number.to_string() == "12345678");
  CHECK(mark.scope.size() == 2);
  CHECK(mark.dates.filed == Date::parse("2015-01-02").value());
  CHECK(records[0].row == 1);
  CHECK(number_of(*records[1].entry) == "12345679");
  CHECK(std::get<Trademark>(*records[1].entry).dates.filed == Date::parse("2015-01-02").value());
  REQUIRE_FALSE(records[2].entry);
  CHECK(records[2].row == 5);
  CHECK(records[2].entry.error().code == ErrorCode::invalid_class);
  CHECK(records[2].bytes == "12345670\t坏\t99\t乙公司\t\t已注册");
}

TEST_CASE("Serial numbers are days by the workbook's calendar") {
  CHECK(day_of_serial(1, false) == "1900-01-01");
  CHECK(day_of_serial(59, false) == "1900-02-28");
  CHECK(day_of_serial(61, false) == "1900-03-01");
  CHECK(day_of_serial(42006.75, false) == "2015-01-02");
  CHECK(day_of_serial(40544, true) == "2015-01-02");
  CHECK_FALSE(day_of_serial(0, false));
  CHECK_FALSE(day_of_serial(-1, false));
  CHECK_FALSE(day_of_serial(1e9, false));
}

TEST_CASE("Formats that show a day are told from others") {
  const auto [format, day] = GENERATE(table<std::string, bool>({{"yyyy-mm-dd", true}, {"yyyy\"年\"m\"月\"d\"日\"", true}, {"[$-804]e\"年\"m\"月\"", true},
                                                                {"General", false}, {"0.00", false}, {"h:mm:ss", false}, {"#,##0\"yd\"", false},
                                                                {"[Red]0", false}, {"\\d0", false}, {"@", false}}));
  CAPTURE(format);
  CHECK(shows_a_day(format) == day);
}

TEST_CASE("Records in an archive are read entry by entry, whatever their formats") {
  const std::string line = R"({"kind":"trademark","number":"1","mark":"a","owner":"","classes":[1],"status":"registered"})";
  const auto records = records_of(zip_of({{"apc240925.xml", uspto_daily(uspto_case("97000001", "20220406", "GOAT"))},
                                          {"img/a.png", "no record"},
                                          {"more/list.jsonl", line + "\n{\"kind\":1}\n"}}));
  REQUIRE(records.size() == 3);
  CHECK(number_of(*records[0].entry) == "US-97000001");
  CHECK(number_of(*records[1].entry) == "1");
  CHECK(records[1].row == 2);
  CHECK(records[2].entry.error().where.file == "source!more/list.jsonl");
  CHECK(records[2].entry.error().where.record == 3u);
}

TEST_CASE("A picture is found beside the entry that names it") {
  const std::string png = "\x89PNG\r\n\x1a\n";
  const std::string line = R"({"kind":"trademark","number":"1","mark":"a","owner":"","classes":[1],"status":"registered","image":"a.png"})";
  auto reader = read_records(zip_of({{"x/list.jsonl", line + "\n"}, {"x/a.png", png}, {"../b.png", png}}), "z.zip");
  REQUIRE(reader);
  REQUIRE((*reader)->next());
  const auto picture = (*reader)->picture("a.png");
  REQUIRE(picture);
  CHECK(picture->media_type == "image/png");
  CHECK((*reader)->picture("c.png").error().code == ErrorCode::not_found);
}

TEST_CASE("What an archive unpacks to is bounded in size and in ratio") {
  const std::string bomb = zip_of({{"a.csv", std::string(3u << 20, 'a')}});
  DocumentLimits limits;
  limits.archive_ratio = 100;
  CHECK(limit_in(failure_in(records_of(bomb, {}, limits))) == "archive_ratio");
  limits.archive_ratio = 1'000'000;
  CHECK(limit_in(failure_in(records_of(bomb, {}, limits))) == "string_bytes");  // the bytes come, as one field
  limits.stream_bytes = (3u << 20) - 1;
  CHECK(limit_in(failure_in(records_of(bomb, {}, limits))) == "stream_bytes");
}

TEST_CASE("The count of entries is bounded at the limit and not before") {
  DocumentLimits limits;
  limits.archive_entries = 3;
  const std::pair<std::string, std::string> table = {"a.csv", "number,mark,classes,owner,status\n1,a,1,b,registered\n"}, other = {"b.png", "x"};
  CHECK(records_of(zip_of({table, other}), {}, limits).size() == 1);
  CHECK(records_of(zip_of({table, other, other}), {}, limits).front().entry);
  CHECK(first_code(records_of(zip_of({table, other, other, other}), {}, limits)) == "limit_exceeded");
}

TEST_CASE("Damaged and strange archives end with a code") {
  const std::string zip = zip_of({{"a.csv", "number,mark,classes,owner,status\n1,a,1,b,registered\n"}});
  CHECK(first_code(records_of(zip.substr(0, zip.size() / 2))) == "malformed");
  CHECK(first_code(records_of(zip_of({{"a.png", "x"}}))) == "unsupported");
  std::string damaged = zip;
  damaged[40] = static_cast<char>(damaged[40] ^ 0x55);
  CHECK(first_code(records_of(damaged)) == "malformed");
  CHECK(first_code(records_of("no workbook", RecordFormat::xlsx)) == "malformed");
}

TEST_CASE("Texts of a workbook are bounded") {
  DocumentLimits limits;
  limits.shared_strings_bytes = 100;
  CHECK(first_code(records_of(workbook_of(register_rows), {}, limits)) == "limit_exceeded");
  limits = {};
  limits.columns = 6;
  CHECK(records_of(workbook_of(register_rows), {}, limits).size() == 3);
  limits.columns = 7;
  CHECK(records_of(workbook_of(register_rows), {}, limits).size() == 3);
  limits.columns = 5;
  CHECK(first_code(records_of(workbook_of(register_rows), {}, limits)) == "limit_exceeded");
}
