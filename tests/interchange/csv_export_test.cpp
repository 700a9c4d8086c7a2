#include "marque/interchange/csv.hpp"

#include <catch2/catch.hpp>

#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;

namespace {

Entry back(const Entry& entry, Language language) {
  auto reader = read_records(to_csv_header(language) + to_csv_row(entry, language, FormulaGuard::off), "x.csv");
  REQUIRE(reader);
  auto record = (*reader)->next();
  REQUIRE(record);
  REQUIRE(*record);
  if (!(*record)->entry) FAIL(to_string((*record)->entry.error()));
  return *(*record)->entry;
}

}  // namespace

TEST_CASE("What a table can hold comes back from it, in both languages") {
  const Language language = GENERATE(Language::zh, Language::en);
  Trademark mark = test::plain_trademark("12345678A", "海门, \"山羊\"\n肉");
  mark.scope.push_back({*NiceClass::make(35), {GoodsItem{"广告", {}, "350039"}}, {}});
  mark.scope[0].goods[0].item_code.clear();
  mark.dates.filed = *Date::parse("2015-01-02");
  mark.kind = MarkKind::collective;
  mark.owners.push_back(Party{.name = "乙公司"});
  mark.agent = Party{.name = "某事务所"};
  mark.publication_issue = "1500";
  // A table has no room for the class of an item without a group.
  mark.scope[1].goods.clear();
  CHECK(to_json(back(Entry(mark), language)) == to_json(Entry(mark)));
}

TEST_CASE("Cells that a spreadsheet would run are defused unless told otherwise") {
  const std::string words = GENERATE("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx");
  const Entry entry(test::plain_trademark("1", words));
  CHECK(to_csv_row(entry, Language::zh).find('\'' + words) != std::string::npos);
  CHECK(to_csv_row(entry, Language::zh, FormulaGuard::off).find('\'') == std::string::npos);
}

TEST_CASE("Ordinary cells are not touched") {
  CHECK(to_csv_row(Entry(test::plain_trademark("1", "a=b-c")), Language::en).find(",a=b-c,") != std::string::npos);
}
