#include <catch2/catch.hpp>

#include "marque/interchange/json.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;
using marque::test::EntryMaker;

namespace {

Result<Entry> read(const std::string& line) {
  std::vector<Error> warnings;
  return entry_from_json(line, warnings);
}

/// A good line with one member replaced or added; an empty value leaves the member out.
std::string line_with(const std::string& name, const std::string& value) {
  std::vector<std::pair<std::string, std::string>> members = {{"kind", "\"trademark\""}, {"number", "\"12345678\""},
                                                              {"mark", "\"海门\""},      {"owner", "\"甲公司\""},
                                                              {"classes", "[25]"},       {"status", "\"registered\""}};
  bool replaced = false;
  for (auto& member : members)
    if (member.first == name) member.second = value, replaced = true;
  if (!replaced) members.emplace_back(name, value);
  std::string line = "{";
  for (const auto& [member, text] : members)
    if (!text.empty()) line += (line.size() > 1 ? ",\"" : "\"") + member + "\":" + text;
  return line + "}";
}

}  // namespace

TEST_CASE("Every entry comes back from its line as it was") {
  EntryMaker make(20261122);
  for (std::uint32_t number = 1; number <= 600; ++number) {
    const Entry entry = make.entry(number);
    const std::string line = to_json(entry);
    CAPTURE(line);
    std::vector<Error> warnings;
    const Result<Entry> back = entry_from_json(line, warnings);
    REQUIRE(back);
    CHECK(warnings.empty());
    CHECK(*back == entry);
    CHECK(to_json(*back) == line);
    CHECK(line.find('\n') == std::string::npos);
  }
}

TEST_CASE("A line begins with the members that scripts rely on, in this order") {
  Trademark mark = test::plain_trademark("12345678", "海门");
  mark.dates.filed = Date::parse("2015-01-02").value();
  CHECK(to_json(Entry(mark))
            .find("{\"kind\":\"trademark\",\"number\":\"12345678\",\"mark\":\"海门\",\"owner\":"
                  "\"海门甲公司\",\"classes\":[25],\"status\":\"registered\",\"filed\":\"2015-01-02\","
                  "\"registered\":\"2016-03-01\"") == 0);
}

TEST_CASE("An indication without an owner still has the member") {
  const std::string line = to_json(Entry(test::plain_indication("AGI01459", "海门山羊")));
  CHECK(line.find("{\"kind\":\"gi\",\"number\":\"AGI01459\",\"mark\":\"海门山羊\",\"owner\":\"\",\"classes\":[],"
                  "\"status\":\"registered\"") == 0);
}

TEST_CASE("A hand-written line of six members is a record of every kind") {
  const auto [kind, number, classes] = GENERATE(table<std::string, std::string, std::string>({
      {"trademark", "12345678", "[35,25]"},
      {"trademark", "第12345678A号", "[25]"},
      {"international", "1234567", "[25]"},
      {"international", "G1234567H", "[25]"},
      {"gi", "AGI01459", "[]"},
      {"gi", "国家质检总局2010年第166号公告", "[29]"},
  }));
  std::vector<Error> warnings;
  const auto entry = entry_from_json("{\"kind\":\"" + kind + "\",\"number\":\"" + number +
                                         "\",\"mark\":\"海门\",\"owner\":\"甲\",\"classes\":" + classes +
                                         ",\"status\":\"registered\"}",
                                     warnings);
  REQUIRE(entry);
  CHECK(warnings.empty());
  CHECK(name_of(kind_of(*entry)) == kind);
  CHECK(words_of(*entry) == "海门");
  CHECK(status_of(*entry) == Status::registered);
  const auto back = read(to_json(*entry));
  REQUIRE(back);
  CHECK(*back == *entry);
}

TEST_CASE("Classes come sorted, each once, from numbers or texts") {
  const auto entry = read(line_with("classes", "[35,\"第25类\",\"035\",9]"));
  REQUIRE(entry);
  std::vector<int> numbers;
  for (const ClassScope& in_class : scope_of(*entry)) numbers.push_back(in_class.nice_class.number());
  CHECK(numbers == std::vector<int>{9, 25, 35});
}

