#pragma once

#include <algorithm>
#include <optional>

#include "marque/model/event.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// Whether a right or a class in this state was there and is no more.
inline bool has_ended(Status status) noexcept {
  switch (status) {
    case Status::lapsed:
    case Status::surrendered:
    case Status::cancelled:
    case Status::invalidated:
    case Status::withdrawn:
    case Status::not_accepted:
      return true;
    default:
      return false;
  }
}

inline bool is_refused(Status status) noexcept { return status == Status::refused || status == Status::not_registered; }

inline bool is_gone(Status status) noexcept { return has_ended(status) || is_refused(status); }

/// The state that an event leaves a right or a class in for good.
inline std::optional<Status> end_by(EventKind kind) noexcept {
  switch (kind) {
    case EventKind::lapse:
      return Status::lapsed;
    case EventKind::surrender:
    case EventKind::partial_surrender:
      return Status::surrendered;
    case EventKind::cancellation:
    case EventKind::partial_cancellation:
    case EventKind::basic_mark_ceased:
      return Status::cancelled;
    case EventKind::invalidation:
    case EventKind::partial_invalidation:
      return Status::invalidated;
    case EventKind::withdrawal:
      return Status::withdrawn;
    case EventKind::non_acceptance:
      return Status::not_accepted;
    default:
      return {};
  }
}

/// The state of a class, which is the record's where it has none of its own.
inline Status status_in(const ClassScope& part, Status record) noexcept { return part.status.value_or(record); }

/// Whether an event is about a class: one that names none is about all.
inline bool concerns(const Event& event, NiceClass nice_class) {
  return event.classes.empty() ||
         std::find(event.classes.begin(), event.classes.end(), nice_class) != event.classes.end();
}

}  // namespace marque
