#include "marque/indicators/indicators.hpp"

#include <algorithm>
#include <array>

#include "marque/law/calendar.hpp"
#include "marque/law/indication.hpp"
#include "marque/law/standing.hpp"
#include "model/spelling.hpp"

namespace marque {
namespace {

/// Standing on a day that may lie before the registration.
Standing standing_as_of(const Entry& entry, Date day) {
  const auto* mark = std::get_if<Trademark>(&entry);
  const auto* madrid = std::get_if<InternationalRegistration>(&entry);
  const auto registered = mark != nullptr ? mark->dates.registered : madrid != nullptr ? madrid->registered : std::nullopt;
  if (registered && *registered > day) return Standing::pending;
  if (madrid != nullptr) {
    // The registration as a whole, in whatever countries: standing_on() looks at the designation of China.
    switch (madrid->status) {
      case Status::registered:
      case Status::in_grace: return !madrid->expires || grace_end(*madrid->expires) >= day ? Standing::in_force : Standing::dead;
      case Status::unknown: return Standing::unknown;
      default: return Standing::dead;
    }
  }
  return standing_on(entry, day);
}

std::string holder_key(const Party& owner) {
  return owner.uscc ? owner.uscc->to_string() : wording_key(owner.name.empty() ? owner.foreign_name : owner.name);
}

Bilingual on_day(const char* zh, const char* en, Date day) {
  return {std::string(zh) + day.to_string(), std::string(en) + day.to_string()};
}

Bilingual state_unknown() { return {"状态不明，未计入", "its state is not known and it is not counted"}; }

/// Who could use an indication in a year and has no sales on record, where its figure is added up from the users' own.
std::vector<std::string> users_without_sales(const GeographicalIndication& indication, int year) {
  std::set<std::string> told;
  for (const GiYear& one : indication.years)
    if (one.year == year && one.sales) told.insert(wording_key(one.user));
  std::vector<std::string> silent;
  for (const LawfulUser& user : indication.users) {
    const bool in_year = (!user.since || user.since->year() <= year) && (!user.until || user.until->year() >= year);
    if (in_year && !told.contains(wording_key(user.party.name))) silent.push_back(user.party.name);
  }
  return silent;
}

/// The pledges of a record that are still secured on a day: each pledge ends with a release after it, or its own last day.
std::vector<const Event*> pledges_in_force(const std::vector<Event>& events, Date day) {
  std::vector<const Event*> open;
  for (const Event& event : events) {
    if (event.date > day) continue;
    if (event.kind == EventKind::pledge) open.push_back(&event);
    if (event.kind != EventKind::pledge_release || open.empty()) continue;
    // A release names its pledgee; one that names nobody releases the oldest.
    auto released = std::find_if(open.begin(), open.end(), [&](const Event* p) {
      return event.party && p->party && same_party(*event.party, *p->party);
    });
    open.erase(released != open.end() ? released : open.begin());
  }
  std::erase_if(open, [&](const Event* p) { return p->until && *p->until < day; });
  return open;
}

}  // namespace

std::string_view name_of(FigureBound bound) noexcept {
  constexpr std::array<std::string_view, 3> names{"exact", "at_least", "unknown"};
  return names[static_cast<std::size_t>(bound)];
}

FigureBound Indicator::bound() const noexcept {
  if (!value) return FigureBound::unknown;
  return missing.empty() ? FigureBound::exact : FigureBound::at_least;
}

std::optional<int> Indicator::progress() const {
  if (!value || !plan.baseline || !plan.target || *plan.baseline == *plan.target) return {};
  const double gone = static_cast<double>(*value - *plan.baseline) / static_cast<double>(*plan.target - *plan.baseline);
  return static_cast<int>(gone * 100);
}

IndicatorBuilder::IndicatorBuilder(Plan plan, Date as_of, std::optional<int> year)
    : plan_(std::move(plan)), as_of_(as_of) {
  for (const PlanTarget& target : plan_.targets) {
    Indicator made;
    made.plan = target;
    made.value = 0;
    if (target.kind == IndicatorKind::gi_sales) made.year = year.value_or(as_of_.year() - 1);
    if (target.kind == IndicatorKind::pledge_sum) made.year = year.value_or(as_of_.year());
    made_.push_back(std::move(made));
  }
}

Indicator* IndicatorBuilder::of(IndicatorKind kind) {
  const auto found = std::find_if(made_.begin(), made_.end(), [&](const Indicator& i) { return i.plan.kind == kind; });
  return found == made_.end() ? nullptr : &*found;
}

void IndicatorBuilder::count(IndicatorKind kind, const Entry& entry, Bilingual why) {
  if (Indicator* indicator = of(kind)) {
    *indicator->value += 1;
    indicator->records.push_back({number_of(entry), words_of(entry), 1, std::move(why)});
  }
}

void IndicatorBuilder::lack(std::initializer_list<IndicatorKind> kinds, const Entry& entry, const Bilingual& why) {
  for (const IndicatorKind kind : kinds)
    if (Indicator* indicator = of(kind)) indicator->missing.push_back({number_of(entry), words_of(entry), 0, why});
}

void IndicatorBuilder::add(const Entry& entry) {
  if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) add_indication(entry, *indication);
  else add_mark(entry);
  add_pledges(entry);
}

