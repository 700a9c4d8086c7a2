#include "marque/law/linked_records.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "law/ended.hpp"
#include "law/law_error.hpp"
#include "law/transitions.hpp"
#include "marque/law/lifecycle.hpp"
#include "marque/law/madrid.hpp"
#include "marque/law/standing.hpp"
#include "marque/model/entry.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

Result<InternationalRegistration> amended_mark(const InternationalRegistration& mark, const Event& event) {
  auto after = amended(mark, event);
  if (!after) return after.error();
  return std::get<InternationalRegistration>(*std::move(after));
}

/// Whether a mark has ended with an event, as a whole or in part, for good.
bool ends(EventKind kind) noexcept { return end_by(kind) && kind != EventKind::basic_mark_ceased; }

bool ends_with(const Trademark& basic, const Event& end) noexcept {
  const bool denied = end.kind == EventKind::refusal || end.kind == EventKind::non_registration;
  return ends(end.kind) || (denied && basic.dates.final_on == end.date);
}

bool begins_action(EventKind kind) noexcept {
  switch (kind) {
    case EventKind::opposition:
    case EventKind::refusal_review:
    case EventKind::suit:
    case EventKind::invalidation_request:
    case EventKind::non_use_request:
    case EventKind::generic_request:
      return true;
    default:
      return false;
  }
}

bool closes_actions(EventKind kind) noexcept {
  return kind == EventKind::maintained || kind == EventKind::opposition_rejected || kind == EventKind::registration;
}

/// The day of the last action begun by `until` that nothing on record has closed.
std::optional<Date> open_action(const std::vector<Event>& events, Date until) {
  std::optional<Date> begun;
  for (const Event& event : events) {
    if (closes_actions(event.kind)) begun.reset();
    else if (begins_action(event.kind) && event.date <= until) begun = event.date;
  }
  return begun;
}

const ClassScope* part_of(const std::vector<ClassScope>& scope, NiceClass nice_class) {
  const auto found = std::find_if(scope.begin(), scope.end(), [&](const ClassScope& part) { return part.nice_class == nice_class; });
  return found == scope.end() ? nullptr : &*found;
}

bool lists(const InternationalRegistration& mark, const Event& end, const std::string& goods) {
  return std::any_of(mark.scope.begin(), mark.scope.end(), [&](const ClassScope& part) {
    return concerns(end, part.nice_class) && std::any_of(part.goods.begin(), part.goods.end(), [&](const GoodsItem& item) {
             return item.name == goods && !is_gone(item.status.value_or(status_in(part, mark.status)));
           });
  });
}

/// Narrows the event to what of it the registration covers; false where that is nothing.
bool narrow(Event& event, const InternationalRegistration& mark, const Event& end, Ceasing& ceasing) {
  for (const NiceClass ended : end.classes) {
    const ClassScope* part = part_of(mark.scope, ended);
    if (part != nullptr && !is_gone(status_in(*part, mark.status))) event.classes.push_back(ended);
  }
  for (const std::string& goods : end.goods) {
    if (lists(mark, end, goods)) event.goods.push_back(goods);
    else ceasing.goods_differ = true;
  }
  return (end.classes.empty() || !event.classes.empty()) && (end.goods.empty() || !event.goods.empty());
}

// --- the ends that a record tells

/// The event that leaves a right in a state for good.
std::optional<EventKind> event_of(Status status, bool whole) noexcept {
  switch (status) {
    case Status::lapsed: return EventKind::lapse;
    case Status::surrendered: return whole ? EventKind::surrender : EventKind::partial_surrender;
    case Status::cancelled: return whole ? EventKind::cancellation : EventKind::partial_cancellation;
    case Status::invalidated: return whole ? EventKind::invalidation : EventKind::partial_invalidation;
    case Status::withdrawn: return EventKind::withdrawal;
    case Status::not_accepted: return EventKind::non_acceptance;
    case Status::refused: return EventKind::refusal;
    case Status::not_registered: return EventKind::non_registration;
    default: return {};
  }
}

bool is_whole(const Event& event) noexcept { return event.classes.empty() && event.goods.empty(); }

