#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/nice_class.hpp"

namespace marque {

/// How a right stands on a day, as far as the record tells.
enum class Standing : std::uint8_t {
  pending,   ///< applied for, not yet registered: an earlier application
  in_force,  ///< registered and within its term or its grace
  gap_year,  ///< ended at most a year ago: like marks are not approved (2019 Art. 50; 2026 Art. 49, surrender only)
  dead,      ///< ended, refused or withdrawn: blocks nothing
  unknown,   ///< the record does not say; to be treated as if in force, and said so
};

std::string_view name_of(Standing standing) noexcept;

/// Standing on `day`, for the whole record or in one class. The status is read as of the record; a registered
/// mark whose term and grace have both run out by `day` counts as ended on the day after its grace, and one that
/// ended after `day` was still in force. A refusal whose day of finality is known leaves the application pending
/// until then. A right that ended on a day nobody recorded is dead: ended_on() is unset and lets the caller say so.
/// A Madrid registration stands by its designation of China: none listed is unknown, listed without China is
/// dead here. An indication stands by its status and has no gap year.
Standing standing_on(const Entry& entry, Date day, std::optional<NiceClass> nice_class = {});

/// The classes and goods of a right that stand in one way on `day`, without their own states: after a partial cancellation the goods
/// that are left in force, or those that ended within the year. A class that lists no goods stands as a whole.
std::vector<ClassScope> standing_scope(const Entry& entry, Date day, Standing standing);

/// What a right covers in China: a designation may be limited to less than its registration.
const std::vector<ClassScope>& scope_in_china(const Entry& entry);

/// The day the right ended, by record or by lapse of term and grace; unset while it lives or where unknown.
std::optional<Date> ended_on(const Entry& entry, Date day);

/// The last day on which the right, as a whole or in one of its classes, is not dead: what is dead stays so. 9999-12-31 where no
/// day is known that ends it, 1000-01-01 where it is dead on every day.
Date stands_until(const Entry& entry);

}  // namespace marque