void IndicatorBuilder::add_mark(const Entry& entry) {
  const bool national = kind_of(entry) == EntryKind::trademark;
  const Event* recognition = recognition_by(events_of(entry), as_of_);
  const Standing standing = standing_as_of(entry, as_of_);
  if (standing == Standing::unknown) {
    lack({national ? IndicatorKind::marks : IndicatorKind::madrid}, entry, state_unknown());
    if (national) lack({IndicatorKind::holders, IndicatorKind::holders_per_10000}, entry, state_unknown());
    if (recognition != nullptr) lack({IndicatorKind::well_known}, entry, state_unknown());
    return;
  }
  if (standing != Standing::in_force) return;
  const auto expires = expiry_of(entry);
  count(national ? IndicatorKind::marks : IndicatorKind::madrid, entry,
        expires ? on_day("有效期至", "in force until ", *expires) : Bilingual{"有效", "in force"});
  if (recognition != nullptr) count(IndicatorKind::well_known, entry, on_day("认定于", "recognised on ", recognition->date));
  if (national) add_holders(entry);
}

void IndicatorBuilder::add_holders(const Entry& entry) {
  if (of(IndicatorKind::holders) == nullptr && of(IndicatorKind::holders_per_10000) == nullptr) return;
  bool named = false;
  for (const Party& owner : owners_of(entry)) {
    const std::string key = holder_key(owner);
    if (key.empty()) continue;
    named = true;
    Holder& holder = holders_[key];
    const std::string number = number_of(entry);
    if (holder.marks++ == 0 || number < holder.first_number) holder.first_number = number;
    if (holder.name.empty()) holder.name = owner.name.empty() ? owner.foreign_name : owner.name;
  }
  if (!named) lack({IndicatorKind::holders, IndicatorKind::holders_per_10000}, entry, {"记录中无注册人", "no owner on record"});
}

void IndicatorBuilder::add_indication(const Entry& entry, const GeographicalIndication& indication) {
  const auto from = priority_date_of(entry);
  const Standing standing = standing_on(entry, as_of_);
  if (standing == Standing::unknown)
    return lack({IndicatorKind::indications, IndicatorKind::gi_users, IndicatorKind::gi_sales}, entry, state_unknown());
  if (standing != Standing::in_force || (from && *from > as_of_)) return;
  count(IndicatorKind::indications, entry, from ? on_day("自", "since ", *from) : Bilingual{"受保护", "protected"});
  add_users(indication);
  add_sales(indication);
}

void IndicatorBuilder::add_users(const GeographicalIndication& indication) {
  Indicator* indicator = of(IndicatorKind::gi_users);
  if (indicator == nullptr) return;
  if (indication.users.empty()) {
    indicator->missing.push_back({indication.number, indication.name, 0, {"记录中无合法使用人", "no lawful user on record"}});
    return;
  }
  const auto users = std::count_if(indication.users.begin(), indication.users.end(), [&](const LawfulUser& user) { return is_lawful_on(user, as_of_); });
  *indicator->value += users;
  indicator->records.push_back({indication.number, indication.name, users,
                                users > 0 ? Bilingual{"合法使用人", "lawful users"} : Bilingual{"合法使用人均已到期", "the time of every lawful user is over"}});
}

