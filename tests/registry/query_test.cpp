#include "marque/registry/query.hpp"

#include <catch2/catch.hpp>

#include "registry/sample_entries.hpp"

using namespace marque;
using namespace marque::test;

namespace {

Trademark mark_of_two_owners() {
  Trademark trademark = plain_trademark("1000001", "Acme 海星");
  trademark.owners.push_back(Party{.name = "乙厂", .foreign_name = "Yi Works"});
  return trademark;
}

struct Case {
  const char* reason;
  Query query;
  bool met;
};

}  // namespace

TEST_CASE("a record meets a query when it meets each of its conditions") {
  const auto day = [](const char* text) { return *Date::parse(text); };
  ClassSet clothes, paper;
  clothes.insert(*NiceClass::make(25));
  paper.insert(*NiceClass::make(16));
  const std::vector<Case> cases{
      {"nothing is asked", {}, true},
      {"letters of any case", {.mark = "aCMe"}, true},
      {"Chinese characters", {.mark = "海星"}, true},
      {"characters in another order", {.mark = "星海"}, false},
      {"the second owner", {.owner = "乙"}, true},
      {"an owner's foreign name", {.owner = "WORKS"}, true},
      {"no owner's name", {.owner = "丙"}, false},
      {"its class", {.classes = clothes}, true},
      {"another class", {.classes = paper}, false},
      {"its group", {.group = *SimilarGroup::parse("2501")}, true},
      {"another group of its class", {.group = *SimilarGroup::parse("2502")}, false},
      {"one of two statuses", {.statuses = {Status::filed, Status::registered}}, true},
      {"another status", {.statuses = {Status::filed}}, false},
      {"a term that ends on the first day asked for", {.expires_from = day("2026-02-28")}, true},
      {"a term that ends on the last day asked for", {.expires_to = day("2026-02-28")}, true},
      {"a term that ends a day early", {.expires_from = day("2026-03-01")}, false},
      {"a term that ends a day late", {.expires_to = day("2026-02-27")}, false},
      {"an area, which marks have not", {.area = *AreaCode::parse("320614")}, false},
      {"its kind and another's words", {.kind = EntryKind::trademark, .mark = "江"}, false},
  };
  for (const Case& row : cases) {
    INFO(row.reason);
    CHECK(matches(row.query, mark_of_two_owners()) == row.met);
  }
}

TEST_CASE("a term that is unknown ends in no span") {
  Trademark trademark = plain_trademark("1000001", "甲");
  trademark.dates.expires.reset();
  CHECK_FALSE(matches({.expires_from = *Date::parse("1000-01-01")}, trademark));
  CHECK_FALSE(matches({.expires_to = *Date::parse("9999-12-31")}, trademark));
}

TEST_CASE("an indication is met by its area's code and by any of its names") {
  GeographicalIndication goat = plain_indication("AGI01459", "海门山羊");
  goat.other_names = {GiName{"Haimen Goat", "translation"}};
  CHECK(matches({.area = *AreaCode::parse("320614")}, goat));
  CHECK_FALSE(matches({.area = *AreaCode::parse("320600")}, goat));
  CHECK(matches({.mark = "goat"}, goat));
}
