#include "marque/model/entry.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

Date day(std::string_view text) { return *Date::parse(text); }

Trademark goat() {
  Trademark mark{.number = *NationalNumber::parse("12345678")};
  mark.mark.text = "海门山羊";
  mark.owners.push_back({.name = "海门区山羊协会"});
  mark.scope.push_back({.nice_class = *NiceClass::make(29)});
  mark.scope.push_back({.nice_class = *NiceClass::make(31), .status = Status::refused});
  mark.dates.filed = day("2020-01-02");
  mark.dates.expires = day("2031-05-06");
  mark.status = Status::registered;
  return mark;
}

InternationalRegistration madrid() {
  InternationalRegistration mark{.number = *InternationalNumber::parse("1234567")};
  mark.mark.text = "STEIFF";
  mark.mark.image = ImageReference{"steiff.png", ""};
  mark.holders.push_back({.name = "Steiff GmbH"});
  mark.registered = day("2015-03-04");
  mark.expires = day("2025-03-04");
  mark.status = Status::registered;
  return mark;
}

GeographicalIndication indication() {
  GeographicalIndication gi;
  gi.number = "国家质检总局2010年第166号公告";
  gi.name = "海门山羊肉";
  gi.registrations.push_back({.system = GiSystem::agricultural, .date = day("2014-01-01")});
  gi.registrations.push_back({.system = GiSystem::product, .date = day("2010-12-31")});
  gi.registrations.push_back({.system = GiSystem::trademark});
  return gi;
}

}  // namespace

TEST_CASE("What all rights share is read without asking their kind") {
  const Entry trademark = goat(), international = madrid(), gi = indication();
  CHECK(kind_of(trademark) == EntryKind::trademark);
  CHECK(kind_of(international) == EntryKind::international);
  CHECK(kind_of(gi) == EntryKind::gi);
  CHECK(number_of(trademark) == "12345678");
  CHECK(number_of(international) == "1234567");
  CHECK(number_of(gi) == "国家质检总局2010年第166号公告");
  CHECK(words_of(trademark) == "海门山羊");
  CHECK(words_of(international) == "STEIFF");
  CHECK(words_of(gi) == "海门山羊肉");
  CHECK(owners_of(trademark).front().name == "海门区山羊协会");
  CHECK(owners_of(international).front().name == "Steiff GmbH");
  CHECK(owners_of(gi).empty());
  CHECK(scope_of(trademark).size() == 2);
  CHECK(status_of(gi) == Status::registered);
  CHECK(events_of(international).empty());
  CHECK(provenance_of(gi) == Provenance{});
  CHECK(image_of(trademark) == nullptr);
  CHECK(image_of(international)->path == "steiff.png");
  CHECK(image_of(gi) == nullptr);
  CHECK(expiry_of(trademark) == day("2031-05-06"));
  CHECK(expiry_of(international) == day("2025-03-04"));
  CHECK(expiry_of(gi) == std::nullopt);
}

TEST_CASE("A Madrid registration known under its Chinese number is found by it") {
  InternationalRegistration mark = madrid();
  mark.china_number = *ChinaDesignationNumber::parse("G1234567H");
  CHECK(number_of(mark) == "G1234567H");
}

TEST_CASE("The earliest claimed day counts against others") {
  Trademark mark = goat();
  CHECK(priority_date_of(mark) == day("2020-01-02"));
  mark.priorities.push_back({.date = day("2019-09-01"), .country = "DE"});
  mark.priorities.push_back({.date = day("2019-08-01"), .country = "FR"});
  CHECK(priority_date_of(mark) == day("2019-08-01"));
  mark.priorities.clear();
  mark.dates.filed.reset();
  CHECK(priority_date_of(mark) == std::nullopt);
  CHECK(priority_date_of(indication()) == day("2010-12-31"));
}

TEST_CASE("A later designation of China counts from its own day") {
  InternationalRegistration mark = madrid();
  mark.priorities.push_back({.date = day("2014-10-01"), .country = "DE"});
  CHECK(priority_date_of(mark) == day("2014-10-01"));
  mark.designations.push_back({.party = "US", .designated = day("2016-01-01")});
  mark.designations.push_back({.party = "CN", .designated = day("2015-03-04")});
  CHECK(priority_date_of(mark) == day("2014-10-01"));
  mark.designations.back().designated = day("2018-07-01");
  CHECK(priority_date_of(mark) == day("2018-07-01"));
}

TEST_CASE("A number in any spelling comes out as the registry keeps it") {
  const auto [text, number] = GENERATE(table<std::string, std::string>({
      {"第12345678号", "12345678"},
      {"12345678", "12345678"},
      {" 12345678 a ", "12345678A"},
      {"G 1234567 h", "G1234567H"},
      {"2R123456", "123456"},
      {"国际注册第1234567号", "1234567"},
      {" AGI01459 ", "AGI01459"},
      {"国家质检总局2010年第166号公告", "国家质检总局2010年第166号公告"},
      {"\u3000local:海门山羊 ", "local:海门山羊"},
      {"", ""},
  }));
  CAPTURE(text);
  CHECK(canonical_number(text) == number);
  CHECK(canonical_number(number) == number);
}

TEST_CASE("A class may stand otherwise than its record") {
  const Trademark mark = goat();
  CHECK(mark.status_in(*NiceClass::make(29)) == Status::registered);
  CHECK(mark.status_in(*NiceClass::make(31)) == Status::refused);
  CHECK(classes_of(mark.scope).size() == 2);
}

TEST_CASE("A recognition as well known is read from the history") {
  Trademark mark = goat();
  CHECK_FALSE(mark.recognised_as_well_known());
  mark.events.push_back({.kind = EventKind::well_known, .date = day("2022-01-01")});
  CHECK(mark.recognised_as_well_known());
}

TEST_CASE("A designation is found by its party") {
  InternationalRegistration mark = madrid();
  CHECK(mark.designation_of("CN") == nullptr);
  mark.designations.push_back({.party = "CN"});
  REQUIRE(mark.designation_of("CN") != nullptr);
  CHECK(mark.designation_of("EM") == nullptr);
}
