#pragma once

#include <string>
#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"
#include "marque/model/geographical_indication.hpp"

/// Filings and records made up for tests; no right in the world.
namespace marque::test {

inline Date day(const char* text) { return *Date::parse(text); }

inline Filing filing_of(const std::string& words, const char* filed = "2026-11-22") {
  Filing filing{*make_subject(words), {}, {}, MarkKind::ordinary, day(filed), day(filed), law_in_force(day(filed))};
  return filing;
}

inline ClassScope in_class(int number, std::vector<std::string> goods = {}) {
  ClassScope scope{*NiceClass::make(number), {}, {}};
  for (std::string& item : goods) scope.goods.push_back({std::move(item), {}, {}});
  return scope;
}

inline Party party(const std::string& name, const std::string& address = {}) {
  Party made;
  made.name = name;
  made.address = address;
  return made;
}

/// After the facts of the public notices; number and holder are invented.
inline GeographicalIndication goat() {
  GeographicalIndication made;
  made.number = "local:test-1";
  made.name = "海门山羊";
  made.product = "山羊";
  made.scope = {in_class(31, {"山羊"})};
  made.area = {"江苏省海门市现辖行政区域", {AreaCode::from_digits(320684)}, {}};
  made.holders = {party("测试山羊协会")};
  made.users.push_back({party("测试合法使用人合作社"), {}, {}, day("2026-12-31")});
  return made;
}

/// `gi_misleading:high place_name:medium`
inline std::string shown(const std::vector<Ground>& grounds) {
  std::string text;
  for (const Ground& ground : grounds) {
    if (!text.empty()) text += ' ';
    text += std::string(name_of(ground.code)) + ":" + std::string(name_of(ground.risk));
  }
  return text;
}

}  // namespace marque::test