void IndicatorBuilder::add_sales(const GeographicalIndication& indication) {
  Indicator* indicator = of(IndicatorKind::gi_sales);
  if (indicator == nullptr) return;
  const int year = *indicator->year;
  const std::string text = std::to_string(year);
  // The whole indication's sum goes before those of single users.
  std::optional<std::int64_t> total, by_users;
  for (const GiYear& told : indication.years) {
    if (told.year != year || !told.sales) continue;
    auto& sum = told.user.empty() ? total : by_users;
    sum = sum.value_or(0) + told.sales->fen();
  }
  const auto sum = total ? total : by_users;
  if (!sum) {
    indicator->missing.push_back({indication.number, indication.name, 0, {text + "年无销售额记录", "no sales of " + text + " on record"}});
    return;
  }
  *indicator->value += *sum;
  indicator->records.push_back({indication.number, indication.name, *sum,
                                total ? Bilingual{text + "年总销售额", "sales of " + text}
                                      : Bilingual{text + "年各使用人销售额之和", "sales of " + text + ", users added up"}});
  if (total) return;
  for (const std::string& user : users_without_sales(indication, year))
    indicator->missing.push_back({indication.number, indication.name, 0, {user + "：" + text + "年无销售额记录", user + ": no sales of " + text + " on record"}});
}

void IndicatorBuilder::add_pledges(const Entry& entry) {
  const auto take = [&](Indicator& indicator, const Event& pledge) {
    const std::string who = pledge.party ? pledge.party->name : std::string();
    const Bilingual why{pledge.date.to_string() + " 质权登记 " + who, "pledged on " + pledge.date.to_string() + (who.empty() ? "" : " to " + who)};
    if (!pledge.amount) {
      indicator.missing.push_back({number_of(entry), words_of(entry), 0, {why.zh + "，未记金额", why.en + ", no sum on record"}});
      return;
    }
    // One contract may pledge many marks, each record naming the whole sum: it counts once.
    const std::string contract = pledge.instrument.empty() ? std::string() : pledge.instrument + "\n" + wording_key(who);
    if (!contract.empty() && !contracts_.emplace(indicator.plan.kind, contract).second) {
      indicator.records.push_back({number_of(entry), words_of(entry), 0,
                                   {why.zh + "，与另一商标同一合同（" + pledge.instrument + "）", why.en + ", under one contract with another mark (" + pledge.instrument + ")"}});
      return;
    }
    *indicator.value += pledge.amount->fen();
    indicator.records.push_back({number_of(entry), words_of(entry), pledge.amount->fen(), why});
  };
  if (Indicator* indicator = of(IndicatorKind::pledge_sum))
    for (const Event& event : events_of(entry))
      if (event.kind == EventKind::pledge && event.date <= as_of_ && event.date.year() == *indicator->year) take(*indicator, event);
  if (Indicator* indicator = of(IndicatorKind::pledges_in_force))
    for (const Event* pledge : pledges_in_force(events_of(entry), as_of_)) take(*indicator, *pledge);
}

std::vector<Indicator> IndicatorBuilder::finish() && {
  for (Indicator& indicator : made_) {
    const bool ratio = indicator.plan.kind == IndicatorKind::holders_per_10000;
    if (indicator.plan.kind == IndicatorKind::holders || ratio) {
      for (const auto& [key, holder] : holders_)
        indicator.records.push_back({holder.first_number, holder.name, 1,
                                     {"有效商标" + std::to_string(holder.marks) + "件", std::to_string(holder.marks) + " marks in force"}});
      const auto total = static_cast<std::int64_t>(holders_.size());
      indicator.value = total;
      if (ratio) indicator.value = plan_.enterprises ? std::optional(total * 10'000 * 100 / *plan_.enterprises) : std::nullopt;
    }
    if (indicator.records.empty() && !indicator.missing.empty()) indicator.value.reset();
    const auto by_number = [](const Contribution& a, const Contribution& b) { return a.number < b.number; };
    std::stable_sort(indicator.records.begin(), indicator.records.end(), by_number);
    std::stable_sort(indicator.missing.begin(), indicator.missing.end(), by_number);
  }
  return std::move(made_);
}

std::string value_text(std::int64_t value, IndicatorUnit unit) {
  switch (unit) {
    case IndicatorUnit::count: return std::to_string(value);
    case IndicatorUnit::yuan: return Yuan::from_fen(value).to_string();
    case IndicatorUnit::per_ten_thousand: break;
  }
  const std::string cents = std::to_string(value % 100);
  return std::to_string(value / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

}  // namespace marque
