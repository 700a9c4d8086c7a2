// deadline, docket, record of divisions and Madrid's events

#include "cli/workplace.hpp"

using namespace marque::test;

TEST_CASE("deadline answers one period in the fixed form for scripts") {
  const Workplace place;
  const auto [arguments, begins, holds] = GENERATE(table<Strings, std::string, std::string>({
      {{"P01", "2026-06-27"}, R"({"end":"2026-09-28","rule":"P01","law":"CN-TML-2019","moved_by":"2026-09-27, Sunday, Mid-Autumn Festival","conservative_end":null,"calendar":"known",)", R"("provision":"CN-TML-2019 Art.33","verified":"V")"},
      {{"opposition", "2026-10-27"}, R"({"end":"2027-01-27","rule":"P01","law":"CN-TML-2019","conservative_end":"2026-12-28","calendar":"unknown",)", R"("caution":"LAW_TRANSITION_UNKNOWN")"},
      {{"P10", "2026-06-06"}, R"({"end":"2026-06-06","rule":"P10","law":"CN-TML-2019","moved_by":"2026-12-06, Sunday","opens":"2025-06-06","grace_end":"2026-12-07","conservative_end":null,"calendar":"known",)", R"("kind":"hard")"},
      {{"P12", "2020-01-01"}, R"({"end":null,"rule":"P12","law":"CN-TML-2019","conservative_end":null,"calendar":"known",)", R"("kind":"window")"},
      {{"absolute", "invalidation", "2020-01-01"}, R"({"end":null,"rule":"P12",)", "at any time"},
      {{"P06b", "2026-03-02"}, R"({"end":"2026-06-02","rule":"P06b",)", "CN-REG-2014 Art.27"},
      {{"P03", "2027-02-01"}, R"({"end":"2027-02-16","rule":"P03","law":"CN-TML-2026",)", R"("verified":"assumed")"},
      {{"M04a", "2025-01-31"}, R"({"end":"2026-07-31","rule":"M04a","law":"Madrid Protocol",)", R"("kind":"effect")"},
  }));
  Strings all = {"deadline", "--format", "json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Ended answered = place.marque(all);
  CHECK(answered.code == 0);
  CHECK_THAT(answered.out, StartsWith(begins) && Contains(holds) && EndsWith("}\n"));
  CHECK(answered.err.empty());
}

TEST_CASE("deadline explains itself in Chinese and English, and lists what it knows") {
  const Workplace place;
  CHECK_THAT(place.marque({"deadline", "P01", "2026-07-06", "--lang", "zh"}).out,
             Contains("2026-10-08") && Contains("星期二、国庆节") && Contains("顺延至2026-10-08") && Contains("已核对法律原文"));
  CHECK_THAT(place.marque({"deadline", "P01", "2026-07-06"}).out, Contains("moves to 2026-10-08") && Contains("optional window"));
  CHECK(place.marque({"deadline", "P02", "2026-02-02", "--format", "tsv"}).out == "P02\t2026-02-02\t\t2026-02-24\t\t\tknown\n");
  const Ended help = place.marque({"deadline", "--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Contains("P06b") && Contains("refusal review 驳回复审") && Contains("2013 to 2026"));
}

TEST_CASE("deadline takes more years of holidays") {
  const Workplace place;
  place.write("2027.tsv", "year\t2027\noff\t2027-01-27\t试\ttrial\n");
  CHECK(place.marque({"deadline", "P01", "2026-10-27", "--holidays", "2027.tsv", "--format", "tsv"}).out ==
        "P01\t2026-10-27\t\t2027-01-28\t\t2026-12-28\tknown\n");
  place.write("2028.json", R"({"year":2028,"days":[{"name":"元旦","date":"2028-01-03","isOffDay":true}]})");
  CHECK(place.marque({"deadline", "P02", "2027-12-19", "--holidays", "2027.tsv", "--holidays", "2028.json", "--format", "tsv"}).out ==
        "P02\t2027-12-19\t\t2028-01-04\t\t\tknown\n");
  place.write("bad.tsv", "off\tnever\tx\tx\n");
  const Ended refused = place.marque({"deadline", "P01", "2026-10-27", "--holidays", "bad.tsv"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("bad.tsv: record 1: day"));
}

TEST_CASE("deadline refuses an unknown period and an impossible day") {
  const Workplace place;
  const auto [kind, date, reason] = GENERATE(table<std::string, std::string, std::string>({
      {"P19", "2026-01-01", "KIND: no period \"P19\""},
      {"wish", "2026-01-01", "marque deadline --help"},
      {"P01", "2026-02-30", "DATE: no such day \"2026-02-30\""},
      {"P01", "soon", "DATE"},
  }));
  const Ended refused = place.marque({"deadline", kind, date});
  CHECK(refused.code == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains(reason));
  CHECK(place.marque({"deadline", "P01"}).code == 2);
}

namespace {

constexpr std::string_view records =
    R"({"kind":"trademark","number":"12345678","mark":"江海潮","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","filed":"2014-03-05","registered":"2016-06-07","expires":"2026-06-06"}
{"kind":"trademark","number":"22345678","mark":"海门;红,绿","owner":"乙公司","classes":[25],"status":"published","filed":"2025-03-05","published":"2026-05-27"}
{"kind":"trademark","number":"32345678","mark":"汀兰","owner":"乙公司","classes":[25,35],"status":"partly_refused","filed":"2025-10-05","goods":[{"class":25,"name":"服装"},{"class":25,"name":"鞋","status":"refused"}],"events":[{"event":"partial_refusal","date":"2026-05-25","classes":[25],"goods":["鞋"]}]}
{"kind":"international","number":"1234567","mark":"JHC","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","registered":"2022-01-20","expires":"2032-01-20","designations":[{"party":"JP","status":"granted"}]}
)";

}  // namespace

TEST_CASE("docket lists everything due in order, for people, scripts and calendars") {
  const Workplace place;
  place.registry("r", records);
  const Ended rows = place.marque({"docket", "r", "--format", "tsv"});
  CHECK(rows.code == 0);
  CHECK(rows.lines() == Strings{"2026-06-06\t12345678\t江海潮\t南通江海潮纺织有限公司\tP10\topen\t2026-06-06\t2026-12-07\t\tCN-TML-2019 Art.40\t",
                                "2026-06-09\t32345678\t汀兰\t乙公司\tP02\topen\t2026-06-09\t\t\tCN-TML-2019 Art.34\tpresumed",
                                "2026-06-09\t32345678\t汀兰\t乙公司\tP17\topen\t2026-06-09\t\t\tCN-REG-2014 Art.22\tpresumed",
                                "2026-08-27\t22345678\t海门;红,绿\t乙公司\tP01\topen\t2026-08-27\t\t\tCN-TML-2019 Art.33\t"});
  CHECK_THAT(place.marque({"docket", "r"}).out, Contains("in 5 days") && Contains("receipt not known"));
  CHECK_THAT(place.marque({"docket", "r", "--lang", "zh"}).out, Contains("余5日") && Contains("驳回复审"));
  CHECK(place.marque({"docket", "r", "--format", "tsv", "--until", "2026-06-06"}).lines().size() == 1);
  CHECK(place.marque({"docket", "r", "--format", "tsv", "--owner", "乙"}).lines().size() == 3);
  CHECK_THAT(place.marque({"docket", "r", "--format", "tsv", "--as-of", "2026-12-08"}).out,   // missed with the end of the grace
             Contains("2026-12-07\t12345678\t江海潮\t南通江海潮纺织有限公司\tP10\toverdue"));
  CHECK_THAT(place.marque({"docket", "r", "--format", "json"}).out, StartsWith(R"({"as_of":"2026-06-01","items":[{"due":"2026-06-06")"));
  const Ended ics = place.marque({"docket", "r", "--format", "ics"});
  CHECK_THAT(ics.out, StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && Contains("UID:trademark-12345678-P10-20260606@docket.marque\r\n") &&
                          Contains("海门\\;红\\,绿") && EndsWith("END:VCALENDAR\r\n"));
  CHECK(place.marque({"docket", "r", "--until", "never"}).code == 2);
}

TEST_CASE("a division leaves two records") {
  const Workplace place;
  place.registry("r", records);
  const Ended divided = place.marque({"record", "r", "32345678", "division", "--date", "2026-06-05"});
  CHECK(divided.code == 0);
  CHECK_THAT(divided.out, Contains("32345678A"));
  CHECK_THAT(place.marque({"show", "r", "32345678A", "--format", "json"}).out, Contains(R"("status":"accepted")") && Contains("服装") && !Contains("鞋\"}") && Contains(R"("divided_from":"32345678")"));
  CHECK_THAT(place.marque({"show", "r", "32345678", "--format", "json"}).out, Contains(R"("status":"refused")") && !Contains("服装"));
  const Ended again = place.marque({"record", "r", "32345678", "division", "--date", "2026-06-05"});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("a refused mark cannot be divided (REG Art.22)"));
}

TEST_CASE("events name goods and designated parties") {
  const Workplace place;
  place.registry("r", records);
  CHECK(place.marque({"record", "r", "1234567", "subsequent_designation", "--date", "2026-03-02", "--designated", "CN,KR"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "1234567"}).out, Contains("CN  pending  2026-03-02  (891)") && Contains("(151)") && Contains("(732)"));
  CHECK_THAT(place.marque({"record", "r", "1234567", "renunciation", "--date", "2026-04-02", "--designated", "FR"}).err, Contains("FR is not designated"));
  CHECK(place.marque({"record", "r", "32345678", "refusal_review", "--date", "2026-06-02"}).code == 0);
  CHECK(place.marque({"record", "r", "32345678", "publication", "--date", "2026-11-06"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "32345678", "--format", "json"}).out, !Contains(R"("name":"鞋","status")"));
}

TEST_CASE("show draws a life: what happened, the day, and what lies ahead") {
  const Workplace place;
  place.registry("r", records);
  const std::string life = place.marque({"show", "r", "12345678"}).out;
  CHECK_THAT(life, Contains("● 2014-03-05  filing") && Contains("● 2016-06-07  registration") && Contains("◆ 2026-06-01") &&
                       Contains("○ 2026-06-06  renewal, grace or extension to 2026-12-07  P10, CN-TML-2019 Art.40"));
  CHECK_THAT(place.marque({"show", "r", "22345678", "--lang", "zh"}).out, Contains("○ 2026-08-27  异议  P01"));
}

TEST_CASE("a check tells of an earlier right's running periods, and a designation of China is an earlier right") {
  const Workplace place;
  place.registry("r", records);
  const Ended renewal = place.marque({"check", "r", "江海潮", "--class", "24", "--format", "json"});
  CHECK(renewal.code == 1);
  CHECK_THAT(renewal.out, Contains(R"("alerts":["Its term ends on 2026-06-06: it is due for renewal, with a grace until 2026-12-07."])"));
  CHECK_THAT(place.marque({"check", "r", "江海潮", "--class", "24", "--lang", "zh"}).out, Contains("期限提醒") && Contains("宽展期至2026-12-07"));
  CHECK_THAT(place.marque({"check", "r", "江海潮", "--class", "24", "--as-of", "2026-12-08", "--format", "json"}).out,
             Contains("It ended within the year: like marks are not approved until 2027-12-08, from 2027-01-01") && Contains("gap_year"));

  CHECK_THAT(place.marque({"check", "r", "JHC", "--class", "24", "--format", "json"}).out, !Contains("1234567\""));
  REQUIRE(place.marque({"record", "r", "1234567", "subsequent_designation", "--date", "2026-03-02", "--designated", "CN"}).code == 0);
  CHECK_THAT(place.marque({"check", "r", "JHC", "--class", "24", "--format", "json"}).out, Contains(R"("kind":"international")") && Contains("1234567\""));
}

namespace {

constexpr std::string_view linked =
    R"({"kind":"trademark","number":"12345678","mark":"JHC","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2035-06-06","goods":[{"class":24,"name":"床单"}]}
{"kind":"international","number":"1234567","mark":"JHC","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","registered":"2022-01-20","expires":"2032-01-20","basic_mark":{"office":"CN","number":"12345678"},"goods":[{"class":24,"name":"床单"}],"designations":[{"party":"CN","status":"granted"},{"party":"JP","status":"granted"}]}
)";

}  // namespace

TEST_CASE("the end of a basic mark reaches the Madrid registration that rests on it, which goes on as a national application") {
  const Workplace place;
  place.registry("r", linked);
  const Ended ended = place.marque({"record", "r", "12345678", "cancellation", "--date", "2026-03-02"});
  CHECK(ended.code == 0);
  CHECK_THAT(ended.out, Contains("12345678 JHC\n") && Contains("1234567 JHC\n") && Contains("status: registered → cancelled"));
  CHECK_THAT(place.marque({"show", "r", "1234567", "--format", "json"}).out,
             Contains(R"("event":"basic_mark_ceased","date":"2026-03-02","instrument":"12345678")") && Contains("ceased_with_basic_mark"));
  CHECK_THAT(place.marque({"docket", "r", "--format", "tsv"}).out, Contains("1234567\tJHC\t南通江海潮纺织有限公司\tM11\topen\t2026-06-02"));

  CHECK(place.marque({"record", "r", "1234567", "transformation", "--date", "2026-06-03", "--instrument", "90000001"}).code == 2);
  CHECK(place.marque({"record", "r", "1234567", "transformation", "--date", "2026-06-01", "--instrument", "12345678"}).code == 2);
  CHECK(place.marque({"record", "r", "1234567", "transformation", "--date", "2026-06-01", "--instrument", "90000001"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "90000001", "--format", "json"}).out,
             Contains(R"("status":"filed","filed":"2022-01-20")") && Contains(R"("transformed_from":"1234567")"));
  CHECK_THAT(place.marque({"docket", "r", "--format", "tsv"}).out, !Contains("M11"));
}

TEST_CASE("a replacement is recorded with both marks") {
  const Workplace place;
  place.registry("r", linked);
  CHECK(place.marque({"record", "r", "1234567", "replacement", "--date", "2024-05-06", "--instrument", "12345678"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "12345678", "--format", "json"}).out, Contains(R"("event":"replacement","date":"2024-05-06","instrument":"1234567")"));
  CHECK_THAT(place.marque({"show", "r", "1234567", "--format", "json"}).out, Contains(R"("event":"replacement","date":"2024-05-06","instrument":"12345678")"));
  CHECK(place.marque({"record", "r", "1234567", "replacement", "--date", "2024-05-06", "--instrument", "87654321"}).code == 2);
}

TEST_CASE("an event recorded by mistake is taken back, and the history keeps both") {
  const Workplace place;
  place.registry("r", linked);
  const std::string before = place.marque({"export", "r"}).out;
  CHECK(place.marque({"undo", "r", "--record", "12345678"}).code == 2);  // it came with an import
  REQUIRE(place.marque({"record", "r", "12345678", "assignment", "--date", "2024-05-06", "--party", "别人"}).code == 0);
  const Ended undone = place.marque({"undo", "r", "--record", "12345678"});
  CHECK(undone.code == 0);
  CHECK_THAT(undone.out, Contains("owner: 别人 → 南通江海潮纺织有限公司"));
  CHECK(place.marque({"export", "r"}).out == before);
  CHECK_THAT(place.marque({"show", "r", "12345678", "--history"}).out, Contains("record assignment") && Contains("undo 12345678 assignment"));
  CHECK(place.marque({"undo", "r", "--record", "12345678"}).code == 2);  // an undoing is no event recorded by hand
  CHECK(place.marque({"undo", "r"}).code == 2);
}

TEST_CASE("the day of receipt counts, and what the law refuses is told in the language asked for") {
  const Workplace place;
  place.registry("r", linked);
  REQUIRE(place.marque({"record", "r", "12345678", "non_use_request", "--date", "2026-05-04", "--received", "2026-05-20"}).code == 0);
  const Ended rows = place.marque({"docket", "r", "--format", "tsv"});
  CHECK_THAT(rows.out, Contains("P14\topen\t2026-07-20") && !Contains("presumed"));
  CHECK_THAT(place.marque({"docket", "r"}).out, !Contains("receipt not known"));
  CHECK_THAT(place.marque({"record", "r", "12345678", "renewal", "--date", "2030-01-01", "--lang", "zh"}).err,
             Contains("最早可办理续展之日为2034-06-06 (Art.40)"));
  CHECK_THAT(place.marque({"record", "r", "12345678", "opposition", "--date", "2030-01-01", "--lang", "zh"}).err,
             Contains("状态为“核准注册”的商标不能发生“异议” (Art.33)"));
}

TEST_CASE("a registration that is attacked or defended has its day, and the five years after it") {
  const Workplace place;
  place.registry("r", linked);
  const Strings check = {"check", "r", "JHD", "--class", "24", "--filed", "2015-01-05", "--format", "json"};
  Strings registered = check;
  registered.insert(registered.end(), {"--registered", "2015-06-07"});
  CHECK_THAT(place.marque(registered).out, Contains(R"("registered":"2015-06-07")") && Contains("the five years from registration ended on 2020-06-08"));
  CHECK_THAT(place.marque(check).out, !Contains("five years from registration ended"));
}

TEST_CASE("an indication passes to another system, and its history tells") {
  const Workplace place;
  place.registry("r", R"({"kind":"gi","number":"local:云溪银鱼","mark":"云溪银鱼","owner":"","classes":[29],"status":"registered","registrations":[{"system":"agricultural","number":"AGI09999","date":"2015-03-02","status":"registered"}]}
)");
  const Strings convert = {"convert", "r", "local:云溪银鱼", "--system", "product", "--registration", "第9999号公告", "--date", "2026-03-02"};
  CHECK(place.marque(convert).code == 0);
  CHECK_THAT(place.marque({"show", "r", "local:云溪银鱼", "--format", "json"}).out,
             Contains(R"("system":"product","number":"第9999号公告")") && Contains(R"("supersedes":"AGI09999")"));
  CHECK_THAT(place.marque({"show", "r", "local:云溪银鱼", "--lang", "zh"}).out, Contains("2026-03-02  转换认定，取代 AGI09999  第9999号公告"));
  const Ended again = place.marque(convert);
  CHECK(again.code == 2);
  CHECK_THAT(place.marque({"convert", "r", "local:云溪银鱼", "--system", "agricultural", "--registration", "AGI09998", "--date", "2026-04-02", "--lang", "zh"}).err,
             Contains("农产品地理标志自2022年3月起停止登记"));
  CHECK(place.marque({"undo", "r", "--record", "local:云溪银鱼"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "local:云溪银鱼", "--format", "json"}).out, !Contains("第9999号公告"));
}
