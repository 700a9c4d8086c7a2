#include <catch2/catch.hpp>
#include <fstream>

#include "marque/interchange/record_reader.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace std::string_literals;

namespace {

std::vector<ReadRecord> all(std::string bytes, const DocumentLimits& limits = {}) {
  auto reader = read_records(std::move(bytes), "register.csv", {}, limits);
  if (!reader) FAIL(to_string(reader.error()));
  std::vector<ReadRecord> records;
  for (;;) {
    auto record = (*reader)->next();
    REQUIRE(record);
    if (!*record) break;
    records.push_back(std::move(**record));
  }
  CHECK((*reader)->bytes_read() == (*reader)->bytes_total());
  return records;
}

/// Numbers of the good records, and `!row` for the bad ones.
std::string outline(const std::vector<ReadRecord>& records) {
  std::string text;
  for (const ReadRecord& record : records)
    text += (text.empty() ? "" : " ") + (record.entry ? number_of(*record.entry) : '!' + std::to_string(record.row));
  return text;
}

const Trademark& trademark(const ReadRecord& record) {
  if (!record.entry) FAIL(to_string(record.entry.error()));
  return std::get<Trademark>(*record.entry);
}

const std::string header = "注册号,商标名称,申请人,类别,状态\n";

std::string row(const std::string& number) { return number + ",海门,甲公司,25,已注册\n"; }

}  // namespace

TEST_CASE("A register's own headers are understood, in either language") {
  const auto records = all(
      "注册号,商标名称,国际分类,申请人,申请日期,专用权期限,商标状态,商品/"
      "服务项目,类似群,代理机构,初审公告期号,统一社会信用代码,申请人地址,共有人\n"
      "第12345678号,海门山羊,第29类,甲公司,2015年1月2日,2016-06-07至2026-06-06,已注册,羊肉；山羊奶,2901,某事务所,1500,"
      "91350100M000100Y43,海门区,乙公司；丙公司\n");
  REQUIRE(records.size() == 1);
  CHECK(records[0].warnings.empty());
  const Trademark& mark = trademark(records[0]);
  CHECK(mark.number.to_string() == "12345678");
  CHECK(mark.mark.text == "海门山羊");
  CHECK(mark.dates.filed == Date::parse("2015-01-02").value());
  CHECK(mark.dates.registered == Date::parse("2016-06-07").value());
  CHECK(mark.dates.expires == Date::parse("2026-06-06").value());
  CHECK(mark.status == Status::registered);
  REQUIRE(mark.scope.size() == 1);
  REQUIRE(mark.scope[0].goods.size() == 2);
  CHECK(mark.scope[0].goods[1].name == "山羊奶");
  CHECK(mark.scope[0].goods[1].group->to_string() == "2901");
  REQUIRE(mark.owners.size() == 3);
  CHECK(mark.owners[0].uscc->to_string() == "91350100M000100Y43");
  CHECK(mark.owners[2].name == "丙公司");
  CHECK(mark.agent->name == "某事务所");
  CHECK(mark.publication_issue == "1500");

  const auto english = all("Number,Mark,Owner,Classes,Status,Filed\r\n1,Haimen,Acme,\"9;35\",registered,2020/3/4\r\n");
  REQUIRE(english.size() == 1);
  CHECK(trademark(english[0]).scope.size() == 2);
  CHECK(trademark(english[0]).dates.filed == Date::parse("2020-03-04").value());
}

TEST_CASE("Classes are read in the ways that tables write them") {
  const auto [cell, classes] = GENERATE(table<std::string, std::vector<int>>({{"25", {25}},
                                                                              {"第25类", {25}},
                                                                              {"\"25,35\"", {25, 35}},
                                                                              {"35;25", {25, 35}},
                                                                              {"09", {9}},
                                                                              {"第9类、第35类", {9, 35}},
                                                                              {"25 35", {25, 35}},
                                                                              {"25，35", {25, 35}}}));
  const auto records = all(header + "12345678,海门,甲," + cell + ",已注册\n");
  std::vector<int> numbers;
  for (const ClassScope& in_class : trademark(records.at(0)).scope) numbers.push_back(in_class.nice_class.number());
  CHECK(numbers == classes);
}

