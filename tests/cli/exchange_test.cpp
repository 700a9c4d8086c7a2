// init, import, export, undo

#include "cli/workplace.hpp"

using namespace marque::test;

namespace {

constexpr std::string_view three_kinds =
    R"({"kind":"trademark","number":"12345678","mark":"江海潮","owner":"南通江海潮纺织有限公司","classes":[24,25],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2025-06-06","goods":[{"class":24,"group":"2406","name":"被子"}],"class_status":[{"class":25,"status":"cancelled"}],"owners":[{"name":"南通江海潮纺织有限公司","country":"CN"}],"events":[{"event":"pledge","date":"2024-05-01","party":{"name":"某银行"},"until":"2025-05-01","amount":"1000000"}],"source":"district","row":7,"raw":[["备用","原文"]]}
{"kind":"international","number":"1234567","mark":"JIANGHAI","owner":"Jianghai Co., Ltd.","classes":[20],"status":"registered","registered":"2018-04-05","irn":"1234567","designations":[{"party":"US","designated":"2018-04-05","status":"granted"}],"source":"district","row":8}
{"kind":"gi","number":"local:云溪银鱼","mark":"云溪银鱼","owner":"云溪县银鱼产业协会","classes":[29],"status":"registered","product":"银鱼","area":{"text":"云溪县","codes":["430603"]},"source":"district","row":9,"generated":true}
)";

/// A table with two good rows, of which the last has a wording no state is known for, and three bad ones.
constexpr std::string_view table_utf8 =
    "\xEF\xBB\xBF注册号,商标名称,申请人,类别,商品,类似群,状态,申请日期\r\n"
    "12345678,江海潮,南通江海潮纺织有限公司,24,被子;床单,2406,已注册,2014-03-05\r\n"
    "12345679,岸芷,某公司,99,服装,2501,已注册,2014-03-05\r\n"
    "12345680,汀兰,\"海门汀兰, 食品厂\",30,糕点,3006,已注册,2014-02-30\r\n"
    "abc,坏号,某公司,25,服装,2501,已注册,2014-03-05\r\n"
    "12345681,德胜,海门德胜红木厂,20,家具,2001,不明,2016/3/5\r\n";

constexpr std::string_view table_gb18030 =
    "\xD7\xA2\xB2\xE1\xBA\xC5,\xC9\xCC\xB1\xEA\xC3\xFB\xB3\xC6,\xC9\xEA\xC7\xEB\xC8\xCB,\xC0\xE0\xB1\xF0,\xC9\xCC\xC6\xB7,"
    "\xC0\xE0\xCB\xC6\xC8\xBA,\xD7\xB4\xCC\xAC,\xC9\xEA\xC7\xEB\xC8\xD5\xC6\xDA\r\n"
    "12345678,\xBD\xAD\xBA\xA3\xB3\xB1,\xC4\xCF\xCD\xA8\xBD\xAD\xBA\xA3\xB3\xB1\xB7\xC4\xD6\xAF\xD3\xD0\xCF\xDE\xB9\xAB\xCB\xBE,24,"
    "\xB1\xBB\xD7\xD3;\xB4\xB2\xB5\xA5,2406,\xD2\xD1\xD7\xA2\xB2\xE1,2014-03-05\r\n"
    "12345679,\xB0\xB6\xDC\xC6,\xC4\xB3\xB9\xAB\xCB\xBE,99,\xB7\xFE\xD7\xB0,2501,\xD2\xD1\xD7\xA2\xB2\xE1,2014-03-05\r\n"
    "12345680,\xCD\xA1\xC0\xBC,\"\xBA\xA3\xC3\xC5\xCD\xA1\xC0\xBC, \xCA\xB3\xC6\xB7\xB3\xA7\",30,\xB8\xE2\xB5\xE3,3006,"
    "\xD2\xD1\xD7\xA2\xB2\xE1,2014-02-30\r\n"
    "abc,\xBB\xB5\xBA\xC5,\xC4\xB3\xB9\xAB\xCB\xBE,25,\xB7\xFE\xD7\xB0,2501,\xD2\xD1\xD7\xA2\xB2\xE1,2014-03-05\r\n"
    "12345681,\xB5\xC2\xCA\xA4,\xBA\xA3\xC3\xC5\xB5\xC2\xCA\xA4\xBA\xEC\xC4\xBE\xB3\xA7,20,\xBC\xD2\xBE\xDF,2001,"
    "\xB2\xBB\xC3\xF7,2016/3/5\r\n";

