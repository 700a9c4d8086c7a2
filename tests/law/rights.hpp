#pragma once

#include <string_view>
#include <vector>

#include "marque/model/entry.hpp"

/// Rights that the tests of the law start from.
namespace rights {

using namespace marque;

inline Date day(std::string_view text) { return *Date::parse(text); }

inline Event event(EventKind kind, std::string_view date, std::string_view party = {}, std::vector<int> classes = {}) {
  Event made{.kind = kind, .date = day(date)};
  if (!party.empty()) made.party = Party{.name = std::string(party)};
  for (const int number : classes) made.classes.push_back(*NiceClass::make(number));
  return made;
}

inline std::vector<ClassScope> clothes_and_trade() {
  return {ClassScope{.nice_class = *NiceClass::make(25)}, ClassScope{.nice_class = *NiceClass::make(35)}};
}

/// Filed on 2020-01-02; a registered one with a term to 2031-01-13.
inline Entry mark_in(Status status) {
  Trademark mark{.number = *NationalNumber::parse("12345678")};
  mark.mark.text = "叠石桥";
  mark.scope = clothes_and_trade();
  mark.owners = {Party{.name = "甲"}, Party{.name = "乙"}};
  mark.dates.filed = day("2020-01-02");
  mark.status = status;
  if (status == Status::registered || status == Status::in_grace) {
    mark.dates.registered = day("2021-01-14");
    mark.dates.expires = day("2031-01-13");
  }
  return mark;
}

/// Of 2015-03-04, granted in China and the United States.
inline Entry madrid_in(Status status) {
  InternationalRegistration mark{.number = *InternationalNumber::parse("1234567")};
  mark.mark.text = "STEIFF";
  mark.scope = clothes_and_trade();
  mark.holders = {Party{.name = "Steiff GmbH"}};
  mark.registered = day("2015-03-04");
  mark.expires = day("2025-03-04");
  mark.status = status;
  mark.designations = {Designation{.party = "CN", .status = DesignationStatus::granted},
                       Designation{.party = "US", .status = DesignationStatus::granted}};
  return mark;
}

/// Of 2015-03-04, renewed, for sheets and blankets in class 24 and trade in 35.
inline InternationalRegistration madrid_textile() {
  auto mark = std::get<InternationalRegistration>(madrid_in(Status::registered));
  mark.scope = {ClassScope{*NiceClass::make(24), {GoodsItem{"床单", {}, ""}, GoodsItem{"毛毯", {}, ""}}, {}},
                ClassScope{*NiceClass::make(35), {}, {}}};
  mark.expires = day("2035-03-04");
  return mark;
}

inline Entry indication_in(Status status) {
  GeographicalIndication indication;
  indication.number = "local:海门山羊肉";
  indication.name = "海门山羊肉";
  indication.status = status;
  return indication;
}

inline Entry in_state(Entry entry, Status status) {
  std::visit([&](auto& right) { right.status = status; }, entry);
  return entry;
}

}  // namespace rights