TEST_CASE("A term gives its two days, however they are joined; its own columns stand above it") {
  const auto [cell, registered, expires] = GENERATE(table<std::string, std::string, std::string>({
      {"2016-06-07至2026-06-06", "2016-06-07", "2026-06-06"},
      {"2016年6月7日 - 2026年6月6日", "2016-06-07", "2026-06-06"},
      {"20160607-20260606", "2016-06-07", "2026-06-06"},
      {"2016/06/07~2026/06/06", "2016-06-07", "2026-06-06"},
      {"2026-06-06", "", "2026-06-06"},
      {"0000-00-00", "", ""},
  }));
  const auto shown = [](const std::optional<Date>& date) { return date ? date->to_string() : std::string{}; };
  const auto records = all("注册号,商标名称,类别,专用权期限\n1,海门,25," + cell + "\n");
  CHECK(shown(trademark(records.at(0)).dates.registered) == registered);
  CHECK(shown(trademark(records.at(0)).dates.expires) == expires);
  const auto own = all("注册号,商标名称,类别,专用权期限,注册日期\n1,海门,25," + cell + ",1996-06-07\n");
  CHECK(shown(trademark(own.at(0)).dates.registered) == "1996-06-07");
}

TEST_CASE("The kind follows from the number and the columns") {
  CHECK(outline(all(header + row("G1234567"))) == "G1234567");
  CHECK(kind_of(all(header + row("G1234567")).at(0).entry.value()) == EntryKind::international);
  CHECK(kind_of(all(header + row("AGI01459")).at(0).entry.value()) == EntryKind::gi);
  const auto table =
      all("产品名称,公告号,公告日期,公告单位,所在地域,保护范围,申请人,专用标志使用企业,质量技术要求\n"
          "海门山羊,国家质检总局2010年第166号公告,2010-12-24,国家质检总局,江苏省海门市,海门市现辖行政区域,"
          "海门市畜牧协会,甲场；乙场,见公告\n");
  REQUIRE(table.size() == 1);
  const auto& indication = std::get<GeographicalIndication>(table[0].entry.value());
  CHECK(indication.number == "国家质检总局2010年第166号公告");
  CHECK(indication.name == "海门山羊");
  CHECK(indication.area.text == "海门市现辖行政区域");
  CHECK(indication.users.size() == 2);
  REQUIRE(indication.registrations.size() == 1);
  CHECK(indication.registrations[0].date == Date::parse("2010-12-24").value());
  CHECK(indication.provenance.raw.size() == 2);  // 公告单位 and 所在地域 have no place of their own
  CHECK(outline(all("种类,注册号,商标名称,类别\n地理标志,X-1,海门山羊,\n商标,2,海门,25\n")) == "X-1 2");
}

TEST_CASE("An indication without a number goes by its name, under a reference of ours") {
  CHECK(outline(all("产品名称,公告号\n海门山羊,\n")) == "local:海门山羊");
}

TEST_CASE("Any of four delimiters, any line break, a byte order mark and blank lines make no difference") {
  const char delimiter = GENERATE(',', ';', '\t', '|');
  const std::string line_break = GENERATE("\n", "\r\n", "\r");
  const std::string mark = GENERATE("", "\xEF\xBB\xBF");
  std::string text = "注册号,商标名称,类别\n1,\"a\n\"\"b\"\",c\",25\n\n2,b,35\n";
  std::string made = mark;
  for (const char c : text) made += c == ',' ? std::string(1, delimiter) : c == '\n' ? line_break : std::string(1, c);
  const auto records = all(made);
  REQUIRE(outline(records) == "1 2");
  CHECK(trademark(records[0]).mark.text == "a" + line_break + "\"b\"" + delimiter + "c");
  CHECK(records[1].row == 2);
  CHECK(records[1].bytes == std::string("2") + delimiter + "b" + delimiter + "35");
}

TEST_CASE("A table without a line break at its end loses nothing") {
  CHECK(outline(all(header + "1,海门,甲,25,已注册")) == "1");
}

TEST_CASE("GB 18030 is recognised by its header, also where a second byte looks like the delimiter") {
  // 注册号|商标名称|类别, then a name whose second byte is 0x7C: 亅 is 81 7C.
  const std::string gb = "\xD7\xA2\xB2\xE1\xBA\xC5|\xC9\xCC\xB1\xEA\xC3\xFB\xB3\xC6|\xC0\xE0\xB1\xF0\n1|\x81\x7C|25\n";
  const auto records = all(gb);
  REQUIRE(records.size() == 1);
  CHECK(trademark(records[0]).mark.text == "亅");
  CHECK(records[0].bytes == "1|\x81\x7C|25");
}

