// indicators, goods, bundle, use

#include "cli/workplace.hpp"

using namespace marque::test;

namespace {

/// Made up for this test.
constexpr std::string_view records =
    R"({"kind":"trademark","number":"1000001","mark":"澈羲霜","owner":"甲公司","classes":[25],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2035-06-06","events":[{"event":"well_known","date":"2020-05-05"},{"event":"pledge","date":"2026-02-03","instrument":"合同1","party":{"name":"测试银行"},"amount":"200万元"}]}
{"kind":"trademark","number":"1000002","mark":"澈羲霜","owner":"甲公司","classes":[25],"status":"registered","filed":"2012-03-05","registered":"2013-06-07","expires":"2033-06-06"}
{"kind":"trademark","number":"1000003","mark":"旧标","owner":"乙公司","classes":[25],"status":"cancelled","filed":"2012-03-05"}
{"kind":"international","number":"G1234567","irn":"1234567","mark":"澈羲霜","owner":"甲公司","classes":[25],"status":"registered","registered":"2021-03-05","expires":"2031-03-05"}
{"kind":"gi","number":"local:海门山羊","mark":"海门山羊","owner":"","classes":[31],"status":"registered","years":[{"year":2025,"sales":"3000万元"}]}
)";

constexpr std::string_view plan = "madrid\t25\t40\t2027-12-31\tplan\nwell_known\t\t\t\t\ngi_sales\t-\t15亿元\npledge_sum\nholders_per_10000\nenterprises\t100\t\t\tmade up\n";

std::string value_of(const Ended& rows, const std::string& id) {
  for (const std::string& row : rows.lines()) {
    const Strings fields = fields_of(row);
    if (fields.at(0) == id) return fields.at(1);
  }
  return "no row";
}

}  // namespace

TEST_CASE("a plan's figures come from the records as of a day") {
  const Workplace place;
  place.registry("r", records);
  place.write("plan.tsv", plan);
  const Ended rows = place.marque({"indicators", "r", "--plan", "plan.tsv", "--as-of", "2026-11-22", "--format", "tsv"});
  CHECK(rows.code == 0);
  CHECK(value_of(rows, "madrid") == "1");
  CHECK(value_of(rows, "well_known") == "1");
  CHECK(value_of(rows, "gi_sales") == "30000000");
  CHECK(value_of(rows, "pledge_sum") == "2000000");
  CHECK(value_of(rows, "holders_per_10000") == "100.00");
  const Ended before = place.marque({"indicators", "r", "--plan", "plan.tsv", "--as-of", "2020-05-04", "--format", "tsv"});
  CHECK(value_of(before, "well_known") == "0");
  CHECK(value_of(before, "madrid") == "0");
}