TEST_CASE("A record is refused over what it cannot do without, and the member is named") {
  const auto [member, value, code] = GENERATE(table<std::string, std::string, ErrorCode>({
      {"kind", "", ErrorCode::missing_field},
      {"kind", "\"patent\"", ErrorCode::invalid_argument},
      {"number", "", ErrorCode::missing_field},
      {"number", "null", ErrorCode::missing_field},
      {"number", "\"123456789\"", ErrorCode::invalid_identifier},
      {"number", "\"G1234567\"", ErrorCode::invalid_identifier},
      {"mark", "", ErrorCode::missing_field},
      {"mark", "[\"海门\"]", ErrorCode::invalid_text},
      {"mark", "\"a\\u0000b\"", ErrorCode::invalid_text},
      {"mark", '"' + std::string(5000, 'a') + '"', ErrorCode::limit_exceeded},
      {"owner", "", ErrorCode::missing_field},
      {"classes", "", ErrorCode::missing_field},
      {"classes", "[]", ErrorCode::missing_field},
      {"classes", "[25,99]", ErrorCode::invalid_class},
      {"classes", "[25.0]", ErrorCode::invalid_class},
      {"status", "", ErrorCode::missing_field},
      {"filed", "\"2024-02-31\"", ErrorCode::invalid_date},
      {"registered", "\"2023-02-29\"", ErrorCode::invalid_date},
      {"priorities", "[{\"date\":\"2024-13-01\"}]", ErrorCode::invalid_date},
  }));
  CAPTURE(member, value);
  const auto entry = read(line_with(member, value));
  REQUIRE(!entry);
  CHECK(entry.error().code == code);
  CHECK(entry.error().where.field.substr(0, member.size()) == member);
}

TEST_CASE("An owner that contradicts the list of owners is refused") {
  const auto entry = read(line_with("owners", "[{\"name\":\"乙公司\"}]"));
  REQUIRE(!entry);
  CHECK(entry.error().where.field == "owner");
}

TEST_CASE("What cannot be read and is not needed is kept raw, with a warning, and comes back out") {
  const auto [member, value, path, raw] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"status", "\"待定\"", "status", "待定"},
      {"expires", "\"2026-02-30\"", "expires", "2026-02-30"},
      {"goods", "[{\"class\":25,\"group\":\"9901\",\"name\":\"服装\"}]", "goods[0].group", "9901"},
      {"goods", "[{\"class\":9,\"name\":\"电脑\"}]", "goods[0]", "{\"class\":9,\"name\":\"电脑\"}"},
      {"owners", "[{\"name\":\"甲公司\",\"uscc\":\"91350100M000100Y4Z\"}]", "owners[0].uscc", "91350100M000100Y4Z"},
      {"events", "[{\"event\":\"party\",\"date\":\"2020-01-01\"}]", "events[0]",
       "{\"event\":\"party\",\"date\":\"2020-01-01\"}"},
      {"events", "{}", "events", "{}"},
      {"vienna", "[\"3.4.11\",\"x\"]", "vienna[1]", "x"},
      {"generated", "\"yes\"", "generated", "yes"},
      {"colour_of_the_sky", "[1,2.50]", "colour_of_the_sky", "[1,2.50]"},
  }));
  std::vector<Error> warnings;
  const auto entry = entry_from_json(line_with(member, value), warnings);
  REQUIRE(entry);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings.front().where.field == path);
  CHECK(provenance_of(*entry).raw == std::vector<std::pair<std::string, std::string>>{{path, raw}});
  CHECK(read(to_json(*entry)).value() == *entry);
}

TEST_CASE("Goods without a class belong to their group's, or to the record's only class") {
  const auto entry = read(line_with("goods", R"([{"name":"服装"},{"group":"2507","name":"鞋"}])"));
  REQUIRE(entry);
  REQUIRE(scope_of(*entry).size() == 1);
  CHECK(scope_of(*entry)[0].goods.size() == 2);
}

TEST_CASE("An indication's first day alone makes a registration of the system that its number shows") {
  const auto [number, system] =
      GENERATE(table<std::string, GiSystem>({{"AGI01459", GiSystem::agricultural},
                                             {"12345678", GiSystem::trademark},
                                             {"国家知识产权局公告第354号", GiSystem::product}}));
  const auto entry = read("{\"kind\":\"gi\",\"number\":\"" + number +
                          "\",\"mark\":\"海门山羊\",\"owner\":\"\",\"classes\":[],\"status\":\"registered\","
                          "\"registered\":\"2014-05-22\"}");
  REQUIRE(entry);
  const auto& indication = std::get<GeographicalIndication>(*entry);
  REQUIRE(indication.registrations.size() == 1);
  CHECK(indication.registrations[0].system == system);
  CHECK(indication.registrations[0].date == Date::parse("2014-05-22").value());
}

TEST_CASE("A line that is no object is no record") {
  const std::string line = GENERATE("[]", "\"x\"", "1", "null");
  CHECK(read(line).error().code == ErrorCode::malformed);
}