TEST_CASE("One damaged row does not turn the others into another script") {
  const auto records = all(header + row("1") + "2,\xFF\xFE,甲公司,25,已注册\n" + row("3"));
  CHECK(outline(records) == "1 !2 3");
  CHECK(records[1].entry.error().code == ErrorCode::invalid_text);
  CHECK(records[1].entry.error().where.field == "商标名称");
}

TEST_CASE("Bad rows are told by row, column and reason, and the good ones around them are kept") {
  const auto [bad, code, field] = GENERATE(table<std::string, ErrorCode, std::string>({
      {"2,海门,甲公司,99,已注册", ErrorCode::invalid_class, "类别"},
      {"2,海门,甲公司,,已注册", ErrorCode::missing_field, "类别"},
      {"2-x,海门,甲公司,25,已注册", ErrorCode::invalid_identifier, "注册号"},
      {",海门,甲公司,25,已注册", ErrorCode::invalid_identifier, "注册号"},
      {"2,海门,甲公司,25", ErrorCode::malformed, ""},
      {"2,海门,甲公司,25,已注册,", ErrorCode::malformed, ""},
      {"2,海\0门,甲公司,25,已注册"s, ErrorCode::malformed, ""},
      {"2,\"海门\"山,甲公司,25,已注册", ErrorCode::malformed, ""},
      {"2,\"海门,甲公司,25,已注册", ErrorCode::malformed, ""},           // a quote left open
      {"2,\"海门,甲公司,25,已注册\n,\"\",,", ErrorCode::malformed, ""},  // over two lines
  }));
  CAPTURE(bad);
  const auto records = all(header + row("1") + bad + "\n" + row("3") + row("4"));
  REQUIRE(outline(records) == "1 !2 3 4");
  const Error& error = records[1].entry.error();
  CHECK(error.code == code);
  CHECK(error.where.file == "register.csv");
  CHECK(error.where.record == 2);
  CHECK(error.where.field == field);
  CHECK(records[1].bytes == bad);
}

TEST_CASE("The message about a wrong number of columns names both counts") {
  const std::string message = all(header + "1,a\n").at(0).entry.error().message;
  CHECK(message.find("2 columns") != std::string::npos);
  CHECK(message.find("has 5") != std::string::npos);
}

TEST_CASE("An open quote swallows no row behind it, not even to the end of a long file") {
  std::string text = header + "0,\"海门,甲公司,25,已注册\n";
  for (int i = 1; i <= 5000; ++i) text += row(std::to_string(i));
  const auto records = all(text);
  CHECK(records.size() == 5001);
  CHECK(!records[0].entry);
}

