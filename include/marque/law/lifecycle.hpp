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

/// From when an event has effect.
enum class EffectFrom : std::uint8_t {
  event_day,     ///< the day of the event
  request,       ///< the day the office received the request
  announcement,  ///< the day it was announced
  beginning,     ///< the right is taken never to have been
};

struct EventEffect {
  EffectFrom from = EffectFrom::event_day;
  std::string_view article{};
};

/// The day that the date of such an event is to be, and how far back it reaches: a surrender ends on the day its request was received
/// (REG Art. 73), a cancellation on its announcement (Art. 55), an invalidated right is void from the start (Art. 47), an
/// assignee's right counts from the announcement (Art. 42).
EventEffect effect_of(EventKind kind) noexcept;

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

}  // namespace marque
