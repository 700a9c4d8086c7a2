#include "tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/tsv.hpp"
#include "random.hpp"

namespace {

std::string read(const std::string& name) {
  std::ifstream file(MARQUE_EXAMPLES_DIR "/data/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Row = std::vector<std::string>;

std::vector<Row> rows(const std::string& name) {
  const std::string text = read(name);
  std::vector<Row> result;
  marque::for_each_row(text, [&](const auto& fields) { result.emplace_back(fields.begin(), fields.end()); });
  return result;
}

}  // namespace

TEST_CASE("The sample's tables have whole rows, each once") {
  const auto [name, columns] = GENERATE(table<std::string, std::size_t>({{"goods.tsv", 5}, {"coined.tsv", 3}, {"owners.tsv", 3}}));
  std::set<Row> seen;
  for (const Row& row : rows(name)) {
    INFO(name << ": " << row.front());
    REQUIRE(row.size() == columns);
    REQUIRE(std::none_of(row.begin(), row.end(), [](const std::string& field) { return field.empty(); }));
    REQUIRE(seen.insert(row).second);
  }
  CHECK(seen.size() > 50);
}

TEST_CASE("The sample's tables are sorted") {
  for (const char* name : {"coined.tsv", "owners.tsv"}) {
    const std::vector<Row> table = rows(name);
    INFO(name);
    CHECK(std::is_sorted(table.begin(), table.end()));
  }
  const std::vector<Row> goods = rows("goods.tsv");
  CHECK(std::is_sorted(goods.begin(), goods.end(), [](const Row& a, const Row& b) { return Row{a[0], a[2], a[3]} < Row{b[0], b[2], b[3]}; }));
}

TEST_CASE("A similar group stands under its class, and every trade has goods, industries and words for marks") {
  for (const Row& row : rows("goods.tsv")) CHECK(marque::SimilarGroup::parse(row[2])->nice_class().to_string() == row[1]);
  for (const Trade& trade : trades()) {
    INFO(trade.field);
    CHECK_FALSE(trade.goods.empty());
    CHECK_FALSE(trade.industries.empty());
    CHECK_FALSE(trade.suffixes.empty());
  }
}

TEST_CASE("Random numbers are those of SplitMix64 on every machine") {
  Random random(1234567);   // the first outputs of the reference implementation for this seed
  CHECK(random.next() == 6457827717110365317U);
  CHECK(random.next() == 3203168211198807973U);
  CHECK(random.next() == 9817491932198370423U);
}
