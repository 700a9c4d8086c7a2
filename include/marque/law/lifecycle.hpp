#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// One row of the state machine: which event a state admits, and where it leads.
struct Transition {
  EntryKind kind;
  Status from;
  EventKind event;
  Status to;
  std::optional<Status> classes;           ///< state of the classes the event names, where it names some only
  std::optional<DesignationStatus> china;  ///< Madrid: state of the designation of China after the event
  std::string_view needs;                  ///< `party`, `classes` or empty: what the event must bring
  std::string_view article;                ///< `Art.28` is the Trademark Law 2019, `REG` its Implementing Regulations,
                                           ///< `MP` the Madrid Protocol, `CR` the Regulations under it, `Order` CNIPA's
  std::string_view note;
};

/// The whole table (lib/law/data/transitions.tsv), for people and tests: at most one row for a kind, state and event.
std::span<const Transition> transitions();

/// The entry after an event: status, dates, owners, term and history follow.
///
/// - An event that the state or the term does not admit is ErrorCode::unlawful and names the article: a renewal
///   more than twelve months before the term's end, a lapse within the grace (Art. 40).
/// - What an event needs and lacks (an assignee, a pledgee, the classes) is ErrorCode::missing_field; a class the
///   record does not cover is invalid_class; a date before the filing, or a registration before the publication,
///   is invalid_date.
/// - An event that names some classes only changes those; when the last class is gone, so is the record.
/// - `registration` starts the ten years, `renewal` the next ten, unless `until` gives the term's last day. For an
///   opposed mark its date is the day from which the right counts (Art. 36(2)).
/// - An assignment or change that is older than one on record goes into the history alone.
Result<Entry> amended(const Entry& entry, const Event& event);

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

/// The day the right ended, by record or by lapse of term and grace; unset while it lives or where unknown.
std::optional<Date> ended_on(const Entry& entry, Date day);

}  // namespace marque
