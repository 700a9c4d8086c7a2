#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// One row of the state machine: which event a state admits, and where it leads.
struct Transition {
  Status from;
  EventKind event;
  Status to;
  std::string_view article;   ///< `Art.28`, of the Trademark Law 2019 unless it says REG
};

/// The whole table (lib/law/data/transitions.tsv), for people and tests.
std::span<const Transition> transitions();

/// The entry after an event: status, dates, owners, term and history follow. What an event needs and lacks
/// (an assignee, a pledgee) is ErrorCode::missing_field; an event that the state does not admit is
/// ErrorCode::unlawful and names the article; a date before the filing is ErrorCode::invalid_date.
Result<Entry> amended(const Entry& entry, const Event& event);

/// How a right stands on a day, as far as the record tells.
enum class Standing : std::uint8_t {
  pending,     ///< applied for, not yet registered: an earlier application
  in_force,    ///< registered and within its term or its grace
  gap_year,    ///< ended less than a year ago: like marks are not approved (2019 Art. 50; 2026 Art. 49, surrender only)
  dead,        ///< ended, refused or withdrawn: blocks nothing
  unknown,     ///< the record does not say; to be treated as if in force, and said so
};

std::string_view name_of(Standing standing) noexcept;

/// Standing on `day`, for the whole record or in one class. The status is read as of the record; a registered
/// mark whose term and grace have both run out by `day` counts as ended on the day after its grace.
/// A Madrid registration stands by its designation of China: none listed is unknown, listed without China is
/// dead here. An indication stands by its status.
Standing standing_on(const Entry& entry, Date day, std::optional<NiceClass> nice_class = {});

/// The day the right ended, by record or by lapse of term and grace; unset while it lives or where unknown.
std::optional<Date> ended_on(const Entry& entry, Date day);

}  // namespace marque
