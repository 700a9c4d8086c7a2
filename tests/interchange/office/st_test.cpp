#include <algorithm>
#include <catch2/catch.hpp>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/reading.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/st96.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const ReadRecord& only(const std::vector<ReadRecord>& records) {
  REQUIRE(records.size() == 1);
  if (!records.front().entry) FAIL(to_string(records.front().entry.error()));
  return records.front();
}

std::string document_of(const Entry& entry) {
  const auto element = to_st96(entry);
  if (!element) FAIL(to_string(element.error()));
  return std::string(st96_header()) + *element + std::string(st96_footer());
}

Entry entry_of(const std::string& json) {
  std::vector<Error> warnings;
  auto entry = entry_from_json(json, warnings);
  if (!entry) FAIL(to_string(entry.error()));
  CHECK(warnings.empty());
  return *entry;
}

}  // namespace

TEST_CASE("One mark in ST.66 and in ST.96 is one record") {
  const auto young = records_of(us_mark_in_st96()), old = records_of(us_mark_in_st66());
  // raw: ST.66 gives the days of registration and publication with an offset, which is kept; ST.96 gives them plain.
  CHECK(differences(*only(young).entry, *only(old).entry, {"raw"}) == std::vector<std::string>{});
}

TEST_CASE("ST.96 is read by local names within known namespaces, whatever the prefixes") {
  const auto records = records_of(us_mark_in_st96());
  const auto& mark = std::get<Trademark>(*only(records).entry);
  CHECK(mark.number.to_string() == "US-97000001");
  CHECK(mark.mark.text == "MADE & UP");
  CHECK_FALSE(mark.mark.image);
  CHECK(mark.mark.vienna.size() == 1);
  CHECK(classes_of(mark.scope).classes() == std::vector{*NiceClass::make(9), *NiceClass::make(42)});
  CHECK(mark.scope[1].goods.front().name == "Programming");
  CHECK(mark.owners.size() == 1);
  CHECK(mark.owners.front().address == "1 Example Way, Springfield, ILLINOIS, 00001");
  CHECK(mark.dates.published == Date::parse("2019-03-05").value());
  CHECK(mark.publication_issue == "Gazette");
  CHECK(mark.status == Status::registered);
}

TEST_CASE("A day that says more than the day is kept as it was written") {
  const auto records = records_of(us_mark_in_st96());
  const auto& raw = provenance_of(*only(records).entry).raw;
  CHECK(std::find(raw.begin(), raw.end(), std::pair<std::string, std::string>{"filed", "2018-04-17-04:00"}) != raw.end());
}

TEST_CASE("Applicants behind a mark belong to it only where it stands alone in its transaction") {
  const std::string one = us_mark_in_st66();
  const std::size_t begin = one.find("<TradeMark>"), end = one.find("</TradeMark>") + std::string("</TradeMark>").size();
  std::string two = one;
  two.insert(end, one.substr(begin, end - begin));
  const auto records = records_of(two);
  REQUIRE(records.size() == 2);
  CHECK(owners_of(*records[0].entry).empty());
  CHECK(owners_of(*records[1].entry).empty());
}

TEST_CASE("Any mark written in ST.96 is read back whole") {
  std::vector<Entry> entries;
  EntryMaker maker(96);
  for (std::uint32_t number = 1; number <= 60; ++number)
    entries.push_back(maker.entry(number));
  entries.push_back(entry_of(
      R"({"kind":"trademark","number":"12345678A","mark":"海门 <&> \"山羊\"","owner":"甲公司","classes":[25,29],"status":"opposed",)"
      R"("filed":"2015-01-02","registered":"2016-06-07","accepted":"2015-01-05","published":"2016-03-06","expires":"2026-06-06",)"
      R"("ended":"2026-06-07","final_on":"2026-07-01","mark_kind":"certification","signs":["words","figure"],"image":"a/b.png",)"
      R"("vienna":["3.4.11","26"],"translation":"goat","transliteration":"hai men","colours":"red","disclaimer":"山羊",)"
      R"("description":"line 1\nline 2\ttab","goods":[{"class":25,"group":"2501","name":"服装","item":"250045"},{"class":29,"name":"肉"}],)"
      R"("class_status":[{"class":25,"status":"cancelled"}],"nice_edition":"13-2026",)"
      R"("owners":[{"name":"甲公司","foreign_name":"Jia","country":"CN","address":"海门区","area":"320614"},{"name":"乙公司"}],)"
      R"("agent":{"name":"某所","address":"北京"},"priorities":[{"date":"2014-12-01","country":"DE","number":"30"}],)"
      R"("publication_issue":"1500","registration_issue":"1512","divided_from":"12345678",)"
      R"("events":[{"event":"renewal","date":"2026-05-01"}],"source":"x","row":7,"note":"n","raw":[["a","b"]]})"));
  entries.push_back(entry_of(
      R"({"kind":"international","number":"G1234567","mark":"M","owner":"H","classes":[9],"status":"registered","registered":"2015-01-02",)"
      R"("irn":"1234567","basic_mark":{"office":"DE","number":"30"},"designations":[{"party":"CN","status":"granted"}]})"));
  REQUIRE(entries.size() > 20);
  for (const Entry& entry : entries) {
    const auto first = records_of(document_of(entry));
    CHECK(to_json(*only(first).entry) == to_json(entry));
    CHECK(*only(first).entry == entry);
    CHECK(document_of(*only(first).entry) == document_of(entry));
  }
}

TEST_CASE("An office's own ST.96 goes through the model into ST.96 and back unchanged") {
  const auto first = records_of(us_mark_in_st96());
  const auto second = records_of(document_of(*only(first).entry));
  CHECK(*only(second).entry == *only(first).entry);
}

TEST_CASE("An indication has its name and number in the standard's elements, and the rest in the extension") {
  const Entry indication = entry_of(R"({"kind":"gi","number":"AGI01459","mark":"海门山羊","owner":"协会","classes":[31],"status":"registered","product":"山羊"})");
  const std::string element = to_st96(indication).value();
  CHECK(element.find("<com:RegistrationNumber>AGI01459</com:RegistrationNumber>") != std::string::npos);
  CHECK(element.find("海门山羊</tmk:MarkVerbalElementText>") != std::string::npos);
  const auto records = records_of(document_of(indication));
  CHECK(*only(records).entry == indication);
  CHECK(records.front().warnings.empty());
}

TEST_CASE("An extension that is no JSON is told, and the standard's elements stand") {
  const Entry entry = entry_of(R"({"kind":"trademark","number":"1","mark":"a","owner":"","classes":[1],"status":"registered"})");
  std::string document = document_of(entry);
  document.insert(document.find("</tmk:Trademark>"),
                  "<mq:RecordExtension><mq:RecordMember name=\"note\">{</mq:RecordMember></mq:RecordExtension>");
  const auto records = records_of(document);
  CHECK(words_of(*only(records).entry) == "a");
  REQUIRE(records.front().warnings.size() == 1);
  CHECK(records.front().warnings.front().where.field == "note");
}
