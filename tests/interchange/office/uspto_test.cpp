#include <catch2/catch.hpp>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/reading.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const Trademark& trademark(const ReadRecord& record) {
  if (!record.entry) FAIL(to_string(record.entry.error()));
  return std::get<Trademark>(*record.entry);
}

std::string raw_of(const Trademark& mark, const std::string& name) {
  std::string values;
  for (const auto& [key, value] : mark.provenance.raw)
    if (key == name) values += (values.empty() ? "" : "|") + value;
  return values;
}

ReadRecord one(const std::string& case_file) {
  auto records = records_of(uspto_daily(case_file));
  REQUIRE(records.size() == 1);
  return std::move(records.front());
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

}  // namespace

TEST_CASE("A daily file of the USPTO is read with its internal DTD, case by case") {
  const auto records = records_of(uspto_daily(uspto_case("97000001", "20220406", "GOAT") + uspto_case("97000002", "20220406", "SHEEP")));
  REQUIRE(records.size() == 2);
  CHECK(records[0].row == 1);
  CHECK(records[1].row == 2);
  CHECK(records[1].bytes == uspto_case("97000002", "20220406", "SHEEP"));
  CHECK(records[0].tells_anew);
  const Trademark& mark = trademark(records[0]);
  CHECK(records[0].warnings.empty());
  CHECK(number_of(*records[0].entry) == "US-97000001");
  CHECK(mark.number.office() == "US");
  CHECK(mark.mark.text == "GOAT");
  CHECK(mark.mark.signs == std::vector{SignType::words, SignType::figure});
  CHECK(mark.mark.description == "The mark consists of a goat.");
  CHECK(mark.mark.disclaimer == "\"GOAT\"");
  CHECK(mark.mark.colours == "Red and white");
  REQUIRE(mark.mark.vienna.size() == 1);
  CHECK(mark.mark.vienna.front().to_string() == "3.4.11");
  CHECK(mark.status == Status::published);
  CHECK(mark.dates.filed == Date::parse("2021-03-15").value());
  CHECK_FALSE(mark.dates.registered);
  CHECK(mark.dates.published == Date::parse("2022-04-05").value());
  REQUIRE(mark.priorities.size() == 1);
  CHECK(mark.priorities.front() == Priority{Date::parse("2020-10-01").value(), "DE", "302020"});
  REQUIRE(mark.agent);
  CHECK(mark.agent->name == "A. Example");
}

TEST_CASE("The current owner is the one of the highest party type, the others are kept as the chain of title") {
  const ReadRecord record = one(uspto_case("97000001", "20220406", "GOAT"));
  const Trademark& mark = trademark(record);
  REQUIRE(mark.owners.size() == 1);
  CHECK(mark.owners.front().name == "Second Made-up LLC");
  CHECK(mark.owners.front().address == "1 Example Way, Springfield, IL, 00001");
  CHECK(mark.owners.front().country == "US");
  CHECK(raw_of(mark, "former-owner") == "10 First Made-up Inc.");
}

TEST_CASE("Goods come in pieces and carry marks of amendment") {
  const ReadRecord record = one(uspto_case("97000001", "20220406", "GOAT"));
  const Trademark& mark = trademark(record);
  REQUIRE(mark.scope.size() == 1);
  REQUIRE(mark.scope.front().goods.size() == 1);
  CHECK(mark.scope.front().goods.front().name == "Shirts; scarves; belts");
  CHECK(raw_of(mark, "goods") == "Shirts; [hats;] *scarves;* ((belts))");
}

TEST_CASE("A case with nothing but its state only amends a known record") {
  const ReadRecord record = one(
      "<case-file><serial-number>97000001</serial-number><transaction-date>20230101</transaction-date>"
      "<case-file-header><status-code>710</status-code></case-file-header><correspondent/></case-file>");
  CHECK(trademark(record).status == Status::cancelled);
  REQUIRE(record.lacking);
  CHECK(record.lacking->code == ErrorCode::missing_field);
  CHECK(record.emptied.empty());
}

TEST_CASE("A group that is there and empty is another thing than one that is not there") {
  const ReadRecord record = one(
      "<case-file><serial-number>97000001</serial-number><case-file-header/><design-searches/><foreign-applications/>"
      "<case-file-owners/></case-file>");
  CHECK(record.emptied == std::vector<std::string>{"owner", "priorities", "vienna"});
}

TEST_CASE("What a case cannot do without makes it bad, with its code and field") {
  const auto [part, by, code, field] = GENERATE(table<std::string, std::string, ErrorCode, std::string>({
      {"<serial-number>97000001", "<serial-number>", ErrorCode::missing_field, "number"},
      {"<serial-number>97000001", "<serial-number>97_1", ErrorCode::invalid_identifier, "number"},
      {"<filing-date>20210315", "<filing-date>20210231", ErrorCode::invalid_date, "filed"},
      {"<filing-date>20201001", "<filing-date>20201301", ErrorCode::invalid_date, "priorities"},
      {"<international-code>025", "<international-code>A", ErrorCode::invalid_class, "classes"},
      {"<international-code>025", "<international-code>200", ErrorCode::invalid_class, "classes"},
  }));
  CAPTURE(part, by);
  const ReadRecord record = one(replaced(uspto_case("97000001", "20220406", "GOAT"), part, by));
  REQUIRE_FALSE(record.entry);
  CHECK(record.entry.error().code == code);
  CHECK(record.entry.error().where.field == field);
  CHECK(record.entry.error().where.record == 1u);
}

TEST_CASE("What cannot be read and is not needed is kept with a warning") {
  const auto [part, by, field] = GENERATE(table<std::string, std::string, std::string>({
      {"<published-for-opposition-date>20220405", "<published-for-opposition-date>20220499", "published"},
      {"<code>030411", "<code>xx", "vienna"},
      {"<status-code>686", "<status-code>999", "status"},
  }));
  CAPTURE(part);
  const ReadRecord record = one(replaced(uspto_case("97000001", "20220406", "GOAT"), part, by));
  REQUIRE(record.entry);
  REQUIRE(record.warnings.size() == 1);
  CHECK(record.warnings.front().where.field == field);
}

TEST_CASE("A file without cases is an empty source, and a document of another kind is none") {
  CHECK(records_of(uspto_daily("")).empty());
  const auto strange = records_of("<html><body/></html>");
  REQUIRE(strange.size() == 1);
  CHECK(strange.front().entry.error().code == ErrorCode::unsupported);
  const auto other = records_of(uspto_daily(uspto_case("97000001", "20220406", "GOAT")), RecordFormat::st96);
  REQUIRE(other.size() == 1);
  CHECK(other.front().entry.error().code == ErrorCode::unsupported);
}
