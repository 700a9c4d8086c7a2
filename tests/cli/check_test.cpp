// check

#include "cli/workplace.hpp"

#include <tuple>

using namespace marque::test;

namespace {

constexpr std::string_view haimen_goat =
    R"({"kind":"gi","number":"local:海门山羊","mark":"海门山羊","owner":"","classes":[31],"status":"registered","other_names":[{"text":"Haimen Shanyang","kind":"transliteration"}],"product":"山羊","area":{"text":"海门市","codes":["320684"]}}
)";

/// The same with a holder made up for this test.
constexpr std::string_view held_goat =
    R"({"kind":"gi","number":"local:海门山羊","mark":"海门山羊","owner":"海门山羊产业协会（虚构）","classes":[31],"status":"registered","generated":true}
)";

/// An indication nobody named to the program, with the six members that a record cannot do without.
constexpr std::string_view silver_fish =
    R"({"kind":"gi","number":"local:云溪银鱼","mark":"云溪银鱼","owner":"云溪县银鱼产业协会（虚构）","classes":[29],"status":"registered"}
)";

/// One mark in force that is near to what is filed, one that is dead, one of the applicant's own.
constexpr std::string_view three_marks =
    R"({"kind":"trademark","number":"1000001","mark":"澈羲霜","owner":"甲公司","classes":[25],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2035-06-06"}
{"kind":"trademark","number":"1000002","mark":"澈羲霜","owner":"乙公司","classes":[25],"status":"invalidated","filed":"2012-03-05"}
{"kind":"trademark","number":"1000003","mark":"澈羲霜","owner":"丙公司","classes":[25],"status":"registered","filed":"2025-03-05","registered":"2025-12-07","expires":"2035-12-06"}
)";

constexpr std::string_view goat_entry = R"("entry":{"number":"local:海门山羊","kind":"gi","mark":"海门山羊")";
constexpr std::string_view misleading = R"j("code":"gi_misleading","provision":"CN-TML-2019 Art.16(1)")j";
constexpr std::string_view deceptive = R"j("code":"deceptive_origin","provision":"CN-TML-2019 Art.10(1)(7)")j";
constexpr std::string_view place_name = R"j("code":"place_name","provision":"CN-TML-2019 Art.10(2)")j";

Ended checked(const Workplace& place, const std::string& name, Strings more = {}) {
  Strings all = {"check", "r", name, "--format", "json"};
  all.insert(all.end(), more.begin(), more.end());
  return place.marque(all);
}

Ended tsv(const Workplace& place, const std::string& name, Strings more) {
  Strings all = {"check", "r", name, "--format", "tsv"};
  all.insert(all.end(), more.begin(), more.end());
  return place.marque(all);
}

Strings numbers_in(const Ended& rows) {
  Strings numbers;
  for (const std::string& row : rows.lines()) numbers.push_back(fields_of(row).at(3));
  return numbers;
}

}  // namespace

TEST_CASE("an outsider's filing of an indication's name in its class is refused for three reasons") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const std::vector<std::string> cases = {"海门山羊", "海門山羊", "海 门 山 羊"};
  for (const auto& name : cases) {
    CAPTURE(name);
    const Ended found = checked(place, name, {"--class", "31", "--applicant", "外地某公司"});
    CHECK(found.code == 1);
    CHECK(found.err.empty());
    CHECK_THAT(found.out, StartsWith("{\"findings\":[{" + std::string(goat_entry)));
    CHECK_THAT(found.out, Contains(R"("risk":"high","overall":1.00,"verdict":"identical")"));
    for (const auto ground : {misleading, deceptive, place_name}) CHECK_THAT(found.out, Contains(std::string(ground)));
  }
}

TEST_CASE("the name in pinyin or with a character that sounds the same is found, and the reason is told") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const std::vector<std::tuple<std::string, std::string>> cases = {
      {"HAIMEN SHANYANG", "contains the Latin form of the name “Haimen Shanyang”"},
      {"海们山羊", "sounds the same as the name of the indication “海门山羊”"},
  };
  for (const auto& [name, reason] : cases) {
    CAPTURE(name);
    const Ended found = checked(place, name, {"--class", "31"});
    CHECK(found.code == 1);
    CHECK_THAT(found.out, Contains(std::string(goat_entry)) && Contains(std::string(misleading)) && Contains(reason));
  }
}

