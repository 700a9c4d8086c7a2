#pragma once

#include <optional>
#include <span>
#include <vector>

#include "marque/law/deadline.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/event.hpp"

namespace marque {

/// A period that something in a record has started.
struct RunningPeriod {
  Deadline deadline;
  std::optional<EventKind> event{};  ///< that started it; unset: a date of the record did
  bool start_presumed = false;       ///< the law counts from a receipt the record does not give (Event::received): counted from the event's day
};

/// How a period stands on a day.
enum class PeriodState : std::uint8_t {
  ahead,     ///< opens later
  open,      ///< running
  in_grace,  ///< the term has ended, its grace has not
  overdue,   ///< a hard period and its grace have passed
  closed,    ///< a window or an effect that is over
};

std::string_view name_of(PeriodState state) noexcept;
std::string_view chinese_of(PeriodState state) noexcept;

PeriodState state_on(const Deadline& deadline, Date day) noexcept;

/// The day to have in mind on `day`: the safe end while the period runs, that of the grace within it and once it is missed, too, the opening of one
/// that has no end and is not open yet; unset for the rest.
std::optional<Date> due_on(const Deadline& deadline, Date day) noexcept;

/// Every period that the record has started and its state leaves open: renewal of what is registered, opposition to what is
/// published, review, suit or split after a refusal, defence against an opposition or a request for invalidation or cancellation, answers to
/// notices, by when a paper is deemed served, priority abroad or the papers of one claimed, the five and three years after registration, the year after an end, ends of licences, pledges and lawful use; of a Madrid registration
/// also fees and corrections before the office of origin, refusal, dependency, transformation and China's own periods. An answer on record
/// (EventKind::reply) closes what was asked. Not raised, because they run before there is a record or say the same as another: exhibition
/// priority from the first display (P09a), invalidation at any time (P12), terms of validity (T01, M15; P10 and M09 tell them). Whether they have run out by `day` is state_on()'s matter: only what hangs
/// on the day alone (the year after an end) is judged here. About a microsecond each.
std::vector<RunningPeriod> running_periods(const Entry& entry, Date day,
                                           const Holidays& holidays = Holidays::of_china());

}  // namespace marque
