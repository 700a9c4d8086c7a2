#include "madrid.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

using namespace marque;

/// Parties of the Madrid Union (WIPO ST.3 codes) that a district with textiles, tools and food would name.
constexpr std::array<std::string_view, 16> union_parties{"AU", "DE", "EM", "FR", "GB", "ID", "IN", "JP", "KR", "KZ", "MY", "PH", "RU", "SG", "US", "VN"};

/// Refusal period of parties that declared 18 months (Protocol Art. 5(2)(b)), taken for all of them here.
constexpr int refusal_months = 18;

DesignationStatus outcome(Random& random, bool period_over) {
  using enum DesignationStatus;
  constexpr std::array over{granted, tacitly_protected, granted_in_part, refusal_confirmed, renounced};
  constexpr std::array over_shares{45, 35, 9, 8, 3};
  constexpr std::array open{pending, opposition_open, provisional_refusal, partial_provisional_refusal, granted};
  constexpr std::array open_shares{55, 15, 12, 8, 10};
  return period_over ? over[random.weighted(over_shares)] : open[random.weighted(open_shares)];
}

Designation designate(std::string_view party, Date date, Date today, Random& random) {
  Designation designation;
  designation.party = party;
  designation.designated = date;
  designation.status = DesignationStatus::pending;
  const Date notified = date.plus_days(random.between(40, 110));
  if (notified > today) return designation;
  designation.notified = notified;
  designation.status = outcome(random, notified.plus_months(refusal_months) < today);
  return designation;
}

std::vector<Designation> designations(Date registered, Date today, Random& random) {
  std::vector<Designation> result;
  const int share = random.between(200, 500);
  for (const std::string_view party : union_parties) {
    if (!random.chance(share)) continue;
    const Date later = registered.plus_days(random.between(300, 1500));
    const bool subsequent = random.chance(200) && later <= today;
    result.push_back(designate(party, subsequent ? later : registered, today, random));
  }
  if (result.empty()) result.push_back(designate("EM", registered, today, random));
  return result;
}

}  // namespace

InternationalRegistration extend_abroad(const Trademark& basic, Date today, std::size_t index, Random& random) {
  // Within the topmost numbers of seven digits, which the International Bureau is furthest from.
  const std::string number = std::to_string(9'990'000 + index);
  InternationalRegistration mark{.number = *InternationalNumber::parse(number)};
  mark.basic_mark = BasicMark{"CN", basic.number.to_string()};
  mark.mark = basic.mark;
  mark.scope = basic.scope;
  mark.nice_edition = basic.nice_edition;
  mark.holders = basic.owners;
  mark.agent = basic.agent;
  const Date registered = basic.dates.registered->plus_days(random.between(90, 700));
  mark.registered = registered;
  mark.expires = registered.plus_months(120);
  mark.status = Status::registered;
  while (*mark.expires < today) {
    mark.events.push_back({.kind = EventKind::renewal, .date = *mark.expires});
    mark.expires = mark.expires->plus_months(120);
  }
  mark.designations = designations(registered, today, random);
  return mark;
}