TEST_CASE("characters shared by chance with an indication's name are no finding of it") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const std::vector<std::string> cases = {"江海门户", "上海门窗", "珂瑟维澜"};
  for (const auto& name : cases) {
    CAPTURE(name);
    const Ended found = checked(place, name, {"--class", "31"});
    CHECK_THAT(found.out, !Contains("gi_misleading") && !Contains("local:海门山羊"));
  }
}

TEST_CASE("a coined mark is in nobody's way") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const Ended found = checked(place, "珂瑟维澜", {"--class", "31"});
  CHECK(found.code == 0);
  CHECK_THAT(found.out, StartsWith(R"({"findings":[],"searched":{"entries":1,)"));
  CHECK_THAT(found.out, Contains(R"("as_of":"2026-06-01")") && Contains(R"("risk":"none")"));
}

TEST_CASE("the filing date decides the law, whatever the clock says") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"2026-12-31", "2026-12-31", R"j("provision":"CN-TML-2019 Art.16(1)")j"},
      {"2026-12-31", "2027-03-01", R"j("provision":"CN-TML-2019 Art.16(1)")j"},
      {"2027-01-01", "2027-03-01", R"j("provision":"CN-TML-2026 (CN-TML-2019 Art.16(1))")j"},
      {"", "2027-01-01", R"j("provision":"CN-TML-2026 (CN-TML-2019 Art.16(1))")j"},
      {"", "2026-12-31", R"j("provision":"CN-TML-2019 Art.16(1)")j"},
  };
  for (const auto& [filed, clock, provision] : cases) {
    CAPTURE(filed, clock);
    Strings options = {"--class", "31", "--as-of", clock};
    if (!filed.empty()) options.insert(options.end(), {"--filed", filed});
    CHECK_THAT(checked(place, "海门山羊", options).out, Contains(provision));
  }
}

TEST_CASE("the indication's own holder may file its name, as a mark of any kind") {
  const Workplace place;
  place.registry("r", held_goat);
  const auto kind = GENERATE(values<std::string>({"ordinary", "collective", "certification"}));
  const Strings options = {"--class", "31", "--kind", kind, "--applicant", "海门山羊产业协会（虚构）"};
  const Ended own = checked(place, "海门山羊", options);
  CHECK(own.code == 0);
  CHECK_THAT(own.out, StartsWith(R"({"findings":[],)"));
  CHECK(checked(place, "海门山羊", {"--class", "31", "--kind", kind, "--applicant", "另一协会（虚构）"}).code == 1);
}

TEST_CASE("an indication nobody named is protected by its record alone") {
  const Workplace place;
  place.registry("r", silver_fish);
  const std::vector<std::string> cases = {"云溪银鱼", "雲溪銀魚", "YUNXI YINYU", "云溪银渔", "云奚银鱼", "云傒银鱼"};
  for (const auto& name : cases) {
    CAPTURE(name);
    const Ended found = checked(place, name, {"--class", "29"});
    CHECK(found.code == 1);
    CHECK_THAT(found.out, Contains(R"("entry":{"number":"local:云溪银鱼")") && Contains(std::string(misleading)));
  }
}

TEST_CASE("only earlier marks of others that are alive stand in the way, in the goods that matter") {
  const Workplace place;
  place.registry("r", three_marks);
  const std::vector<std::tuple<Strings, Strings>> cases = {
      {{"--class", "25"}, {"1000001", "1000003"}},
      {{"--class", "25", "--filed", "2024-01-02"}, {"1000001"}},
      {{"--class", "25", "--applicant", "甲公司"}, {"1000003"}},
      {{"--class", "25", "--goods", "服装", "--group", "2501"}, {"1000001", "1000003"}},
      {{"--class", "25", "--filed", "2013-01-02"}, Strings{}},
  };
  for (const auto& [options, numbers] : cases) {
    CAPTURE(options);
    const Ended found = tsv(place, "澈羲霜", options);
    CHECK(numbers_in(found) == numbers);
    CHECK(found.code == (numbers.empty() ? 0 : 1));
  }
}