constexpr std::string_view good_rows =
    R"({"kind":"trademark","number":"12345678","mark":"江海潮","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","filed":"2014-03-05","goods":[{"class":24,"group":"2406","name":"被子"},{"class":24,"group":"2406","name":"床单"}],"source":"table.csv","row":1}
{"kind":"trademark","number":"12345681","mark":"德胜","owner":"海门德胜红木厂","classes":[20],"status":"unknown","filed":"2016-03-05","goods":[{"class":20,"group":"2001","name":"家具"}],"source":"table.csv","row":5,"raw":[["状态","不明"]]}
)";

}  // namespace

TEST_CASE("init makes an empty register once, where there is a folder") {
  const Workplace place;
  CHECK(place.marque({"init", "r"}).code == 0);
  CHECK(place.marque({"export", "r"}).out.empty());
  const Ended again = place.marque({"init", "r"});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("r: this path exists"));
  CHECK(place.marque({"init", "no/such/r"}).code == 2);
}

TEST_CASE("what is imported is exported byte for byte, and read back to the same bytes") {
  const Workplace place;
  place.registry("r", three_kinds);
  const Ended exported = place.marque({"export", "r"});
  CHECK(exported.code == 0);
  CHECK(exported.out == three_kinds);
  CHECK(exported.err.empty());
  place.registry("copy", exported.out);
  CHECK(place.marque({"export", "copy", "--format", "json"}).out == three_kinds);
}

TEST_CASE("a register goes out as a table with the headers of either language and comes back") {
  const Workplace place;
  place.registry("r", three_kinds);
  const auto [language, header] = GENERATE(table<std::string, std::string>({{"zh", "\xEF\xBB\xBF种类,"}, {"en", "\xEF\xBB\xBFkind,number,mark,"}}));
  const Ended exported = place.marque({"export", "r", "--format", "csv", "--lang", language});
  CHECK_THAT(exported.out, StartsWith(header));
  place.write("table.csv", exported.out);
  REQUIRE(place.marque({"init", "copy"}).code == 0);
  const Ended imported = place.marque({"import", "copy", "table.csv"});
  CHECK(imported.code == 0);
  CHECK_THAT(imported.out, Contains("3 read, 3 inserted"));
  CHECK_THAT(place.marque({"export", "copy"}).out, Contains(R"("number":"1234567","mark":"JIANGHAI","owner":"Jianghai Co., Ltd.")"));
}

TEST_CASE("bad rows of a Chinese table are quarantined one by one, and good rows are kept") {
  const Workplace place;
  const auto [encoding, content, bad_row] = GENERATE(table<std::string, std::string_view, std::string_view>({
      {"UTF-8 with a byte order mark", table_utf8, "12345679,岸芷,某公司,99,服装,2501,已注册,2014-03-05"},
      {"GB18030", table_gb18030,
       "12345679,\xB0\xB6\xDC\xC6,\xC4\xB3\xB9\xAB\xCB\xBE,99,\xB7\xFE\xD7\xB0,2501,\xD2\xD1\xD7\xA2\xB2\xE1,2014-03-05"},
  }));
  CAPTURE(encoding);
  place.write("table.csv", content);
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended imported = place.marque({"import", "r", "table.csv"});
  CHECK(imported.code == 3);
  CHECK(imported.out == "table.csv: import 1, 5 read, 2 inserted, 0 updated, 0 unchanged, 3 quarantined, 1 warnings\n");
  CHECK_THAT(imported.err, Contains("table.csv: record 2: 类别: no class 99"));
  CHECK_THAT(imported.err, Contains("table.csv: record 3: 申请日期: no such day \"2014-02-30\""));
  CHECK_THAT(imported.err, Contains("table.csv: record 4: 注册号: not a Chinese trademark number: \"abc\""));
  CHECK_THAT(imported.err, Contains("warning table.csv: record 5: 状态: unknown status \"不明\""));
  CHECK(place.marque({"export", "r"}).out == good_rows);

  const Ended again = place.marque({"import", "r", "table.csv", "--format", "json"});
  CHECK(again.code == 3);
  CHECK_THAT(again.out, StartsWith(R"({"file":"table.csv","import":2,"read":5,"inserted":0,"updated":0,"unchanged":2,"quarantined":3,"warnings":1,)"));
  CHECK_THAT(again.out, Contains(R"({"row":3,"field":"申请日期","code":"invalid_date","reason":"no such day \"2014-02-30\""})"));
  CHECK(place.marque({"export", "r"}).out == good_rows);

  const Ended kept = place.marque({"show", "r", "--quarantine"});
  CHECK(kept.code == 0);
  CHECK_THAT(kept.out, Contains("table.csv: record 2: 类别: no class 99"));
  CHECK_THAT(kept.out, Contains("\n    12345679,岸芷,某公司,99,服装,2501,已注册,2014-03-05\n"));  // for people, whatever the file's encoding
  std::string hex;
  for (const char c : bad_row) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  }
  CHECK_THAT(place.marque({"show", "r", "--quarantine", "--format", "json"}).out, Contains("\"bytes\":\"" + hex + "\""));
}

