#include "law/madrid.hpp"

#include <algorithm>
#include <string>

#include "law/ended.hpp"
#include "law/scope_changes.hpp"
#include "law/transitions.hpp"
#include "marque/law/deadline.hpp"
#include "marque/law/madrid.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

Deadline counted(std::string_view id, Date start) { return deadline(*find_period(id), start); }

std::vector<std::string> parties_of(const Event& event) {
  return event.designated.empty() ? std::vector<std::string>{std::string(china)} : event.designated;
}

Designation* designation_in(InternationalRegistration& mark, std::string_view party) {
  const auto found = std::find_if(mark.designations.begin(), mark.designations.end(),
                                  [&](const Designation& known) { return known.party == party; });
  return found == mark.designations.end() ? nullptr : &*found;
}

std::optional<Error> refused_too_late(const Event& event, const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  if (designation == nullptr || designation->status == DesignationStatus::opposition_open) return {};
  const auto limit = refusal_limit(*designation);
  if (!limit || event.date <= *limit) return {};
  return Error{ErrorCode::unlawful, "the refusal period ended on " + limit->to_string() + in_brackets("MP Art.5(2)")};
}

std::optional<Error> protected_too_early(const Event& event, const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  const auto limit = designation != nullptr ? refusal_limit(*designation) : std::nullopt;
  if (!limit || event.date > *limit) return {};
  return Error{ErrorCode::unlawful, "the refusal period runs until " + limit->to_string() + in_brackets("MP Art.5(5)")};
}

std::optional<Error> independent(const Event& event, const InternationalRegistration& mark) {
  const auto until = dependent_until(mark);
  if (!until || event.date <= *until || !event.instrument.empty()) return {};
  return Error{ErrorCode::unlawful, "the registration is independent of its basic mark since " + until->to_string() +
                                        ", unless an action begun before that day is named as the instrument" +
                                        in_brackets("MP Art.6(3)")};
}

std::optional<Error> transformed_too_late(const Event& event, const InternationalRegistration& mark) {
  const auto until = transformable_until(mark);
  if (until && event.date <= *until) return {};
  const std::string why = until ? "it could be transformed until " + until->to_string()
                                : "only what was cancelled at the request of the office of origin can be transformed";
  return Error{ErrorCode::unlawful, why + in_brackets("MP Art.9quinquies")};
}

/// The scope a designation has of its own, made from the registration's where it had none.
std::vector<ClassScope>& own_scope(Designation& designation, const InternationalRegistration& mark) {
  if (designation.scope.empty()) designation.scope = mark.scope;
  return designation.scope;
}

Result<void> designate(InternationalRegistration& mark, const std::string& party, const Event& event) {
  if (const Designation* known = designation_in(mark, party); known != nullptr && !is_over(known->status))
    return Error{ErrorCode::unlawful, party + " is designated already" + in_brackets("CR Rule 24")};
  Designation designation{.party = party, .designated = event.date, .status = DesignationStatus::pending};
  if (!event.classes.empty() || !event.goods.empty()) {
    std::vector<ClassScope> whole = mark.scope;
    auto taken = taken_out(whole, event);
    if (!taken) return taken.error();
    designation.scope = *std::move(taken);
  }
  if (Designation* known = designation_in(mark, party)) *known = std::move(designation);
  else mark.designations.push_back(std::move(designation));
  return {};
}

Result<void> limit(Designation& designation, const InternationalRegistration& mark, const Event& event) {
  const auto left = change_scope(own_scope(designation, mark), mark.status, Status::surrendered, event);
  if (!left) return left.error();
  if (!*left) designation.status = DesignationStatus::renounced;
  return {};
}

Result<void> change_one(InternationalRegistration& mark, const std::string& party, const Transition& row, const Event& event) {
  if (event.kind == EventKind::subsequent_designation) return designate(mark, party, event);
  Designation* designation = designation_in(mark, party);
  if (designation == nullptr) {
    if (event.designated.empty() && event.kind != EventKind::limitation) return {};  // nothing is known of China
    return Error{ErrorCode::invalid_argument, party + " is not designated"}.in_field("designated");
  }
  if (event.kind == EventKind::limitation) return limit(*designation, mark, event);
  if (event.kind == EventKind::limitation_without_effect) designation->scope.clear();
  if (row.china) designation->status = *row.china;
  return {};
}

/// What ceases of the basic mark ceases in every party, for the goods concerned (Art. 6(3), Rule 22).
Result<void> cease(InternationalRegistration& mark, const Event& event) {
  const bool in_part = !event.classes.empty() || !event.goods.empty();
  for (Designation& designation : mark.designations) {
    if (is_over(designation.status)) continue;
    if (!in_part || mark.status == Status::cancelled) {
      designation.status = DesignationStatus::ceased_with_basic_mark;
      continue;
    }
    if (designation.scope.empty()) continue;  // it covers what the registration covers, and follows it
    std::vector<ClassScope> scope = designation.scope;
    const auto left = change_scope(scope, mark.status, Status::cancelled, event);
    if (!left) continue;  // limited to other goods
    designation.scope = std::move(scope);
    if (!*left) designation.status = DesignationStatus::ceased_with_basic_mark;
  }
  return {};
}

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
  if (auto error = transformed_too_late(event, mark)) return *error;
  const Designation* designation = mark.designation_of(china);
  if (designation == nullptr)
    return Error{ErrorCode::unlawful, "China was not designated" + in_brackets("MP Art.9quinquies")};
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
  const bool same_owner = std::any_of(national.owners.begin(), national.owners.end(), [&](const Party& owner) {
    return std::any_of(international.holders.begin(), international.holders.end(),
                       [&](const Party& holder) { return same_party(owner, holder); });
  });
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

std::optional<Error> ill_timed_in_madrid(const Event& event, const InternationalRegistration& mark) {
  switch (event.kind) {
    case EventKind::refusal:
    case EventKind::partial_refusal:
      return refused_too_late(event, mark);
    case EventKind::tacit_protection:
      return protected_too_early(event, mark);
    case EventKind::basic_mark_ceased:
      return independent(event, mark);
    case EventKind::transformation:
      return transformed_too_late(event, mark);
    default:
      return {};
  }
}

Result<void> change_designations(InternationalRegistration& mark, const Transition& row, const Event& event) {
  if (event.kind == EventKind::basic_mark_ceased) return cease(mark, event);
  const bool concerns_parties = row.china || event.kind == EventKind::subsequent_designation ||
                                event.kind == EventKind::limitation || event.kind == EventKind::limitation_without_effect;
  if (!concerns_parties) return {};
  for (const std::string& party : parties_of(event))
    if (const auto changed = change_one(mark, party, row, event); !changed) return changed.error();
  return {};
}

}  // namespace marque
