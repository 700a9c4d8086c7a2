#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "marque/interchange/json.hpp"
#include "sample_register.hpp"

using namespace marque;

namespace {

std::vector<std::string> lines() {
  std::ifstream file(MARQUE_EXAMPLES_DIR "/data/haimen-gi.jsonl");
  std::vector<std::string> result;
  for (std::string line; std::getline(file, line);) result.push_back(line);
  return result;
}

GeographicalIndication read(const std::string& line) {
  std::vector<Error> warnings;
  const auto entry = entry_from_json(line, warnings);
  if (!entry) FAIL(to_string(entry.error()));
  CHECK(warnings.empty());
  return std::get<GeographicalIndication>(*entry);
}

}  // namespace

TEST_CASE("The two indications are in the canonical form") {
  REQUIRE(lines().size() == 2);
  for (const std::string& line : lines()) CHECK(to_json(read(line)) == line);
}

TEST_CASE("They are kept apart, each under a reference of its own, with what is unknown left out") {
  const GeographicalIndication goat = read(lines()[0]), meat = read(lines()[1]);
  CHECK(goat.number == "local:海门山羊");
  CHECK(meat.number == "local:海门山羊肉");
  CHECK(goat.related == std::vector{meat.number});
  CHECK(meat.related == std::vector{goat.number});
  CHECK(goat.registrations.at(0).number.empty());
  CHECK(meat.registrations.at(0).number == "国家质检总局2010年第166号公告");
  for (const GeographicalIndication& indication : {goat, meat}) {
    CHECK(indication.holders.empty());
    CHECK(indication.users.empty());
    CHECK_FALSE(indication.registrations.at(0).date);
    CHECK(indication.area.codes == std::vector{AreaCode::from_digits(320684)});
    CHECK_FALSE(indication.provenance.generated);
  }
}

TEST_CASE("Generated records come back from their lines as they were") {
  for (const Entry& entry : make_sample_register({.marks = 600}).entries) {
    std::vector<Error> warnings;
    const auto again = entry_from_json(to_json(entry), warnings);
    if (!again) FAIL(to_string(again.error()));
    REQUIRE(warnings.empty());
    REQUIRE(*again == entry);
  }
}
