// add, record, show

#include "cli/workplace.hpp"

#include <tuple>

using namespace marque::test;

namespace {

constexpr std::string_view one_mark =
    R"({"kind":"trademark","number":"12345678","mark":"江海潮","owner":"南通江海潮纺织有限公司","classes":[24],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2025-06-06","source":"district","row":7}
)";

/// The command ends in 2 with its reason, and the register holds what it held.
void check_refused(const Workplace& place, const std::string& command, const Strings& arguments, const std::string& reason) {
  CAPTURE(command, arguments);
  Strings all = {command, "r"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Ended refused = place.marque(all);
  CHECK(refused.code == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains(reason));
  CHECK(place.marque({"export", "r"}).out == one_mark);
}

}  // namespace

TEST_CASE("a record is added by its options") {
  const Workplace place;
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended added = place.marque({"add", "r", "--number", "1000001", "--mark", "岸\"芷\", 汀兰", "--owner", "某公司", "--class", "25,24",
                                    "--group", "2501", "--goods", "服装", "--filed", "2020-01-02"});
  CHECK(added.code == 0);
  CHECK_THAT(added.out, Contains("1 inserted"));
  const std::string shown = place.marque({"show", "r", "1000001", "--format", "json"}).out;
  CHECK_THAT(shown, StartsWith(R"({"kind":"trademark","number":"1000001","mark":"岸\"芷\", 汀兰","owner":"某公司","classes":[24,25],"status":"registered","filed":"2020-01-02",)"));
  CHECK_THAT(shown, Contains(R"({"class":25,"group":"2501","name":"服装"})"));
}

TEST_CASE("an indication is added by its options, with its area") {
  const Workplace place;
  REQUIRE(place.marque({"init", "r"}).code == 0);
  CHECK(place.marque({"add", "r", "--kind", "gi", "--number", "local:云溪银鱼", "--mark", "云溪银鱼", "--class", "29", "--area", "云溪区"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "local:云溪银鱼", "--format", "json"}).out, Contains(R"("area":{"text":"云溪区")"));
}

TEST_CASE("a record is added as one line of JSON") {
  const Workplace place;
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended added = place.marque({"add", "r", "--format", "json", "--json", std::string(one_mark)});
  CHECK(added.code == 0);
  CHECK_THAT(added.out, Contains(R"("inserted":1)"));
  CHECK(place.marque({"export", "r"}).out == one_mark);
}

TEST_CASE("a record that cannot be added is refused and leaves the register as it was") {
  const Workplace place;
  place.registry("r", one_mark);
  const std::vector<std::tuple<Strings, std::string>> cases = {
      {{"--number", "12345678", "--mark", "汀兰", "--owner", "某公司", "--class", "30"}, "there is a record with number \"12345678\" already"},
      {{"--json", std::string(one_mark)}, "there is a record with number \"12345678\" already"},
      {{"--number", "1000002", "--mark", "汀兰", "--class", "99"}, "no class 99"},
      {{"--number", "1000002", "--mark", "汀兰", "--class", "30", "--filed", "2020-02-30"}, "no such day \"2020-02-30\""},
      {{"--number", "x", "--mark", "汀兰", "--class", "30"}, "not a Chinese trademark number"},
      {{"--json", R"({"kind":"trademark"})"}, "number"},
      {{"--json", "not JSON"}, "malformed"},
      {Strings{}, "number"},
  };
  for (const auto& [arguments, reason] : cases) check_refused(place, "add", arguments, reason);
}

TEST_CASE("a renewal, an assignment and a pledge are recorded as events") {
  const Workplace place;
  place.registry("r", one_mark);
  const auto [arguments, said, kept] = GENERATE(table<Strings, std::string, std::string>({
      {{"renewal", "--date", "2025-05-01"}, "expires: 2025-06-06 → 2035-06-06", R"("expires":"2035-06-06")"},
      {{"续展", "--date", "2025-05-01"}, "expires: 2025-06-06 → 2035-06-06", R"({"event":"renewal","date":"2025-05-01"})"},
      {{"assignment", "--date", "2025-05-02", "--party", "海门新业有限公司", "--instrument", "第1900期"},
       "owner: 南通江海潮纺织有限公司 → 海门新业有限公司",
       R"({"event":"assignment","date":"2025-05-02","instrument":"第1900期","party":{"name":"海门新业有限公司"}})"},
      {{"pledge", "--date", "2024-05-01", "--party", "某银行", "--until", "2025-05-01", "--amount", "1000000"},
       "2024-05-01 pledge, 某银行, until 2025-05-01, CNY 1000000",
       R"({"event":"pledge","date":"2024-05-01","party":{"name":"某银行"},"until":"2025-05-01","amount":"1000000"})"},
  }));
  Strings all = {"record", "r", "12345678"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Ended recorded = place.marque(all);
  CHECK(recorded.code == 0);
  CHECK_THAT(recorded.out, StartsWith("12345678 江海潮\n") && Contains(said));
  CHECK_THAT(place.marque({"show", "r", "12345678", "--format", "json"}).out, Contains(kept));
}

TEST_CASE("an event that the law or the form does not admit changes nothing") {
  const Workplace place;
  place.registry("r", one_mark);
  const std::vector<std::tuple<Strings, std::string>> cases = {
      {{"12345678", "renewal", "--date", "2023-05-01"}, "before 2024-06-06 (Art.40)"},
      {{"12345678", "opposition", "--date", "2025-05-01", "--party", "某公司"}, "(Art."},
      {{"12345678", "opposition_rejected", "--date", "2025-05-01"}, "(Art.35(2))"},
      {{"12345678", "assignment", "--date", "2025-05-02"}, "the other party's name"},
      {{"12345678", "renewal", "--date", "2025-06-31"}, "no such day \"2025-06-31\""},
      {{"12345678", "wishes", "--date", "2025-05-01"}, "unknown event \"wishes\""},
      {{"12345678", "renewal", "--date", "2025-05-01", "--class", "99"}, "no class 99"},
      {{"87654321", "renewal", "--date", "2025-05-01"}, "no record with number \"87654321\""},
      {{"12345678", "renewal"}, "--date is required"},
  };
  for (const auto& [arguments, reason] : cases) check_refused(place, "record", arguments, reason);
}

TEST_CASE("show gives a record in either language, as JSON, and with its history") {
  const Workplace place;
  place.registry("r", one_mark);
  REQUIRE(place.marque({"record", "r", "12345678", "renewal", "--date", "2025-05-01"}).code == 0);
  CHECK_THAT(place.marque({"show", "r", "12345678"}).out, Contains("Owners") && Contains("2025-05-01  renewal") && !Contains("import"));
  CHECK_THAT(place.marque({"show", "r", "１２３４５６７８", "--lang", "zh"}).out, Contains("权利人") && Contains("续展"));
  CHECK_THAT(place.marque({"show", "r", "12345678", "--format", "json"}).out, StartsWith(R"({"kind":"trademark","number":"12345678")"));
  const std::string history = place.marque({"show", "r", "12345678", "--history"}).out;
  CHECK_THAT(history, Contains("import r.jsonl") && Contains("record renewal  (clerk)") && Contains("    expires: 2025-06-06 → 2035-06-06"));
  const Ended absent = place.marque({"show", "r", "87654321"});
  CHECK(absent.code == 2);
  CHECK_THAT(absent.err, Contains("no record with number \"87654321\""));
}

TEST_CASE("show lists the imports") {
  const Workplace place;
  place.registry("r", one_mark);
  const Strings rows = place.marque({"show", "r", "--imports"}).lines();
  REQUIRE(rows.size() == 2);
  CHECK_THAT(rows[0], StartsWith("import") && Contains("stored") && Contains("quarantined"));
  CHECK_THAT(rows[1], StartsWith("1 ") && Contains("r.jsonl"));
}
