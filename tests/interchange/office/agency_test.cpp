#include <catch2/catch.hpp>

#include "interchange/office/reading.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const std::string goat =
    R"({"regNo":"12345678","intCls":29,"tmName":"海门山羊","applicantCn":"甲公司","appDate":"2015-01-02","currentStatus":"商标已注册",)"
    R"("announcementIssue":"1500","announcementDate":"2016-03-06","regIssue":"1512","regDate":"2016-06-07","agent":"某所","extra":{"a":[1,2]}})";
const std::string sheep = R"({"tmName":"绵羊","regNo":"12345679","intCls":"31","applicantCn":"乙公司","currentStatus":"申请中"})";

std::string numbers(const std::vector<ReadRecord>& records) {
  std::string text;
  for (const ReadRecord& record : records)
    text += (text.empty() ? "" : " ") + (record.entry ? number_of(*record.entry) : "!" + std::string(name_of(record.entry.error().code)));
  return text;
}

}  // namespace

TEST_CASE("An agency's objects are read by their names, however they are wrapped") {
  const std::string wrapped = GENERATE_COPY(goat + "\n" + sheep + "\n", "[" + goat + "," + sheep + "]", "\xEF\xBB\xBF [ " + goat + " ,\n" + sheep + " ]",
                                            R"({"code":0,"msg":"ok {[","data":{"total":2,"rows":[)" + goat + "," + sheep + "]}}",
                                            R"({"rows":[)" + goat + "]}\n" + R"({"rows":[)" + sheep + "]}");
  CAPTURE(wrapped);
  const auto records = records_of(wrapped);
  CHECK(numbers(records) == "12345678 12345679");
}

TEST_CASE("An agency's record has every field it names, and keeps what has no place") {
  const auto records = records_of("[" + goat + "]");
  REQUIRE(records.size() == 1);
  REQUIRE(records.front().entry);
  const auto& mark = std::get<Trademark>(*records.front().entry);
  CHECK(records.front().bytes == goat);
  CHECK(mark.mark.text == "海门山羊");
  CHECK(mark.dates.filed == Date::parse("2015-01-02").value());
  CHECK(mark.dates.published == Date::parse("2016-03-06").value());
  CHECK(mark.publication_issue == "1500");
  CHECK(mark.registration_issue == "1512");
  CHECK(mark.status == Status::registered);
  CHECK(mark.provenance.raw == std::vector<std::pair<std::string, std::string>>{{"extra", R"({"a":[1,2]})"}});
}

TEST_CASE("An office's interface for European marks is read") {
  const auto records = records_of(
      R"([{"applicationNumber":"12345678","tradeMarkStatus":"Registered","niceClass":["25","35"],"applicantName":["Made-up GmbH"],)"
      R"("tmName":"ZIEGE","applicationDate":"2014-02-03T12:00:00.000Z","registrationDate":"2015-02-03T12:00:00.000Z"}])");
  REQUIRE(numbers(records) == "12345678");
  const auto& mark = std::get<Trademark>(*records.front().entry);
  CHECK(mark.scope.size() == 2);
  CHECK(mark.owners.front().name == "Made-up GmbH");
  CHECK(mark.dates.filed == Date::parse("2014-02-03").value());
}

TEST_CASE("A bad object is one bad record, and a text that is no JSON around them ends the source") {
  CHECK(numbers(records_of("[" + goat + R"(,{"a":1},{"regNo":"x","tmName":"b"},)" + sheep + "]")) ==
        "12345678 !missing_field !missing_field 12345679");
  CHECK(numbers(records_of("[" + goat + R"(,{"regNo":tru},)" + sheep + "]")) == "12345678 !malformed 12345679");
  CHECK(numbers(records_of("[" + goat)) == "12345678 !malformed");
  CHECK(numbers(records_of("[" + goat + "}")) == "12345678 !malformed");
  CHECK(numbers(records_of("[" + goat + "] tail")) == "12345678 !malformed");
  CHECK(numbers(records_of("[{\"a\":\"", RecordFormat::agency_json)) == "!malformed");
  CHECK(numbers(records_of("x", RecordFormat::agency_json)) == "!malformed");
  CHECK(numbers(records_of("[\"\\", RecordFormat::agency_json)) == "!malformed");
  CHECK(numbers(records_of("[]")) == "");
}

TEST_CASE("Nesting and length are bounded") {
  DocumentLimits limits;
  limits.depth = 5;
  CHECK(numbers(records_of("[[[[[" + sheep + "]]]]]", {}, limits)) == "12345679");
  CHECK(numbers(records_of("[[[[[[" + sheep + "]]]]]]", {}, limits)) == "!limit_exceeded");
  limits = {};
  limits.dom_bytes = 1'000;
  CHECK(numbers(records_of("[{\"a\":\"" + std::string(200'000, 'x') + "\"}]", {}, limits)) == "!limit_exceeded");
}

TEST_CASE("Indications of the EU's register are read from its interface and its table") {
  const auto json = records_of(
      R"([{"giIdentifier":"EUGI00000000001","fileNumber":"PDO-XX-0001","protectedNames":["Made-up Cheese","Käse"],"giType":"PDO",)"
      R"("status":"Registered","euProtectionDate":"2011-10-05","country":"Nowhere"}])");
  REQUIRE(numbers(json) == "EUGI00000000001");
  const auto& young = std::get<GeographicalIndication>(*json.front().entry);
  CHECK(young.name == "Made-up Cheese");
  REQUIRE(young.other_names.size() == 1);
  CHECK(young.other_names.front().text == "Käse");
  REQUIRE(young.registrations.size() == 1);
  CHECK(young.registrations.front().system == GiSystem::foreign);
  CHECK(young.registrations.front().date == Date::parse("2011-10-05").value());

  const auto table = records_of(
      "\"Dossier Number\"\t\"Designation\"\t\"Country\"\t\"ISO\"\t\"Status\"\t\"Type\"\t\"Last relevant date\"\t\"Latin Transcription\"\t\"Submission date\"\t"
      "\"Publication date\"\t\"Registration date\"\n"
      "\"XX/PDO/0005/0001\"\t\"Τυρί\"\t\"Nowhere\"\t\"XX\"\t\"Registered\"\t\"PDO\"\t\"05/10/2011\"\t\"Tyri\"\t\"04/09/2008\"\t\"26/11/2010\"\t\"05/10/2011\"\n");
  REQUIRE(numbers(table) == "XX/PDO/0005/0001");
  const auto& old = std::get<GeographicalIndication>(*table.front().entry);
  CHECK(table.front().warnings.empty());
  CHECK(old.name == "Τυρί");
  CHECK(old.area.text == "Nowhere");
  CHECK(old.holders.empty());
  CHECK(old.other_names == std::vector{GiName{"Tyri", "transliteration"}});
  REQUIRE(old.registrations.size() == 1);
  CHECK(old.registrations.front().date == Date::parse("2011-10-05").value());
}