TEST_CASE("a row of a check names the mark, the risk, the right, the score, the verdict and the articles") {
  const Workplace place;
  place.registry("r", three_marks);
  CHECK(tsv(place, "澈羲霜", {"--class", "25", "--applicant", "丙公司"}).out ==
        "澈羲霜\tmedium\ttrademark\t1000001\t澈羲霜\t甲公司\t1.0000\tidentical\tCN-TML-2019 Art.30\n");
}

TEST_CASE("--min-risk decides what is listed") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const std::vector<std::tuple<std::string, int>> cases = {{"low", 1}, {"medium", 0}, {"high", 0}};
  for (const auto& [risk, code] : cases) {
    CHECK(checked(place, "上海门窗", {"--class", "31", "--min-risk", risk}).code == code);
    CHECK(checked(place, "海门山羊", {"--class", "31", "--min-risk", risk}).code == 1);
  }
}

TEST_CASE("--explain says why a record is or is not found") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const Ended found = place.marque({"check", "r", "海们山羊", "--class", "31", "--explain", "local:海门山羊"});
  CHECK(found.code == 1);
  CHECK_THAT(found.out, StartsWith("[high] 海门山羊") && Contains("sounds the same"));
  const Ended not_found = checked(place, "珂瑟维澜", {"--class", "31", "--explain", "local:海门山羊"});
  CHECK(not_found.code == 0);
  CHECK_THAT(not_found.out, Contains(R"("grounds":[])") && Contains(R"("reason":"The mark does not recall the indication.")"));
  CHECK_THAT(place.marque({"check", "r", "珂瑟维澜", "--explain", "local:海门山羊", "--lang", "zh"}).out, Contains("不构成理由"));
  const Ended absent = checked(place, "珂瑟维澜", {"--explain", "87654321"});
  CHECK(absent.code == 2);
  CHECK_THAT(absent.err, Contains("no record with number \"87654321\""));
}

TEST_CASE("a report reads in either language and as a page of its own") {
  const Workplace place;
  place.registry("r", haimen_goat);
  CHECK_THAT(place.marque({"check", "r", "海门山羊", "--class", "31"}).out, StartsWith("Clearance report") && Contains("What was not searched"));
  CHECK_THAT(place.marque({"check", "r", "海门山羊", "--class", "31", "--lang", "zh"}).out, Contains("法律理由") || Contains("查询结果"));
  const Ended page = place.marque({"check", "r", "海门山羊", "--class", "31", "--format", "html", "--lang", "zh"});
  CHECK(page.code == 1);
  CHECK_THAT(page.out, StartsWith("<!") && Contains("<html lang=\"zh") && Contains("海门山羊") && !Contains("<script src") && !Contains("http://") && !Contains("https://"));
}

TEST_CASE("a report comes as a table for spreadsheets") {
  const Workplace place;
  place.registry("r", haimen_goat);
  const Ended table = place.marque({"check", "r", "海门山羊", "--class", "31", "--format", "csv", "--lang", "zh"});
  CHECK(table.code == 1);
  CHECK_THAT(table.out, StartsWith("\xEF\xBB\xBF申请商标,风险,") && Contains("\r\n海门山羊,"));
  const Ended book = place.marque({"check", "r", "海门山羊", "--class", "31", "--format", "xlsx"});
  CHECK(book.code == 1);
  CHECK_THAT(book.out, StartsWith("PK"));
}

TEST_CASE("a batch is answered in the order of its lines, each with its own classes") {
  const Workplace place;
  place.registry("r", haimen_goat);
  place.write("names", "珂瑟维澜\n海門山羊\n海们山羊\t31,29\n海门山羊\r\n");
  const Ended rows = place.marque({"check", "r", "--batch", "names", "--class", "31", "--format", "tsv", "--min-risk", "high"});
  CHECK(rows.code == 1);
  Strings names;
  for (const std::string& row : rows.lines()) names.push_back(fields_of(row).front());
  CHECK(names == Strings{"海門山羊", "海们山羊", "海门山羊"});

  const Strings reports = place.marque({"check", "r", "--batch", "names", "--class", "31", "--format", "json"}).lines();
  REQUIRE(reports.size() == 4);
  CHECK_THAT(reports[0], StartsWith(R"({"findings":[],)"));
  CHECK_THAT(reports[2], Contains(R"("application":{"mark":"海们山羊","classes":[29,31])"));
  CHECK(reports[1] == lines_of(checked(place, "海門山羊", {"--class", "31"}).out).at(0));
  CHECK_THAT(place.marque({"check", "r", "--batch", "names", "--class", "31"}).out, StartsWith("珂瑟维澜\n  nothing found\n海門山羊\n  high  "));
}