TEST_CASE("a figure that records lack is never printed as a number that is known") {
  const Workplace place;
  place.registry("r", R"({"kind":"gi","number":"local:甲","mark":"澈羲甲","owner":"","classes":[31],"status":"registered"}
{"kind":"gi","number":"local:乙","mark":"澈羲乙","owner":"","classes":[31],"status":"registered"}
{"kind":"trademark","number":"1000001","mark":"澈羲霜","owner":"甲公司","classes":[25],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2035-06-06","events":[{"event":"pledge","date":"2026-02-03","party":{"name":"测试银行"},"amount":"200万元"},{"event":"pledge","date":"2026-02-04","party":{"name":"另一银行"}}]}
)");
  const auto as = [&](const char* format, const char* language) {
    return place.marque({"indicators", "r", "--as-of", "2026-11-22", "--format", format, "--lang", language}).out;
  };
  CHECK_THAT(as("tsv", "en"), Contains("gi_sales\t\tyuan\t\t\t\t\t2\tunknown\n") && Contains("pledge_sum\t2000000\tyuan\t\t\t\t\t1\tat_least\n") &&
                                  Contains("marks\t1\tcount\t\t\t\t\t0\texact\n"));
  CHECK_THAT(as("text", "en"), Contains("unknown (2 records lacking)") && Contains("at least 2,000,000 yuan (1 record lacking)"));
  CHECK_THAT(as("text", "zh"), Contains("不明（2 项缺数据）") && Contains("至少 2,000,000 元（1 项缺数据）"));
  CHECK_THAT(as("json", "en"), Contains(R"("id":"gi_sales","name":"sales under indications, a year","unit":"yuan","bound":"unknown")") &&
                                   Contains(R"("value":"2000000","bound":"at_least")"));
}

TEST_CASE("a figure opens up into its records") {
  const Workplace place;
  place.registry("r", records);
  const Ended rows = place.marque({"indicators", "r", "--drill", "marks", "--as-of", "2026-11-22", "--format", "tsv"});
  REQUIRE(rows.lines().size() == 2);
  CHECK(fields_of(rows.lines()[0]).at(1) == "1000001");
  const Ended json = place.marque({"indicators", "r", "--drill", "pledge_sum", "--as-of", "2026-11-22", "--format", "json"});
  CHECK_THAT(json.out, Contains(R"("number":"1000001")") && Contains(R"("value":"2000000")"));
  CHECK(place.marque({"indicators", "r", "--drill", "nothing"}).code == 2);
}

TEST_CASE("a plan that cannot be read ends in 2 and names its line") {
  const Workplace place;
  place.registry("r", records);
  place.write("plan.tsv", "madrid\t25\tforty\n");
  const Ended ended = place.marque({"indicators", "r", "--plan", "plan.tsv"});
  CHECK(ended.code == 2);
  CHECK_THAT(ended.err, Contains("plan.tsv") && Contains("target"));
}

TEST_CASE("the goods table is the user's, and a check says where it is absent") {
  const Workplace place;
  place.registry("r", R"({"kind":"trademark","number":"1000001","mark":"澈羲霜","owner":"甲公司","classes":[18],"goods":[{"class":18,"name":"丁包"}],"status":"registered","filed":"2014-03-05"}
)");
  place.write("ncl13-2026.txt", "2501 甲组\n甲衫250001，甲裤250002\n注：甲衫与1802丁包类似\n1802 丁组\n丁包180001\n");
  const Strings check = {"check", "r", "澈羲霜", "--class", "25", "--goods", "甲衫", "--as-of", "2026-11-22", "--format", "json", "--lang", "en"};
  const Ended without = place.marque(check);
  CHECK_THAT(without.out, Contains("the goods table") && !Contains("1000001"));
  Strings with = check;
  with.insert(with.end(), {"--goods-table", "ncl13-2026.txt"});
  const Ended found = place.marque(with);
  CHECK(found.code == 1);
  CHECK_THAT(found.out, Contains("1000001") && Contains(R"("relation":"similar")") && !Contains("the goods table 区分表 (none"));
  CHECK(place.marque({"goods", "新式甲衫", "--goods-table", "ncl13-2026.txt"}).code == 1);
  CHECK(place.marque({"goods", "甲衫"}).code == 2);
  place.write("r.goods", "2501 甲组\n甲衫250001\n注：甲衫与1802丁包类似\n1802 丁组\n丁包180001\n");
  CHECK(place.marque(check).code == 1);   // the file beside the register

  place.registry("pair", R"({"kind":"trademark","number":"1000001","mark":"澈羲霜","owner":"甲公司","classes":[18],"goods":[{"class":18,"name":"丁包"}],"status":"registered","filed":"2014-03-05"}
{"kind":"trademark","number":"1000002","mark":"澈羲霜","owner":"甲公司","classes":[25],"goods":[{"class":25,"name":"甲衫"}],"status":"registered","filed":"2014-03-05"}
)");
  const Strings bundle = {"bundle", "pair", "1000001", "--as-of", "2026-11-22"};
  CHECK(place.marque(bundle).code == 0);
  place.write("pair.goods", "2501 甲组\n甲衫250001\n注：甲衫与1802丁包类似\n1802 丁组\n丁包180001\n");
  CHECK(place.marque(bundle).code == 1);
}

TEST_CASE("an outsider's proper use is no finding, and says why") {
  const Workplace place;
  place.registry("r", records);
  const Ended proper = place.marque({"use", "r", "local:海门山羊", "海门山羊", "--class", "31", "--from-area", "yes", "--meets", "yes", "--format", "json"});
  CHECK(proper.code == 0);
  CHECK_THAT(proper.out, Contains(R"("verdict":"proper")") && Contains("CN-REG-2014 Art.4"));
  const Ended barred = place.marque({"use", "r", "local:海门山羊", "海门山羊", "--class", "31", "--from-area", "no", "--format", "json"});
  CHECK(barred.code == 1);
  CHECK_THAT(barred.out, Contains(R"("verdict":"barred","limb":"b")"));
}

TEST_CASE("what must be assigned along is listed") {
  const Workplace place;
  place.registry("r", records);
  const Ended rows = place.marque({"bundle", "r", "1000001", "--as-of", "2026-11-22", "--format", "tsv"});
  CHECK(rows.code == 1);
  REQUIRE(rows.lines().size() == 1);
  CHECK(fields_of(rows.lines()[0]).at(0) == "1000002");
  CHECK_THAT(place.marque({"bundle", "r", "1000001", "--as-of", "2026-11-22", "--format", "text"}).out, EndsWith("\nCN-TML-2019 Art.42(2)\n"));
  CHECK_THAT(place.marque({"bundle", "r", "1000001", "--as-of", "2027-02-01", "--format", "text"}).out,
             EndsWith("\nCN-TML-2026 (CN-TML-2019 Art.42(2))\n"));
}
