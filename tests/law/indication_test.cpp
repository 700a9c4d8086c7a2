#include "marque/law/indication.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

Date day(const char* text) { return *Date::parse(text); }

/// Made up.
GeographicalIndication goat() {
  GeographicalIndication made;
  made.number = "local:test";
  made.name = "海门山羊";
  made.registrations = {{GiSystem::agricultural, "AGI00001", {}, day("2012-01-01"), Status::registered, {}}};
  return made;
}

GiRegistration into(GiSystem system, const char* on, const char* supersedes) {
  return {system, "新号1", {}, *on ? std::optional(day(on)) : std::nullopt, Status::registered, supersedes};
}

}  // namespace

TEST_CASE("a conversion changes the system from its day on, and leaves the record's number") {
  const auto after = converted(goat(), into(GiSystem::product, "2025-06-01", "AGI00001"));
  REQUIRE(after);
  CHECK(after->number == "local:test");
  CHECK(protected_under(*after, GiSystem::agricultural, day("2025-05-31")));
  CHECK_FALSE(protected_under(*after, GiSystem::product, day("2025-05-31")));
  CHECK_FALSE(protected_under(*after, GiSystem::agricultural, day("2025-06-01")));
  CHECK(protected_under(*after, GiSystem::product, day("2025-06-01")));
  CHECK(registrations_on(*after, day("2011-12-31")).empty());
}

TEST_CASE("an unlawful conversion is refused, and names why") {
  const auto [registration, code, field] = GENERATE(table<GiRegistration, ErrorCode, std::string>({
      {into(GiSystem::product, "2025-06-01", ""), ErrorCode::missing_field, "supersedes"},
      {into(GiSystem::product, "", "AGI00001"), ErrorCode::missing_field, "date"},
      {into(GiSystem::product, "2025-06-01", "AGI00002"), ErrorCode::not_found, "supersedes"},
      {into(GiSystem::trademark, "2025-06-01", "AGI00001"), ErrorCode::unlawful, "system"},
      {into(GiSystem::agricultural, "2025-06-01", "AGI00001"), ErrorCode::unlawful, "system"},
      {into(GiSystem::product, "2011-06-01", "AGI00001"), ErrorCode::invalid_date, "date"},
  }));
  const auto after = converted(goat(), registration);
  REQUIRE_FALSE(after);
  CHECK(after.error().code == code);
  CHECK(after.error().where.field == field);
}

TEST_CASE("what was converted once is not converted again") {
  const auto after = converted(goat(), into(GiSystem::product, "2025-06-01", "AGI00001"));
  CHECK(converted(*after, into(GiSystem::foreign, "2025-07-01", "AGI00001")).error().code == ErrorCode::unlawful);
}
