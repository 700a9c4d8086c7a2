#include "marque/law/division.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "law/ended.hpp"
#include "law/law_error.hpp"
#include "law/scope_changes.hpp"
#include "law/transitions.hpp"

namespace marque {

namespace {

constexpr std::string_view article = "REG Art.22";

bool is_refused_item(const ClassScope& part, const GoodsItem& item) {
  return item.status.value_or(part.status.value_or(Status::unknown)) == Status::refused;
}

/// The scope in two: what was refused, and what was not.
DividedApplication by_refusal(const Trademark& mark) {
  DividedApplication division{mark, mark};
  division.rest.scope.clear();
  division.part.scope.clear();
  for (const ClassScope& part : mark.scope) {
    ClassScope refused{part.nice_class, {}, part.status}, accepted{part.nice_class, {}, part.status};
    for (const GoodsItem& item : part.goods) (is_refused_item(part, item) ? refused : accepted).goods.push_back(item);
    const bool whole_refused = part.status == Status::refused;
    if (!refused.goods.empty() || (part.goods.empty() && whole_refused)) division.rest.scope.push_back(std::move(refused));
    if (!accepted.goods.empty() || (part.goods.empty() && !whole_refused)) division.part.scope.push_back(std::move(accepted));
  }
  return division;
}

Result<DividedApplication> by_names(const Trademark& mark, const Event& event) {
  DividedApplication division{mark, mark};
  auto taken = taken_out(division.rest.scope, event);
  if (!taken) return taken.error();
  division.part.scope = *std::move(taken);
  return division;
}

/// Whether a scope holds something that was refused (`refused`), or that was not.
bool holds(const std::vector<ClassScope>& scope, bool refused) {
  return std::any_of(scope.begin(), scope.end(), [&](const ClassScope& part) {
    if (part.goods.empty()) return (part.status == Status::refused) == refused;
    return std::any_of(part.goods.begin(), part.goods.end(), [&](const GoodsItem& item) { return is_refused_item(part, item) == refused; });
  });
}

/// What goes on is all that was accepted and nothing else, where the record says what was refused.
std::optional<Error> divides_wrongly(const Trademark& mark, const DividedApplication& division) {
  if (!holds(mark.scope, true)) return {};
  if (holds(division.part.scope, true))
    return law_error(ErrorCode::unlawful, {"被驳回的商品不能分割出去", "what was refused cannot be divided off"}, article);
  if (holds(division.rest.scope, false))
    return law_error(ErrorCode::unlawful, {"未被驳回的商品须全部分割出去，否则随原申请失去", "all that was accepted is divided off, else it is lost with the rest"}, article);
  return {};
}

void clear_states(std::vector<ClassScope>& scope) {
  for (ClassScope& part : scope) {
    part.status.reset();
    for (GoodsItem& item : part.goods) item.status.reset();
  }
}

}  // namespace

Result<DividedApplication> divided(const Trademark& mark, const Event& event) {
  if (transition(EntryKind::trademark, mark.status, EventKind::division) == nullptr)
    return unlawful(EntryKind::trademark, mark.status, EventKind::division);
  const auto number = NationalNumber::parse(mark.number.to_string() + "A");
  if (!number) return law_error(ErrorCode::unlawful, {"一件申请只能分割一次", "an application is divided once only"}, article);
  const bool named = !event.classes.empty() || !event.goods.empty();
  auto division = named ? by_names(mark, event) : Result<DividedApplication>(by_refusal(mark));
  if (!division) return division.error();
  if (division->part.scope.empty() || division->rest.scope.empty())
    return law_error(ErrorCode::unlawful, {"分割后两部分均须留有商品", "a division leaves something on either side"}, article);
  if (auto error = divides_wrongly(mark, *division)) return *error;
  Event told = event;
  told.instrument = event.instrument.empty() ? number->to_string() : event.instrument;
  division->rest.events.push_back(told);
  division->rest.status = Status::refused;
  clear_states(division->rest.scope);
  division->part.number = *number;
  division->part.divided_from = mark.number;
  division->part.events.push_back(std::move(told));
  division->part.status = Status::accepted;
  clear_states(division->part.scope);
  return division;
}

}  // namespace marque