/// Something of a mark that is gone by its state, and how an event would name it.
struct Gone {
  Status status;
  NiceClass nice_class;
  std::string goods{};   ///< empty: the class as a whole

  bool told_by(const Event& event) const {
    if (!concerns(event, nice_class)) return false;
    return event.goods.empty() || (!goods.empty() && std::find(event.goods.begin(), event.goods.end(), goods) != event.goods.end());
  }
};

std::vector<Gone> gone_of(const Trademark& basic) {
  std::vector<Gone> gone;
  for (const ClassScope& part : basic.scope) {
    const Status state = status_in(part, basic.status);
    const auto is_gone_itself = [](const GoodsItem& item) { return item.status && is_gone(*item.status); };
    const bool one_by_one = !part.goods.empty() && std::all_of(part.goods.begin(), part.goods.end(), is_gone_itself);
    if (is_gone(state) && !one_by_one) {
      gone.push_back({state, part.nice_class});
      continue;
    }
    for (const GoodsItem& item : part.goods)
      if (is_gone_itself(item)) gone.push_back({*item.status, part.nice_class, item.name});
  }
  return gone;
}

/// Whether nothing that the event ended stands again, as far as the record lists it.
bool is_confirmed(const Trademark& basic, const Event& end) {
  for (const ClassScope& part : basic.scope) {
    if (!concerns(end, part.nice_class)) continue;
    const Status state = status_in(part, basic.status);
    if (end.goods.empty() && !is_gone(state)) return false;
    for (const GoodsItem& item : part.goods)
      if (std::find(end.goods.begin(), end.goods.end(), item.name) != end.goods.end() && !is_gone(item.status.value_or(state))) return false;
  }
  return !basic.scope.empty() || !is_whole(end) || is_gone(basic.status);
}

/// The day on which the record as a whole ended: no class has one of its own.
std::optional<Date> day_of_end(const Trademark& basic) { return ended_on(basic, *Date::make(9999, 12, 31)); }

/// A registration without the ceasings it tells of this basic mark.
InternationalRegistration without_ceasings(InternationalRegistration mark, const Trademark& basic) {
  const std::string number = canonical_number(basic.number.to_string());
  std::erase_if(mark.events, [&](const Event& event) { return event.kind == EventKind::basic_mark_ceased && canonical_number(event.instrument) == number; });
  return mark;
}

}  // namespace

Result<LinkedRecords> transformed_into(const InternationalRegistration& mark, const Event& event) {
  auto international = amended_mark(mark, event);
  if (!international) return international.error();
  const auto number = NationalNumber::parse(event.instrument);
  if (!number) return number.error().in_field("instrument");
  auto national = transformed(mark, *number, event.date);
  if (!national) return national.error();
  return LinkedRecords{*std::move(international), *std::move(national)};
}

Result<LinkedRecords> replaced_by(const InternationalRegistration& mark, const Trademark& national, const Event& event) {
  const std::vector<ClassScope> goods = replaced_goods(national, mark);
  if (goods.empty())
    return law_error(ErrorCode::unlawful,
                     {"国际注册" + mark.number.to_string() + "不能代替" + national.number.to_string() +
                          "：须同一商标、同一所有人、商品为其所含、在中国受保护且国家注册在先",
                      mark.number.to_string() + " does not replace " + national.number.to_string() +
                          ": the mark, its owner and goods must be the same, protected in China, and the national registration the earlier one"},
                     "MP Art.4bis");
  Event told = event, told_there = event;
  told.instrument = national.number.to_string();
  told_there.instrument = mark.number.to_string();
  told.classes.clear();
  told.goods.clear();
  for (const ClassScope& part : goods) {
    told.classes.push_back(part.nice_class);
    for (const GoodsItem& item : part.goods) told.goods.push_back(item.name);
  }
  told_there.classes = told.classes;
  told_there.goods = told.goods;
  auto international = amended_mark(mark, told);
  if (!international) return international.error();
  auto stays = amended(national, told_there);
  if (!stays) return stays.error();
  return LinkedRecords{*std::move(international), std::get<Trademark>(*std::move(stays))};
}