TEST_CASE("bad lines of JSON are quarantined one by one, with the member that is at fault") {
  const Workplace place;
  place.write("lines.jsonl", R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"某公司","classes":[25],"status":"registered"}
{"kind":"trademark","number":"1000002","mark":"汀兰","owner":"某公司","status":"registered"}
{"kind":"trademark","number":"1000003","mark":"汀兰","owner":"某公司","classes":[25],
{"kind":"trademark","number":"1000004","mark":"蕙若","owner":"某公司","classes":[25],"status":"registered"}
)");
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended imported = place.marque({"import", "r", "lines.jsonl", "--format", "json"});
  CHECK(imported.code == 3);
  CHECK_THAT(imported.out, Contains(R"("inserted":2)") && Contains(R"("quarantined":2)"));
  CHECK_THAT(imported.out, Contains(R"({"row":2,"field":"classes","code":"missing_field")"));
  CHECK_THAT(imported.out, Contains(R"({"row":3,)"));
  CHECK(place.marque({"show", "r", "1000004"}).code == 0);
}

TEST_CASE("an import says in Chinese what it did, and reads a file whose name tells nothing") {
  const Workplace place;
  place.write("table", table_utf8);
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended imported = place.marque({"import", "r", "table", "--from", "csv", "--lang", "zh"});
  CHECK(imported.code == 3);
  CHECK(imported.out == "table: 导入批次1，读取5条，新增2，更新0，未变0，隔离3，提醒1\n");
  CHECK_THAT(imported.err, Contains("隔离 table: 记录 2"));
}

TEST_CASE("a file that is not there ends the import and changes nothing") {
  const Workplace place;
  place.registry("r", three_kinds);
  const Ended imported = place.marque({"import", "r", "absent.csv"});
  CHECK(imported.code == 2);
  CHECK_THAT(imported.err, Contains("absent.csv: No such file"));
  CHECK(place.marque({"export", "r"}).out == three_kinds);
}

TEST_CASE("undo takes an import back, once") {
  const Workplace place;
  place.registry("r", three_kinds);
  place.write("later.jsonl",
              R"({"kind":"trademark","number":"12345678","mark":"江海潮","owner":"另一公司","classes":[24],"status":"registered"}
{"kind":"trademark","number":"1000001","mark":"岸芷","owner":"某公司","classes":[25],"status":"registered"}
)");
  CHECK_THAT(place.marque({"import", "r", "later.jsonl"}).out, Contains("1 inserted, 1 updated"));
  CHECK_THAT(place.marque({"export", "r"}).out, Contains("另一公司"));
  const Ended undone = place.marque({"undo", "r", "2"});
  CHECK(undone.code == 0);
  CHECK(undone.out == "import 2 undone, 2 records\n");
  CHECK(place.marque({"export", "r"}).out == three_kinds);
  CHECK_THAT(place.marque({"show", "r", "--imports"}).lines().at(2), EndsWith("undone"));
  CHECK(place.marque({"undo", "r", "2"}).code == 2);
  CHECK(place.marque({"undo", "r", "99"}).code == 2);
  CHECK(place.marque({"undo", "r", "later"}).code == 2);
}

