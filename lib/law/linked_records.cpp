#include "marque/law/linked_records.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "law/ended.hpp"
#include "law/law_error.hpp"
#include "law/transitions.hpp"
#include "marque/law/lifecycle.hpp"
#include "marque/law/madrid.hpp"
#include "marque/model/entry.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

Result<InternationalRegistration> amended_mark(const InternationalRegistration& mark, const Event& event) {
  auto after = amended(mark, event);
  if (!after) return after.error();
  return std::get<InternationalRegistration>(*std::move(after));
}

/// Whether a basic mark has ended with an event, as a whole or in part, for good.
bool ends(EventKind kind) noexcept { return end_by(kind) && kind != EventKind::basic_mark_ceased; }

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
  if (!ends(end.kind) || !rests_on(mark, basic)) return ceasing;
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

}  // namespace marque
