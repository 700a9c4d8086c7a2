#include "marque/law/standing.hpp"

#include <algorithm>
#include <array>

#include "law/ended.hpp"
#include "marque/law/calendar.hpp"
#include "marque/law/law_version.hpp"
#include "marque/law/madrid.hpp"

namespace marque {

namespace {

constexpr Length gap{12, 0}, grace{6, 0};
constexpr std::string_view china = "CN";

/// The whole of a right, one class of it, or an item of that class.
struct Part {
  std::optional<NiceClass> nice_class{};
  const GoodsItem* item = nullptr;
};

bool concerns(const Event& event, const Part& part) {
  if (part.nice_class && !concerns(event, *part.nice_class)) return false;
  return part.item == nullptr || event.goods.empty() ||
         std::find(event.goods.begin(), event.goods.end(), part.item->name) != event.goods.end();
}

/// The day of the last event that ended that part of the right in the way that `status` says.
std::optional<Date> day_of_end(const std::vector<Event>& events, Status status, const Part& part) {
  std::optional<Date> day;
  for (const Event& event : events) {
    if (end_by(event.kind) == status && concerns(event, part)) day = event.date;
  }
  return day;
}

/// How a right or a class of it stands in the record, and what tells when it ended.
struct Recorded {
  Status status = Status::unknown;
  std::optional<Date> ended{};     ///< as recorded
  std::optional<Date> grace_ends{};  ///< last day of the grace after the present term
  std::optional<Date> final_on{};  ///< when a refusal becomes final
};

/// China's moves off holidays (Art. 40, REG Art. 12), the International Bureau's does not.
std::optional<Date> national_grace(std::optional<Date> expires) {
  return expires ? std::optional(ordinary_end(*expires, grace).last) : std::nullopt;
}

std::optional<Date> madrid_grace(std::optional<Date> expires) {
  return expires ? std::optional(after(*expires, grace)) : std::nullopt;
}

std::optional<Date> day_after(std::optional<Date> day) { return day ? std::optional(day->plus_days(1)) : std::nullopt; }

template <class Right>
Status status_of_part(const Right& right, const Part& part) {
  if (part.item != nullptr && part.item->status) return *part.item->status;
  for (const ClassScope& known : right.scope) {
    if (part.nice_class && known.nice_class == *part.nice_class) return status_in(known, right.status);
  }
  return right.status;
}

template <class Right>
Recorded recorded(const Right& right, const Part& part) {
  const Status status = status_of_part(right, part);
  return {status, day_of_end(right.events, status, part)};
}

Recorded recorded(const InternationalRegistration& mark, const Part& part) {
  const Status status = status_of_part(mark, part);
  return {status, day_of_end(mark.events, status, part), madrid_grace(mark.expires)};
}

Recorded recorded(const Trademark& mark, const Part& part) {
  const Status status = mark.status;
  const Status in_part = status_of_part(mark, part);
  const auto by_event = day_of_end(mark.events, in_part, part);
  const bool own_end = in_part != status && by_event;
  return {in_part, own_end || !mark.dates.ended ? by_event : mark.dates.ended,
          national_grace(mark.dates.expires), mark.dates.final_on};
}

bool is_alive(Status status) noexcept { return status == Status::registered || status == Status::in_grace; }

/// The day the right ended, if that day has come.
std::optional<Date> end_reached(const Recorded& right, Date day) {
  std::optional<Date> end;
  if (is_refused(right.status))
    end = right.final_on;
  else if (right.ended)
    end = right.ended;
  else if (is_alive(right.status) || right.status == Status::lapsed)
    end = day_after(right.grace_ends);
  return end && *end <= day ? end : std::nullopt;
}

/// Whether like marks stay barred for a year after a right has ended in this way (2019 Art. 50; from 2027 only
/// after a surrender, Art. 49).
bool leaves_gap(Status status, Date day) noexcept {
  if (status == Status::withdrawn || status == Status::not_accepted || is_refused(status)) return false;
  return law_in_force(day) != LawVersion::cn_tml_2026 || status == Status::surrendered;
}

Standing standing_after(Date end, Status status, Date day) {
  const bool within_year = day <= ordinary_end(end, gap).last;
  return within_year && leaves_gap(status, day) ? Standing::gap_year : Standing::dead;
}

Standing standing(const Recorded& right, Date day) {
  if (const auto end = end_reached(right, day)) return standing_after(*end, right.status, day);
  if (right.status == Status::unknown) return Standing::unknown;
  if (is_alive(right.status)) return Standing::in_force;
  if (is_refused(right.status)) return right.final_on ? Standing::pending : Standing::dead;
  if (!has_ended(right.status)) return Standing::pending;
  if (!right.ended) return right.status == Status::lapsed && right.grace_ends ? Standing::in_force : Standing::dead;
  const bool was_registered = right.status != Status::withdrawn && right.status != Status::not_accepted;
  return was_registered ? Standing::in_force : Standing::pending;
}

Standing standing(const Trademark& mark, Date day, const Part& part) { return standing(recorded(mark, part), day); }

Standing standing(const GeographicalIndication& gi, Date day, const Part& part) {
  const Standing as_mark = standing(recorded(gi, part), day);
  return as_mark == Standing::gap_year ? Standing::dead : as_mark;
}

/// What the designation of China makes of a registration that stands.
Standing standing_of(const Designation& designation) noexcept {
  switch (designation.status) {
    case DesignationStatus::unknown:
    case DesignationStatus::further_decision:
      return Standing::unknown;
    case DesignationStatus::pending:
    case DesignationStatus::opposition_open:
    case DesignationStatus::provisional_refusal:
    case DesignationStatus::partial_provisional_refusal:
      return Standing::pending;
    case DesignationStatus::granted:
    case DesignationStatus::granted_in_part:
    case DesignationStatus::tacitly_protected:
    case DesignationStatus::granted_after_refusal:
    case DesignationStatus::limited:
    case DesignationStatus::transfer_without_effect:
    case DesignationStatus::limitation_without_effect:
      return Standing::in_force;
    default:
      return Standing::dead;
  }
}

std::optional<Status> end_of(DesignationStatus status) noexcept {
  switch (status) {
    case DesignationStatus::invalidated:
      return Status::invalidated;
    case DesignationStatus::renounced:
      return Status::surrendered;
    case DesignationStatus::cancelled:
    case DesignationStatus::ceased_with_basic_mark:
      return Status::cancelled;
    case DesignationStatus::not_renewed:
      return Status::lapsed;
    default:
      return {};
  }
}

/// A designation that has ended, told in the terms of a national mark.
Recorded ended_designation(const InternationalRegistration& mark, Status end, const Part& part) {
  return {end, day_of_end(mark.events, end, part), madrid_grace(mark.expires)};
}

/// Whether a designation that may be limited stands in a class.
bool covers(const std::vector<ClassScope>& scope, NiceClass nice_class) {
  return scope.empty() || std::any_of(scope.begin(), scope.end(), [&](const ClassScope& part) {
           return part.nice_class == nice_class && !is_gone(part.status.value_or(Status::unknown));
         });
}

Standing standing_in_china(const InternationalRegistration& mark, Date day, const Part& part) {
  const Designation* designation = mark.designation_of(china);
  if (designation == nullptr) return mark.designations.empty() ? Standing::unknown : Standing::dead;
  if (part.nice_class && !covers(designation->scope, *part.nice_class)) return Standing::dead;
  if (const auto end = end_of(designation->status)) return standing(ended_designation(mark, *end, part), day);
  if (is_tacitly_protected(*designation, day)) return Standing::in_force;
  return standing_of(*designation);
}

/// What is dead in China stays so, whatever becomes of the registration.
Standing standing(const InternationalRegistration& mark, Date day, const Part& part) {
  const Standing in_china = standing_in_china(mark, day, part);
  const Recorded whole = recorded(mark, part);
  const bool told = whole.status != Status::unknown || end_reached(whole, day);
  const Standing at_bureau = standing(whole, day);
  return in_china != Standing::dead && told && at_bureau != Standing::in_force ? at_bureau : in_china;
}

std::optional<Date> ended(const InternationalRegistration& mark, Date day) {
  if (const auto end = end_reached(recorded(mark, {}), day)) return end;
  const Designation* designation = mark.designation_of(china);
  const auto end = designation != nullptr ? end_of(designation->status) : std::nullopt;
  return end ? end_reached(ended_designation(mark, *end, {}), day) : std::nullopt;
}

template <class Right>
std::optional<Date> ended(const Right& right, Date day) {
  return end_reached(recorded(right, {}), day);
}

}  // namespace

std::string_view name_of(Standing standing) noexcept {
  constexpr std::array<std::string_view, 5> names{"pending", "in_force", "gap_year", "dead", "unknown"};
  return names[static_cast<std::size_t>(standing)];
}

Standing standing_on(const Entry& entry, Date day, std::optional<NiceClass> nice_class) {
  return std::visit([&](const auto& right) { return standing(right, day, Part{nice_class, nullptr}); }, entry);
}

std::vector<ClassScope> standing_scope(const Entry& entry, Date day, Standing asked) {
  std::vector<ClassScope> found;
  for (const ClassScope& known : scope_in_china(entry)) {
    ClassScope standing_so{known.nice_class, {}, {}};
    const auto stands = [&](const GoodsItem* item) {
      return std::visit([&](const auto& right) { return standing(right, day, Part{known.nice_class, item}); }, entry) == asked;
    };
    for (const GoodsItem& item : known.goods)
      if (stands(&item)) standing_so.goods.push_back({item.name, item.group, item.item_code, {}});
    if (!standing_so.goods.empty() || (known.goods.empty() && stands(nullptr))) found.push_back(std::move(standing_so));
  }
  return found;
}

const std::vector<ClassScope>& scope_in_china(const Entry& entry) {
  if (const auto* madrid = std::get_if<InternationalRegistration>(&entry))
    if (const Designation* designation = madrid->designation_of(china); designation && !designation->scope.empty())
      return designation->scope;
  return scope_of(entry);
}

std::optional<Date> ended_on(const Entry& entry, Date day) {
  return std::visit([&](const auto& right) { return ended(right, day); }, entry);
}

Date stands_until(const Entry& entry) {
  const auto is_dead = [&](Date day) {
    const auto& scope = scope_in_china(entry);
    return standing_on(entry, day) == Standing::dead &&
           std::all_of(scope.begin(), scope.end(), [&](const ClassScope& part) { return standing_on(entry, day, part.nice_class) == Standing::dead; });
  };
  Date standing = *Date::make(1000, 1, 1), dead = *Date::make(9999, 12, 31);
  if (is_dead(standing)) return standing;
  if (!is_dead(dead)) return dead;
  while (dead.days() - standing.days() > 1) {
    const Date between = standing.plus_days((dead.days() - standing.days()) / 2);
    (is_dead(between) ? dead : standing) = between;
  }
  return standing;
}

}  // namespace marque
