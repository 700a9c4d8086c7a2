#include "marque/model/entry.hpp"

#include <algorithm>
#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<EntryKind>, 3> names{{
    {EntryKind::trademark, "trademark", "商标"},
    {EntryKind::international, "international", "马德里国际注册"},
    {EntryKind::gi, "gi", "地理标志"},
}};
static_assert(in_order(names));

std::optional<Date> earliest(std::optional<Date> first, const std::vector<Priority>& priorities) {
  for (const Priority& priority : priorities) {
    if (!first || priority.date < *first) first = priority.date;
  }
  return first;
}

struct NumberOf {
  std::string operator()(const Trademark& mark) const { return mark.number.to_string(); }
  std::string operator()(const InternationalRegistration& mark) const {
    return mark.china_number ? mark.china_number->to_string() : mark.number.to_string();
  }
  std::string operator()(const GeographicalIndication& indication) const { return indication.number; }
};

struct PriorityDateOf {
  std::optional<Date> operator()(const Trademark& mark) const { return mark.priority_date(); }

  /// A later designation of China counts from its own day, not from the international date.
  std::optional<Date> operator()(const InternationalRegistration& mark) const {
    const Designation* china = mark.designation_of("CN");
    if (china != nullptr && china->designated && mark.registered && *china->designated > *mark.registered) {
      return china->designated;
    }
    return earliest(mark.registered, mark.priorities);
  }

  std::optional<Date> operator()(const GeographicalIndication& indication) const {
    std::optional<Date> first;
    for (const GiRegistration& registration : indication.registrations) {
      if (registration.date && (!first || *registration.date < *first)) first = registration.date;
    }
    return first;
  }
};

struct WordsOf {
  const std::string& operator()(const GeographicalIndication& indication) const { return indication.name; }
  template <class Marked>
  const std::string& operator()(const Marked& entry) const {
    return entry.mark.text;
  }
};

struct OwnersOf {
  const std::vector<Party>& operator()(const Trademark& mark) const { return mark.owners; }
  template <class Held>
  const std::vector<Party>& operator()(const Held& entry) const {
    return entry.holders;
  }
};

struct ImageOf {
  const ImageReference* operator()(const GeographicalIndication&) const { return nullptr; }
  template <class Marked>
  const ImageReference* operator()(const Marked& entry) const {
    return entry.mark.image ? &*entry.mark.image : nullptr;
  }
};

struct ExpiryOf {
  std::optional<Date> operator()(const Trademark& mark) const { return mark.dates.expires; }
  std::optional<Date> operator()(const InternationalRegistration& mark) const { return mark.expires; }
  std::optional<Date> operator()(const GeographicalIndication&) const { return {}; }
};

}  // namespace

std::string_view name_of(EntryKind kind) noexcept { return names[static_cast<std::size_t>(kind)].english; }
std::string_view chinese_of(EntryKind kind) noexcept { return names[static_cast<std::size_t>(kind)].chinese; }
Result<EntryKind> parse_entry_kind(std::string_view text) { return parse_enum(names, "kind of entry", text); }

EntryKind kind_of(const Entry& entry) noexcept { return static_cast<EntryKind>(entry.index()); }

std::string number_of(const Entry& entry) { return std::visit(NumberOf{}, entry); }

std::string canonical_number(std::string_view text) {
  if (const auto national = NationalNumber::parse(text)) return national->to_string();
  if (const auto designation = ChinaDesignationNumber::parse(text)) return designation->to_string();
  if (const auto international = InternationalNumber::parse(text)) return international->to_string();
  return std::string(trimmed(text));
}

const std::string& words_of(const Entry& entry) noexcept { return std::visit(WordsOf{}, entry); }
const std::vector<Party>& owners_of(const Entry& entry) noexcept { return std::visit(OwnersOf{}, entry); }

const std::vector<ClassScope>& scope_of(const Entry& entry) noexcept {
  return std::visit([](const auto& right) -> const std::vector<ClassScope>& { return right.scope; }, entry);
}

Status status_of(const Entry& entry) noexcept {
  return std::visit([](const auto& right) { return right.status; }, entry);
}

const std::vector<Event>& events_of(const Entry& entry) noexcept {
  return std::visit([](const auto& right) -> const std::vector<Event>& { return right.events; }, entry);
}

const Provenance& provenance_of(const Entry& entry) noexcept {
  return std::visit([](const auto& right) -> const Provenance& { return right.provenance; }, entry);
}

const ImageReference* image_of(const Entry& entry) noexcept { return std::visit(ImageOf{}, entry); }
std::optional<Date> priority_date_of(const Entry& entry) { return std::visit(PriorityDateOf{}, entry); }
std::optional<Date> expiry_of(const Entry& entry) { return std::visit(ExpiryOf{}, entry); }

}  // namespace marque