TEST_CASE("a batch comes from stdin, and coined names alone end in 0") {
  const Workplace place;
  place.registry("r", haimen_goat);
  CHECK(place.marque({"check", "r", "--batch", "-", "--class", "31", "--format", "tsv"}, "珂瑟维澜\n澈羲霜\n").code == 0);
  CHECK(place.marque({"check", "r", "--batch", "-", "--class", "31", "--format", "tsv"}, "").code == 0);
}

TEST_CASE("a line of a batch that cannot be checked is named, leaves its place, and is never taken for clear") {
  const Workplace place;
  place.registry("r", haimen_goat);
  place.write("names", "珂瑟维澜\n\xFF\n澈羲霜\t99\n");
  const Ended ended = place.marque({"check", "r", "--batch", "names", "--class", "31", "--format", "json"});
  CHECK(ended.code == 3);
  REQUIRE(ended.lines().size() == 3);
  CHECK(ended.lines()[1] == "null");
  CHECK(ended.lines()[2] == "null");
  CHECK_THAT(ended.err, Contains("names: record 2: ") && Contains("names: record 3: no class 99"));
}

TEST_CASE("what is wrong with a check is said before anything is checked") {
  const Workplace place;
  place.registry("r", haimen_goat);
  place.write("names", "珂瑟维澜\n");
  const std::vector<std::tuple<Strings, std::string>> cases = {
      {{"--class", "99"}, "no class 99"},
      {{"--group", "9901"}, "9901"},
      {{"--filed", "2026-02-30"}, "no such day \"2026-02-30\""},
      {{"--as-of", "yesterday"}, "--as-of: not a date: \"yesterday\""},
      {{"--min-risk", "dire"}, "--min-risk is low, medium or high"},
      {{"--kind", "sound"}, "unknown kind of mark \"sound\""},
      {{"--applicant-uscc", "123"}, "123"},
      {{"--logo", "absent.png"}, "absent.png: No such file"},
      {{"--format", "ics"}, "no format \"ics\" here"},
      {{"--threads", "0"}, "--threads"},
  };
  for (const auto& [options, reason] : cases) {
    CAPTURE(options);
    for (Strings all : {Strings{"check", "r", "珂瑟维澜"}, Strings{"check", "r", "--batch", "names"}}) {
      all.insert(all.end(), options.begin(), options.end());
      const Ended refused = place.marque(all);
      CHECK(refused.code == 2);
      CHECK(refused.out.empty());
      CHECK_THAT(refused.err, Contains(reason));
    }
  }
}

TEST_CASE("a check asks for a name, and for the class of goods") {
  const Workplace place;
  place.registry("r", haimen_goat);
  CHECK_THAT(place.marque({"check", "r"}).err, Contains("NAME, --logo or --batch is required"));
  CHECK(place.marque({"check", "r"}).code == 2);
  const Ended refused = place.marque({"check", "r", "珂瑟维澜", "--class", "24,25", "--goods", "服装"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("--goods 25:服装"));
  CHECK(place.marque({"check", "r", "珂瑟维澜", "--class", "24,25", "--goods", "25:服装"}).code == 0);
}

TEST_CASE("a name that cannot be compared is told to be so; a blank one, or one beside a batch, is a wrong usage") {
  const Workplace place;
  place.registry("r", three_marks);
  place.write("names", "澈羲霜\n");
  CHECK_THAT(checked(place, "❤").out, Contains("words (“❤” holds no characters, letters or digits that could be compared)"));
  CHECK(checked(place, " \t").code == 2);
  CHECK(checked(place, "海门", {"--batch", "names"}).code == 2);
}

TEST_CASE("what is wrong with an option names the option, and with a picture its file") {
  const Workplace place;
  place.registry("r", three_marks);
  place.write("logo.png", "no picture");
  CHECK_THAT(checked(place, "海门", {"--filed", "2026-02-30"}).err, Contains("--filed: no such day"));
  CHECK_THAT(checked(place, "海门", {"--logo", "logo.png"}).err, Contains("logo.png: neither PNG nor JPEG"));
}
