#include "marque/model/trademark.hpp"

#include <algorithm>
#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<MarkKind>, 3> kind_names{{
    {MarkKind::ordinary, "ordinary", "普通商标"},
    {MarkKind::collective, "collective", "集体商标"},
    {MarkKind::certification, "certification", "证明商标"},
}};
static_assert(in_order(kind_names));

}  // namespace

std::string_view name_of(MarkKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)].english; }
std::string_view chinese_of(MarkKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)].chinese; }
Result<MarkKind> parse_mark_kind(std::string_view text) { return parse_enum(kind_names, "kind of mark", text); }

std::optional<Date> Trademark::priority_date() const {
  std::optional<Date> first = dates.filed;
  for (const Priority& priority : priorities) {
    if (!first || priority.date < *first) first = priority.date;
  }
  return first;
}

Status Trademark::status_in(NiceClass nice_class) const noexcept {
  const auto part = std::find_if(scope.begin(), scope.end(),
                                 [&](const ClassScope& candidate) { return candidate.nice_class == nice_class; });
  return part != scope.end() && part->status ? *part->status : status;
}

bool Trademark::recognised_as_well_known() const noexcept {
  return std::any_of(events.begin(), events.end(),
                     [](const Event& event) { return event.kind == EventKind::well_known; });
}

}  // namespace marque
