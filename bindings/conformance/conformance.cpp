#include <marque.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "interchange/json_value.hpp"
#include "marque/marque.hpp"

namespace {

using namespace marque;

/// A member of an object, or null.
const JsonValue* member(const JsonValue& value, std::string_view name) {
  const auto* members = value.object();
  if (!members) return nullptr;
  const auto at = std::find_if(members->begin(), members->end(), [&](const auto& m) { return m.name == name; });
  return at == members->end() ? nullptr : &at->value;
}

const JsonValue::Array& items(const JsonValue& value, std::string_view name) {
  static const JsonValue::Array none;
  const auto* list = member(value, name);
  return list && list->array() ? *list->array() : none;
}

std::string text(const JsonValue& value, std::string_view name) {
  const auto* found = member(value, name);
  return found && found->scalar() ? *found->scalar() : std::string();
}

std::set<std::string> texts(const JsonValue& value, std::string_view name) {
  std::set<std::string> texts;
  for (const auto& item : items(value, name)) texts.insert(*item.scalar());
  return texts;
}

const JsonValue& cases() {
  static const JsonValue document = [] {
    std::ifstream file(MARQUE_CASES, std::ios::binary);
    auto parsed = parse_json(std::string(std::istreambuf_iterator<char>(file), {}));
    REQUIRE(parsed.has_value());
    return *std::move(parsed);
  }();
  return document;
}

std::string record_lines() {
  std::string lines;
  for (const auto& record : items(cases(), "records")) lines += record.to_string() + '\n';
  return lines;
}

/// The register in C++.
class Native {
 public:
  Native() {
    auto reader = read_records(record_lines(), "cases.json");
    REQUIRE(reader.has_value());
    for (auto next = (*reader)->next(); next && *next; next = (*reader)->next()) {
      REQUIRE((*next)->entry.has_value());
      CHECK((*next)->warnings == std::vector<Error>{});
      REQUIRE(registry_.insert(*(*next)->entry).has_value());
    }
    IndexBuilder builder;
    registry_.for_each([&](EntryId id, const Entry& entry) { builder.add(id, entry); });
    index_.emplace(std::move(builder).build());
  }

  std::string check(const std::string& application) const {
    const auto asked = application_from_json(application);
    REQUIRE(asked.has_value());
    const auto report = Clearance(*index_, registry_).check(*asked);
    REQUIRE(report.has_value());
    return to_json(*report, Language::zh);
  }

 private:
  Registry registry_;
  std::optional<CandidateIndex> index_;
};

/// The register through the C ABI.
class Abi {
 public:
  Abi() {
    const std::string lines = record_lines();
    char* summary = nullptr;
    REQUIRE(marque_register_open_memory(&held_, nullptr) == MARQUE_OK);
    REQUIRE(marque_register_add(held_, lines.data(), lines.size(), nullptr, 0, &summary, nullptr, nullptr) == MARQUE_OK);
    marque_text_free(summary);
    REQUIRE(marque_register_size(held_) == items(cases(), "records").size());
    REQUIRE(marque_register_build_index(held_, nullptr) == MARQUE_OK);
  }
  ~Abi() { marque_register_free(held_); }
  Abi(const Abi&) = delete;
  Abi& operator=(const Abi&) = delete;

  std::string check(const std::string& application) const {
    char* report = nullptr;
    std::size_t length = 0;
    REQUIRE(marque_register_check(held_, application.data(), application.size(), MARQUE_ZH, &report, &length,
                                  nullptr) == MARQUE_OK);
    const std::string copy(report, length);
    marque_text_free(report);
    return copy;
  }

 private:
  marque_register* held_ = nullptr;
};

/// What a report says, as far as cases ask for it.
struct Answer {
  std::set<std::string> numbers, grounds;
  std::string risk = "none";
  std::map<std::string, std::string> verdicts;

  explicit Answer(const std::string& json) {
    const auto report = parse_json(json);
    REQUIRE(report.has_value());
    for (const auto& finding : items(*report, "findings")) {
      if (risk == "none") risk = text(finding, "risk");
      for (const auto& ground : items(finding, "grounds")) grounds.insert(text(ground, "code"));
      const auto* entry = member(finding, "entry");
      if (!entry || !entry->object()) continue;
      numbers.insert(text(*entry, "number"));
      verdicts[text(*entry, "number")] = text(finding, "verdict");
    }
  }
};

void compare(const Answer& answer, const JsonValue& expected) {
  if (member(expected, "numbers")) CHECK(answer.numbers == texts(expected, "numbers"));
  if (member(expected, "risk")) CHECK(answer.risk == text(expected, "risk"));
  for (const auto& ground : texts(expected, "grounds")) CHECK(answer.grounds.count(ground) == 1);
  for (const auto& ground : texts(expected, "no_grounds")) CHECK(answer.grounds.count(ground) == 0);
  if (const auto* verdicts = member(expected, "verdicts")) {
    for (const auto& [number, verdict] : *verdicts->object()) CHECK(answer.verdicts.at(number) == *verdict.scalar());
  }
}

}  // namespace

TEST_CASE("C++ and C answer every case as it is written down, and alike") {
  const Native native;
  const Abi abi;
  REQUIRE(items(cases(), "cases").size() >= 11);
  for (const auto& one : items(cases(), "cases")) {
    INFO(text(one, "name"));
    const std::string application = member(one, "application")->to_string();
    const std::string report = native.check(application);
    INFO(report);
    compare(Answer(report), *member(one, "expect"));
    CHECK(abi.check(application) == report);
  }
}
