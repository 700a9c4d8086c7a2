#include "marque/law/indication.hpp"

#include <algorithm>

#include "law/law_error.hpp"

namespace marque {
namespace {

/// Agricultural registrations stopped in March 2022.
Date last_agricultural() { return *Date::make(2022, 3, 31); }

bool made_by(const GiRegistration& registration, Date day) { return !registration.date || *registration.date <= day; }

Error at(ErrorCode code, Bilingual sentence, const char* field) { return law_error(code, std::move(sentence)).in_field(field); }

}  // namespace

std::vector<GiRegistration> registrations_on(const GeographicalIndication& indication, Date day) {
  std::vector<GiRegistration> live;
  for (const GiRegistration& one : indication.registrations) {
    const bool superseded = std::any_of(indication.registrations.begin(), indication.registrations.end(), [&](const GiRegistration& later) {
      return !one.number.empty() && later.supersedes == one.number && made_by(later, day);
    });
    if (one.status == Status::registered && made_by(one, day) && !superseded) live.push_back(one);
  }
  return live;
}

bool protected_under(const GeographicalIndication& indication, GiSystem system, Date day) {
  const auto live = registrations_on(indication, day);
  return std::any_of(live.begin(), live.end(), [&](const GiRegistration& one) { return one.system == system; });
}

bool is_lawful_on(const LawfulUser& user, Date day) noexcept {
  return (!user.since || *user.since <= day) && (!user.until || *user.until >= day);
}

Result<GeographicalIndication> converted(const GeographicalIndication& indication, const GiRegistration& into) {
  if (into.supersedes.empty()) return at(ErrorCode::missing_field, {"转换须写明所取代的登记", "a conversion names the registration it takes the place of"}, "supersedes");
  if (!into.date) return at(ErrorCode::missing_field, {"转换须写明日期", "a conversion has a day"}, "date");
  const auto old = std::find_if(indication.registrations.begin(), indication.registrations.end(),
                                [&](const GiRegistration& one) { return one.number == into.supersedes; });
  if (old == indication.registrations.end())
    return at(ErrorCode::not_found, {"没有登记“" + into.supersedes + "”", "no registration \"" + into.supersedes + "\" is on record"}, "supersedes");
  if (old->system == GiSystem::trademark || into.system == GiSystem::trademark)
    return at(ErrorCode::unlawful, {"集体商标、证明商标不转换，与之并存（第79号令）", "a collective or certification mark is not converted, it stands beside (Order 79)"}, "system");
  if (into.system == GiSystem::agricultural && *into.date > last_agricultural())
    return at(ErrorCode::unlawful, {"农产品地理标志自2022年3月起停止登记", "agricultural indications are registered no more since March 2022"}, "system");
  if (into.system == old->system) return at(ErrorCode::unlawful, {"该登记已属此制度", "the registration is under that system already"}, "system");
  if (old->date && *into.date < *old->date)
    return at(ErrorCode::invalid_date, {"转换日早于登记日" + old->date->to_string(), "the conversion lies before the registration of " + old->date->to_string()}, "date");
  const auto live = registrations_on(indication, *into.date);
  if (std::find(live.begin(), live.end(), *old) == live.end())
    return at(ErrorCode::unlawful, {"登记“" + into.supersedes + "”当日无效", "the registration \"" + into.supersedes + "\" is not in force on that day"}, "supersedes");
  GeographicalIndication after = indication;
  after.registrations.push_back(into);
  return after;
}

}  // namespace marque