TEST_CASE("a register goes through a workbook, ST.96 and plain tables") {
  const Workplace place;
  place.registry("r", three_kinds);
  const Ended workbook = place.marque({"export", "r", "--format", "xlsx", "--lang", "zh"});
  REQUIRE(workbook.code == 0);
  place.write("r.xlsx", workbook.out);
  CHECK(place.marque({"init", "copy"}).code == 0);
  CHECK(place.marque({"import", "copy", "r.xlsx"}).code == 0);
  CHECK(place.marque({"export", "copy"}).lines().size() == 3);

  const Ended xml = place.marque({"export", "r", "--format", "st96"});
  CHECK(xml.code == 0);
  CHECK(xml.err.empty());
  place.write("r.xml", xml.out);
  CHECK(place.marque({"init", "second"}).code == 0);
  CHECK(place.marque({"import", "second", "r.xml"}).code == 0);
  CHECK(place.marque({"export", "second"}).out == three_kinds);

  const Ended tables = place.marque({"export", "r", "--format", "sqlite"});
  CHECK(tables.code == 0);
  CHECK_THAT(tables.out, StartsWith("SQLite format 3"));
}

TEST_CASE("a csv for programs has neither byte order mark nor apostrophes") {
  const Workplace place;
  place.registry("r", R"({"kind":"trademark","number":"1","mark":"=1+1","owner":"a","classes":[1],"status":"registered"})");
  CHECK_THAT(place.marque({"export", "r", "--format", "csv"}).out, StartsWith("\xEF\xBB\xBFkind,") && Contains(",'=1+1,"));
  CHECK_THAT(place.marque({"export", "r", "--format", "csv", "--no-bom", "--no-formula-guard"}).out, StartsWith("kind,") && Contains(",=1+1,"));
}

TEST_CASE("a strict import stops at the first bad record, and goes on where it is told to") {
  const Workplace place;
  CHECK(place.marque({"init", "r"}).code == 0);
  place.write("table.csv", table_utf8);
  const Ended strict = place.marque({"import", "r", "table.csv", "--strict"});
  CHECK(strict.code == 3);
  CHECK_THAT(strict.err, Contains("the import stopped: table.csv: record 2") && Contains("quarantined by reason: invalid_class 1"));
  CHECK(place.marque({"export", "r"}).lines().size() == 1);
  CHECK_THAT(place.marque({"show", "r", "--imports"}).lines().at(1), EndsWith("unfinished"));
  const Ended rest = place.marque({"import", "r", "table.csv", "--resume"});
  CHECK(rest.code == 3);
  CHECK_THAT(rest.out, Contains("import 1, 5 read, 1 inserted"));
  CHECK(place.marque({"export", "r"}).lines().size() == 2);
  CHECK_THAT(place.marque({"show", "r", "--imports"}).out, !Contains("unfinished"));
  CHECK_THAT(place.marque({"import", "r", "table.csv", "--resume"}).err, Contains("nothing to go on with"));
}

TEST_CASE("an office's file is recognised, and --from overrides what is recognised") {
  const Workplace place;
  CHECK(place.marque({"init", "r"}).code == 0);
  place.write("a.xml", "<case-file><serial-number>97000001</serial-number><case-file-header><status-code>700</status-code>"
                       "<mark-identification>GOAT</mark-identification></case-file-header><classifications><classification>"
                       "<international-code>025</international-code></classification></classifications></case-file>");
  CHECK(place.marque({"import", "r", "a.xml"}).code == 0);
  CHECK_THAT(place.marque({"export", "r"}).out, Contains(R"("number":"US-97000001","mark":"GOAT")"));
  CHECK(place.marque({"import", "r", "a.xml", "--from", "st96"}).code == 3);
  CHECK(place.marque({"import", "r", "a.xml", "--from", "nothing"}).code == 2);
}