bool rests_on(const InternationalRegistration& mark, const Trademark& basic) {
  if (!mark.basic_mark || (!mark.basic_mark->office.empty() && mark.basic_mark->office != china)) return false;
  return basic.number.is_chinese() && canonical_number(mark.basic_mark->number) == canonical_number(basic.number.to_string());
}

Ceasing ceasing_with(const InternationalRegistration& mark, const Trademark& basic, const Event& end) {
  Ceasing ceasing;
  if (!ends_with(basic, end) || !rests_on(mark, basic)) return ceasing;
  if (transition(EntryKind::international, mark.status, EventKind::basic_mark_ceased) == nullptr) return ceasing;
  if (const auto until = dependent_until(mark); until && end.date > *until) {
    ceasing.begun = open_action(basic.events, *until);
    if (!ceasing.begun) return ceasing;
  }
  Event event{EventKind::basic_mark_ceased, end.date};
  if (!narrow(event, mark, end, ceasing)) return ceasing;
  event.instrument = basic.number.to_string();
  event.note = std::string(chinese_of(end.kind)) + " " + std::string(name_of(end.kind));
  if (ceasing.begun) event.note += "; 程序始于 action begun " + ceasing.begun->to_string();
  ceasing.event = std::move(event);
  return ceasing;
}

EndsOnRecord ends_on_record(const Trademark& basic) {
  EndsOnRecord found;
  for (const Event& event : basic.events)
    if (ends(event.kind) && is_confirmed(basic, event)) found.ends.push_back(event);
  std::vector<Gone> untold;
  for (const Gone& gone : gone_of(basic)) {
    const bool told = std::any_of(found.ends.begin(), found.ends.end(), [&](const Event& end) { return gone.told_by(end); });
    if (!told && event_of(gone.status, true)) untold.push_back(gone);
  }
  if (untold.empty() && !(basic.scope.empty() && is_gone(basic.status) && found.ends.empty())) return found;
  const auto kind = event_of(basic.status, true);
  const auto day = kind ? day_of_end(basic) : std::nullopt;
  const bool of_record = std::all_of(untold.begin(), untold.end(), [&](const Gone& gone) { return gone.status == basic.status && gone.goods.empty(); });
  if (!kind || !day || !of_record) {
    // A refusal that may still be reviewed is no end.
    found.undated = std::any_of(untold.begin(), untold.end(), [](const Gone& gone) { return has_ended(gone.status); }) || has_ended(basic.status);
    return found;
  }
  Event end{*kind, *day};
  if (untold.size() < basic.scope.size()) {
    end.kind = *event_of(basic.status, false);
    for (const Gone& gone : untold) end.classes.push_back(gone.nice_class);
  }
  found.ends.push_back(std::move(end));
  std::stable_sort(found.ends.begin(), found.ends.end(), [](const Event& a, const Event& b) { return a.date < b.date; });
  return found;
}

InStep in_step(const InternationalRegistration& mark, const Trademark& basic) {
  InStep unchanged{mark};
  if (!rests_on(mark, basic)) return unchanged;
  const EndsOnRecord ends = ends_on_record(basic);
  unchanged.undated = ends.undated && transition(EntryKind::international, mark.status, EventKind::basic_mark_ceased) != nullptr;
  InStep step{without_ceasings(mark, basic), {}, false, unchanged.undated};
  const std::size_t told = mark.events.size() - step.mark.events.size();
  for (const Event& end : ends.ends) {
    const Ceasing ceasing = ceasing_with(step.mark, basic, end);
    step.goods_differ = step.goods_differ || ceasing.goods_differ;
    if (!ceasing.event) continue;
    const auto after = amended(step.mark, *ceasing.event);
    if (!after) continue;   // its dates contradict it
    step.mark = std::get<InternationalRegistration>(*after);
    step.ceased.push_back(*ceasing.event);
  }
  const bool stands_again = ends.ends.empty() && !ends.undated && !is_gone(mark.status);
  if (step.ceased.size() < told && !stands_again) return unchanged;   // its state shows them already
  std::erase_if(step.ceased, [&](const Event& event) { return std::find(mark.events.begin(), mark.events.end(), event) != mark.events.end(); });
  return step;
}

}  // namespace marque