TEST_CASE("A field beyond the limit spoils its row only") {
  const auto records = all(header + "1,\"" + std::string(4u << 20, 'x') + "\",甲,25,已注册\n" + row("2"));
  CHECK(outline(records) == "!1 2");
  CHECK(records[0].entry.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("Dates that decide priority must be days; others are kept raw") {
  const std::string columns = "注册号,商标名称,类别,申请日期,有效期至\n";
  const auto records = all(columns + "1,a,25,2024-02-31,\n2,a,25,,2024-02-31\n3,a,25,0000-00-00,00000000\n");
  REQUIRE(outline(records) == "!1 2 3");
  CHECK(records[0].entry.error().code == ErrorCode::invalid_date);
  CHECK(records[0].entry.error().where.field == "申请日期");
  REQUIRE(records[1].warnings.size() == 1);
  CHECK(records[1].warnings[0].where.field == "有效期至");
  CHECK(trademark(records[1]).provenance.raw ==
        std::vector<std::pair<std::string, std::string>>{{"有效期至", "2024-02-31"}});
  CHECK(records[2].warnings.empty());
}

TEST_CASE("Unknown columns and wordings are kept under their headers") {
  const auto records = all("注册号,商标名称,类别,状态,经办人\n1,a,25,怪状态,张某\n2,a,25,,\n");
  CHECK(trademark(records.at(0)).provenance.raw ==
        std::vector<std::pair<std::string, std::string>>{{"经办人", "张某"}, {"状态", "怪状态"}});
  CHECK(trademark(records.at(0)).status == Status::unknown);
  CHECK(records[0].warnings.size() == 1);
  CHECK(trademark(records.at(1)).provenance.raw.empty());
}

TEST_CASE("Neighbouring rows of one number are one record with all their classes") {
  const auto records = all(header + "1,海门,甲公司,35,已注册\n1,海门,甲公司,25,商标无效\n2,海门,甲公司,25,已注册\n");
  REQUIRE(outline(records) == "1 2");
  const Trademark& mark = trademark(records[0]);
  REQUIRE(mark.scope.size() == 2);
  CHECK(mark.scope[0].nice_class.number() == 25);
  CHECK(mark.scope[0].status == Status::invalidated);
  CHECK(!mark.scope[1].status);
  CHECK(mark.status == Status::registered);
  CHECK(records[0].row == 1);
  CHECK(records[0].bytes == "1,海门,甲公司,35,已注册\n1,海门,甲公司,25,商标无效");
  CHECK(records[0].warnings.empty());
}

TEST_CASE("Neighbouring rows that contradict each other are joined with a warning") {
  const auto records = all(header + "1,海门,甲公司,35,已注册\n1,海门,乙公司,25,已注册\n");
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].warnings.size() == 1);
  CHECK(records[0].warnings[0].where.field == "申请人");
  CHECK(records[0].warnings[0].where.record == 2);
}

TEST_CASE("What is no register table is refused at once") {
  const auto [text, code] = GENERATE(table<std::string, ErrorCode>({
      {"", ErrorCode::malformed},
      {"a,b,c\n1,2,3\n", ErrorCode::malformed},
      {"注册号,备注\n1,2\n", ErrorCode::malformed},
      {std::string("\xFF\xFE\xE8\x6C", 4), ErrorCode::unsupported},
  }));
  const auto reader = read_records(text, "x.csv");
  REQUIRE(!reader);
  CHECK(reader.error().code == code);
  CHECK(reader.error().where.file == "x.csv");
}

TEST_CASE("Lines of JSON are recognised by their first character, and bad lines passed over") {
  const std::string good =
      R"({"kind":"trademark","number":"1","mark":"a","owner":"b","classes":[1],"status":"registered"})";
  const auto records = all("\xEF\xBB\xBF" + good + "\r\n\n{\"kind\":\n\xEF\xBB\xBF" + good + "\n" + good);
  CHECK(outline(records) == "1 !3 !4 1");
  CHECK(records[0].bytes == good);
  CHECK(records[1].bytes == "{\"kind\":");
}

TEST_CASE("A line longer than a document may be is refused, and the next one read") {
  DocumentLimits limits;
  limits.dom_bytes = 1000;
  const std::string good =
      R"({"kind":"trademark","number":"1","mark":"a","owner":"b","classes":[1],"status":"registered"})";
  const auto records = all(good + "\n{" + std::string(300'000, ' ') + "}\n" + good + "\n", limits);
  CHECK(outline(records) == "1 !2 1");
  CHECK(records[1].entry.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("A file reads like its bytes, whatever its length against the blocks") {
  const test::TemporaryFolder folder;
  std::string text = header;
  for (int i = 1; i <= 20'000; ++i) text += row(std::to_string(i));
  std::ofstream(folder / "r.csv", std::ios::binary) << text;
  auto reader = open_records(folder / "r.csv");
  REQUIRE(reader);
  std::size_t count = 0;
  for (;; ++count) {
    auto record = (*reader)->next();
    REQUIRE(record);
    if (!*record) break;
    REQUIRE((*record)->entry);
    REQUIRE(number_of(*(*record)->entry) == std::to_string(count + 1));
  }
  CHECK(count == 20'000);
  CHECK((*reader)->bytes_total() == text.size());
}

TEST_CASE("Only regular files are opened") {
  CHECK(open_records("/nowhere/at/all.csv").error().code == ErrorCode::not_found);
  CHECK(open_records("/dev/zero").error().code == ErrorCode::unsupported);
  CHECK(open_records(test::TemporaryFolder().path()).error().code != ErrorCode::internal);
}
