#include "law/madrid_changes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "law/law_error.hpp"
#include "law/scope_changes.hpp"
#include "marque/law/madrid.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

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
  return law_error(ErrorCode::unlawful,
                   {"驳回期限已于" + limit->to_string() + "届满", "the refusal period ended on " + limit->to_string()}, "MP Art.5(2)");
}

std::optional<Error> protected_too_early(const Event& event, const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  const auto limit = designation != nullptr ? refusal_limit(*designation) : std::nullopt;
  if (!limit || event.date > *limit) return {};
  return law_error(ErrorCode::unlawful, {"驳回期限至" + limit->to_string(), "the refusal period runs until " + limit->to_string()}, "MP Art.5(5)");
}

std::optional<Error> independent(const Event& event, const InternationalRegistration& mark) {
  const auto until = dependent_until(mark);
  if (!until || event.date <= *until || !event.instrument.empty()) return {};
  const std::string day = until->to_string();
  return law_error(ErrorCode::unlawful,
                   {"自" + day + "起国际注册独立于基础商标，除非写明（instrument）在此之前已启动的程序",
                    "the registration is independent of its basic mark since " + day +
                        ", unless an action begun before that day is named as the instrument"},
                   "MP Art.6(3)");
}

std::optional<Error> transformed_too_late(const Event& event, const InternationalRegistration& mark) {
  const auto until = transformable_until(mark);
  if (until && event.date <= *until) return {};
  const Bilingual why = until ? Bilingual{"转换期限至" + until->to_string(), "it could be transformed until " + until->to_string()}
                              : Bilingual{"仅应原属局请求被撤销的国际注册可以转换",
                                          "only what was cancelled at the request of the office of origin can be transformed"};
  return law_error(ErrorCode::unlawful, why, "MP Art.9quinquies");
}

/// A designation is declared invalid, or asked to be, only once it is protected, or the refusal period has run (REG Art. 49).
std::optional<Error> invalidated_too_early(const Event& event, const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  if (designation == nullptr || designation->status != DesignationStatus::pending) return {};
  const auto limit = refusal_limit(*designation);
  if (!limit || event.date > *limit) return {};
  return law_error(ErrorCode::unlawful, {"驳回期限至" + limit->to_string(), "the refusal period runs until " + limit->to_string()}, "REG Art.49");
}

/// The scope a designation has of its own, made from the registration's where it had none.
std::vector<ClassScope>& own_scope(Designation& designation, const InternationalRegistration& mark) {
  if (designation.scope.empty()) designation.scope = mark.scope;
  return designation.scope;
}

Result<void> designate(InternationalRegistration& mark, const std::string& party, const Event& event) {
  if (const Designation* known = designation_in(mark, party); known != nullptr && !is_over(known->status))
    return law_error(ErrorCode::unlawful, {party + "已被指定", party + " is designated already"}, "CR Rule 24");
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
    return law_error(ErrorCode::invalid_argument, {"未指定" + party, party + " is not designated"}).in_field("designated");
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

std::optional<Error> ill_timed_in_madrid(const Event& event, const InternationalRegistration& mark) {
  switch (event.kind) {
    case EventKind::refusal:
    case EventKind::partial_refusal:
      return refused_too_late(event, mark);
    case EventKind::invalidation:
    case EventKind::invalidation_request:
      return invalidated_too_early(event, mark);
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
