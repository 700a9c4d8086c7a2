#include "marque/law/madrid.hpp"

#include <algorithm>
#include <string>

#include "law/law_error.hpp"
#include "law/madrid_changes.hpp"
#include "marque/law/deadline.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

Deadline counted(std::string_view id, Date start) { return deadline(*find_period(id), start); }

}  // namespace

bool is_over(DesignationStatus status) noexcept {
  switch (status) {
    case DesignationStatus::refusal_confirmed:
    case DesignationStatus::invalidated:
    case DesignationStatus::renounced:
    case DesignationStatus::cancelled:
    case DesignationStatus::ceased_with_basic_mark:
    case DesignationStatus::not_renewed:
      return true;
    default:
      return false;
  }
}

std::optional<Date> refusal_limit(const Designation& designation) {
  if (designation.party != china || !designation.notified) return {};
  return counted(designation.by_article_9sexies ? "M04b" : "M04a", *designation.notified).end;
}

bool is_tacitly_protected(const Designation& designation, Date day) {
  const bool nothing_notified = designation.status == DesignationStatus::pending;
  const auto limit = refusal_limit(designation);
  return designation.status == DesignationStatus::tacitly_protected || (nothing_notified && limit && *limit < day);
}

std::optional<Date> dependent_until(const InternationalRegistration& mark) {
  return mark.registered ? counted("M10", *mark.registered).end : std::nullopt;
}

std::optional<Date> transformable_until(const InternationalRegistration& mark) {
  std::optional<Date> until;
  for (const Event& event : mark.events) {
    const bool cancelled = event.kind == EventKind::cancellation || event.kind == EventKind::partial_cancellation ||
                           event.kind == EventKind::basic_mark_ceased;
    if (cancelled) until = counted("M11", event.date).end;
  }
  return until;
}

Result<Trademark> transformed(const InternationalRegistration& mark, const NationalNumber& number, Date filed) {
  Event event{EventKind::transformation, filed};
  if (auto error = ill_timed_in_madrid(event, mark)) return *error;
  const Designation* designation = mark.designation_of(china);
  if (designation == nullptr)
    return law_error(ErrorCode::unlawful, {"未指定中国", "China was not designated"}, "MP Art.9quinquies");
  Trademark made{.number = number};
  made.kind = mark.kind;
  made.mark = mark.mark;
  made.scope = designation->scope.empty() ? mark.scope : designation->scope;
  for (ClassScope& part : made.scope) {
    part.status.reset();
    for (GoodsItem& item : part.goods) item.status.reset();
  }
  made.nice_edition = mark.nice_edition;
  made.owners = mark.holders;
  made.agent = mark.agent;
  made.priorities = mark.priorities;
  made.dates.filed = designation->designated ? designation->designated : mark.registered;
  made.status = Status::filed;
  made.transformed_from = mark.number;
  event.instrument = mark.number.to_string();
  made.events.push_back(std::move(event));
  return made;
}

std::vector<ClassScope> replaced_goods(const Trademark& national, const InternationalRegistration& international) {
  std::vector<ClassScope> both;
  const Designation* designation = international.designation_of(china);
  if (designation == nullptr || is_over(designation->status) || national.status != Status::registered) return both;
  const bool same_owner = share_party(national.owners, international.holders);
  const auto later = designation->designated ? designation->designated : international.registered;
  if (!same_owner || national.mark.text != international.mark.text || !later || !national.dates.registered ||
      *later < *national.dates.registered)
    return both;
  const auto& covered = designation->scope.empty() ? international.scope : designation->scope;
  for (const ClassScope& theirs : national.scope) {
    const auto ours = std::find_if(covered.begin(), covered.end(),
                                   [&](const ClassScope& part) { return part.nice_class == theirs.nice_class; });
    if (ours == covered.end()) continue;
    ClassScope shared{theirs.nice_class, {}, {}};
    for (const GoodsItem& item : theirs.goods)
      if (ours->goods.empty() || std::any_of(ours->goods.begin(), ours->goods.end(),
                                             [&](const GoodsItem& other) { return other.name == item.name; }))
        shared.goods.push_back(item);
    if (theirs.goods.empty() || !shared.goods.empty()) both.push_back(std::move(shared));
  }
  return both;
}

}  // namespace marque
