#include "law/timely.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "law/law_error.hpp"
#include "law/transitions.hpp"
#include "marque/law/deadline.hpp"

namespace marque {

namespace {

Error out_of_time(const Bilingual& why, Date day, std::string_view article) {
  return law_error(ErrorCode::unlawful, {why.zh + day.to_string(), why.en + ' ' + day.to_string()}, article);
}

bool is_application_event(EventKind kind) {
  constexpr std::array states{Status::filed,    Status::correction,     Status::accepted,  Status::examination, Status::same_day, Status::refused,
                              Status::partly_refused, Status::refusal_review, Status::published, Status::opposed, Status::not_registered};
  return std::any_of(states.begin(), states.end(), [&](Status state) { return transition(EntryKind::trademark, state, kind) != nullptr; });
}

std::optional<Error> before_registration(const Trademark& mark, const Event& event) {
  const auto registered = mark.dates.registered;
  if (!registered || event.date >= *registered || is_application_event(event.kind)) return {};
  return law_error(ErrorCode::invalid_date,
                   {event.date.to_string() + "的“" + std::string(chinese_of(event.kind)) + "”早于注册日" + registered->to_string(),
                    "the event \"" + std::string(name_of(event.kind)) + "\" of " + event.date.to_string() + " is earlier than the registration of " +
                        registered->to_string()});
}

/// The decision that a review, suit or division answers, by what the record says last.
const Event* decision_in(const Trademark& mark) {
  const auto found = std::find_if(mark.events.rbegin(), mark.events.rend(), [](const Event& event) {
    switch (event.kind) {
      case EventKind::refusal:
      case EventKind::partial_refusal:
      case EventKind::non_registration:
      case EventKind::cancellation:
      case EventKind::invalidation: return true;
      default: return false;
    }
  });
  return found == mark.events.rend() ? nullptr : &*found;
}

std::optional<Error> after(std::string_view period, Date start, const Event& event, const Bilingual& what) {
  const Deadline counted = deadline(*find_period(period), start);
  if (!counted.end || event.date <= *counted.end || !counted.calendar_known) return {};
  return out_of_time({what.zh + "期限至", "the time for " + what.en + " ended on"}, *counted.end, counted.rule->provision);
}

std::optional<Error> answered_late(const Trademark& mark, const Event& event) {
  const Event* decision = decision_in(mark);
  if (decision == nullptr || !decision->received) return {};
  if (event.kind == EventKind::suit) return after("P05", *decision->received, event, {"起诉", "a suit"});
  if (event.kind == EventKind::division) return after("P17", *decision->received, event, {"分割", "a division"});
  const bool denied = decision->kind == EventKind::non_registration;
  return after(denied ? "P03" : "P02", *decision->received, event, {"申请复审", "a review"});
}

std::optional<Error> within_three_years(const Trademark& mark, const Event& event) {
  if (!mark.dates.registered) return {};
  // Which day is the first is not certain by one (M): the earlier is let pass.
  const auto opens = deadline(*find_period("P13"), *mark.dates.registered).opens;
  if (!opens || event.date >= opens->plus_days(-1)) return {};
  return out_of_time({"注册公告之日起满三年后方可提出，最早为", "three years from the registration have to be full before it: not before"}, *opens, "Art.49(2)");
}

}  // namespace

std::optional<Error> untimely(const Trademark& mark, const Event& event) {
  if (auto error = before_registration(mark, event)) return error;
  switch (event.kind) {
    case EventKind::opposition:
      return mark.dates.published ? after("P01", *mark.dates.published, event, {"异议", "an opposition"}) : std::nullopt;
    case EventKind::refusal_review:
    case EventKind::suit:
    case EventKind::division:
      return answered_late(mark, event);
    case EventKind::non_use_request:
      return within_three_years(mark, event);
    default:
      return {};
  }
}

}  // namespace marque
