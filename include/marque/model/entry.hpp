#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "marque/model/geographical_indication.hpp"
#include "marque/model/international_registration.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// Any right a registry holds.
using Entry = std::variant<Trademark, InternationalRegistration, GeographicalIndication>;

enum class EntryKind : std::uint8_t { trademark, international, gi };

std::string_view name_of(EntryKind kind) noexcept;     ///< `trademark`, `international`, `gi`
std::string_view chinese_of(EntryKind kind) noexcept;  ///< `商标`, `马德里国际注册`, `地理标志`
Result<EntryKind> parse_entry_kind(std::string_view text);

EntryKind kind_of(const Entry& entry) noexcept;

/// The number a record is found by: national number, `G…` or IRN, GI number.
std::string number_of(const Entry& entry);

/// Any spelling of a number (`第12345678号`, full width, spaces) in the form number_of() gives; a text that is
/// no trademark or Madrid number is returned trimmed (GI numbers are not of one form).
std::string canonical_number(std::string_view text);

/// The words of the mark, or the indication's name.
const std::string& words_of(const Entry& entry) noexcept;

/// Owners, holders or the GI's applicant body.
const std::vector<Party>& owners_of(const Entry& entry) noexcept;

const std::vector<ClassScope>& scope_of(const Entry& entry) noexcept;
Status status_of(const Entry& entry) noexcept;
const std::vector<Event>& events_of(const Entry& entry) noexcept;
const Provenance& provenance_of(const Entry& entry) noexcept;

/// The picture of the mark, or null.
const ImageReference* image_of(const Entry& entry) noexcept;

/// First day of the present right's counting against others: the earliest priority, filing or international date
/// (of a later designation of China, its own), the GI's first registration date; unset where unknown.
std::optional<Date> priority_date_of(const Entry& entry);

/// Last day of the present term; unset where unknown or where there is none (GIs under systems without term).
std::optional<Date> expiry_of(const Entry& entry);

}  // namespace marque