TEST_CASE("what a hostile file holds steers no terminal, in errors, quarantine or changes") {
  const Workplace place;
  CHECK(place.marque({"init", "r"}).code == 0);
  place.write("a.csv", "number,mark,owner,classes,status\n1000001,a,b,99\x1b[2J\tx,registered\n");
  place.write("b.jsonl", R"({"kind":"\u001b[2J","number":"2"})" "\n"
                         R"({"kind":"trademark","number":"1000003","mark":"a\u202eb","owner":"b","classes":[1],"status":"registered"})" "\n");
  const std::vector<Strings> commands{{"import", "r", "a.csv", "b.jsonl"},
                                      {"show", "r", "--quarantine"},
                                      {"record", "r", "1000003", "surrender", "--date", "2020-01-05"},
                                      {"show", "r", "\x1b[2J"},
                                      {"import", "r", "\x1b[2J"}};
  for (const Strings& command : commands) {
    CAPTURE(command);
    const Ended ended = place.marque(command);
    CHECK((ended.out + ended.err).find_first_of("\x1b") == std::string::npos);
    CHECK_THAT(ended.out + ended.err, !Contains("\u202e") && Contains("⟨U+"));
  }
  CHECK(fields_of(place.marque({"show", "r", "--quarantine", "--format", "tsv"}).lines().at(0)).size() == 7);
}

TEST_CASE("bounds on input are listed, and set by name") {
  const Workplace place;
  CHECK(place.marque({"init", "r"}).code == 0);
  const std::string deep = R"({"kind":"trademark","number":"1","mark":"a","owner":"a","classes":[1],"status":"registered","x":)" + std::string(66, '[') + std::string(66, ']') + "}";
  place.write("deep.jsonl", deep);
  const Ended refused = place.marque({"import", "r", "deep.jsonl", "--format", "json"});
  CHECK(refused.code == 3);
  CHECK_THAT(refused.out, Contains(R"("code":"limit_exceeded","limit":"depth")"));
  CHECK(place.marque({"import", "r", "deep.jsonl", "--limit", "depth=70"}).code == 0);
  CHECK_THAT(place.marque({"doctor", "--limits", "--limit", "depth=70"}).out, Contains("depth") && Contains("70") && Contains("256"));
  for (const char* bad : {"depth", "depth=", "depth=x", "depth=257", "patience=3", "depth=-1"}) CHECK(place.marque({"doctor", "--limit", bad}).code == 2);
}

TEST_CASE("a person is given their records, with what is restricted where it is asked for") {
  const Workplace place;
  place.registry("r", R"({"kind":"trademark","number":"1","mark":"甲","owner":"张三","classes":[1],"status":"registered","电话":"13800138000"}
{"kind":"trademark","number":"2","mark":"乙","owner":"某公司","classes":[1],"status":"registered"}
)");
  const Ended plain = place.marque({"export", "r", "--person", "张三"});
  REQUIRE(plain.lines().size() == 1);
  CHECK_THAT(plain.out, Contains("甲") && !Contains("13800138000"));
  CHECK_THAT(place.marque({"export", "r", "--person", "张三", "--restricted"}).out, Contains("13800138000"));
  CHECK(place.marque({"export", "r", "--person", "李四"}).out.empty());
  CHECK(place.marque({"export", "r", "--person", "张三", "--format", "csv", "--no-bom"}).lines().size() == 2);
  CHECK(place.marque({"export", "r", "--person", "张三", "--format", "sqlite"}).code == 2);
}

TEST_CASE("a copy is put in a register's place") {
  const Workplace place;
  place.registry("r", three_kinds);
  CHECK(place.marque({"backup", "r", "copy"}).code == 0);
  CHECK(place.marque({"undo", "r", "1"}).code == 0);
  CHECK(place.marque({"export", "r"}).out.empty());
  const Ended restored = place.marque({"restore", "r", "copy"});
  CHECK(restored.code == 0);
  CHECK_THAT(restored.err, Contains("r.replaced"));
  CHECK(place.marque({"export", "r"}).out == three_kinds);
  CHECK(place.marque({"restore", "r", "nothing"}).code == 2);
  CHECK(place.marque({"verify", "r"}).code == 0);
}

TEST_CASE("errors are told in Chinese where that is the language") {
  const Workplace place;
  CHECK_THAT(place.marque({"export", "nothing", "--lang", "zh"}).err, Contains("登记库无法打开"));
  CHECK(place.marque({"init", "r"}).code == 0);
  place.write("table.csv", table_utf8);
  CHECK_THAT(place.marque({"import", "r", "table.csv", "--lang", "zh"}).err, Contains("记录 2") && Contains("没有第 99 类"));
}

TEST_CASE("a list of divisions is held against the one that marque carries") {
  const Workplace place;
  place.write("list.csv", "代码,名称,启用时间,变更/弃用时间,新代码\n320614,海门区,2020,,\n320684,海门市,1994,2020,320614\n320699,新设区,2026,,\n320614,别名区,2020,,\nx,y,,,\n");
  const Ended ended = place.marque({"divisions", "list.csv", "--format", "tsv"});
  CHECK(ended.code == 3);
  CHECK(ended.out == "320699\t新设区\t2026\t\tnot carried\n320614\t别名区\t2020\t\tcarried as 海门区\n");
  CHECK_THAT(ended.err, Contains("list.csv: record 5: code:") && Contains("4 divisions read, 2 other than carried, 0 below the county, 1 rows not read"));
  CHECK(place.marque({"divisions", "absent.csv"}).code == 2);
}
