#include "marque/law/consistency.hpp"

#include <optional>
#include <string>

#include "law/ended.hpp"
#include "law/law_error.hpp"
#include "law/transitions.hpp"

namespace marque {

namespace {

struct NamedDay {
  std::string_view field;
  std::optional<Date> day;
};

class Finder {
 public:
  std::vector<Contradiction> take() { return std::move(found_); }

  /// `later` may not lie before `earlier`.
  void in_order(const NamedDay& earlier, const NamedDay& later, std::string_view article) {
    if (!earlier.day || !later.day || *later.day >= *earlier.day) return;
    const std::string field(earlier.field), first = earlier.day->to_string(), second = later.day->to_string();
    found_.push_back({law_error(ErrorCode::invalid_date, {second + "早于`" + field + "` " + first, second + " is before `" + field + "` " + first},
                                article)
                          .in_field(std::string(later.field)),
                      true});
  }

  void disagree(Error error) { found_.push_back({std::move(error), false}); }

 private:
  std::vector<Contradiction> found_;
};

std::string place_of(std::size_t index) { return "events[" + std::to_string(index) + "]"; }

/// What may be recorded of a day before the filing: use, and remarks.
bool may_precede_filing(EventKind kind) {
  return kind == EventKind::note || kind == EventKind::correction || kind == EventKind::filing;
}

/// The state that an event leaves the whole record in for good.
std::optional<Status> end_of(EntryKind kind, const Event& event) {
  if (!event.classes.empty() || !event.goods.empty()) return {};
  const Transition* row = transition(kind, Status::registered, event.kind);
  return row != nullptr && has_ended(row->to) ? std::optional(row->to) : std::nullopt;
}

void check_events(Finder& finder, const Entry& entry, const NamedDay& filed, std::string_view article) {
  const EntryKind kind = kind_of(entry);
  const std::vector<Event>& events = events_of(entry);
  const Event* end = nullptr;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const std::string place = place_of(i);
    if (!may_precede_filing(event.kind)) finder.in_order(filed, {place + ".date", event.date}, article);
    finder.in_order({place + ".date", event.date}, {place + ".until", event.until}, {});
    const auto state = end != nullptr ? end_of(kind, *end) : std::nullopt;
    if (state && event.date > end->date && transition(kind, *state, event.kind) == nullptr)
      finder.disagree(unlawful(kind, *state, event.kind).in_field(place));
    if (end_of(kind, event)) end = &event;
  }
}

bool is_application(Status status) {
  switch (status) {
    case Status::filed:
    case Status::correction:
    case Status::not_accepted:
    case Status::accepted:
    case Status::examination:
    case Status::same_day:
      return true;
    default:
      return false;
  }
}

void check(Finder& finder, const Trademark& mark) {
  const TrademarkDates& dates = mark.dates;
  const NamedDay filed{"filed", dates.filed}, published{"published", dates.published}, registered{"registered", dates.registered};
  for (const Priority& priority : mark.priorities) finder.in_order({"priorities", priority.date}, filed, "Art.25");
  finder.in_order(filed, {"accepted", dates.accepted}, "REG Art.18");
  finder.in_order(filed, published, "Art.28");
  finder.in_order(filed, registered, "Art.28");
  finder.in_order(published, registered, "Art.33");
  finder.in_order(registered, {"expires", dates.expires}, "Art.39");
  finder.in_order(filed, {"ended", dates.ended}, {});
  if (dates.registered && is_application(mark.status))
    finder.disagree(law_error(ErrorCode::unlawful,
                              {"状态为“" + std::string(chinese_of(mark.status)) + "”的申请不应有注册日",
                               "an application that is " + std::string(name_of(mark.status)) + " has no registration date"},
                              "Art.33")
                        .in_field("registered"));
}

void check(Finder& finder, const InternationalRegistration& mark) {
  const NamedDay registered{"registered", mark.registered};
  for (const Priority& priority : mark.priorities) finder.in_order({"priorities", priority.date}, registered, "MP Art.4(2)");
  finder.in_order(registered, {"expires", mark.expires}, "MP Art.6(1)");
  for (std::size_t i = 0; i < mark.designations.size(); ++i) {
    const std::string place = "designations[" + std::to_string(i) + "]";
    const std::string designated = place + ".designated", notified = place + ".notified";
    finder.in_order(registered, {designated, mark.designations[i].designated}, "MP Art.3ter(2)");
    finder.in_order(registered, {notified, mark.designations[i].notified}, "MP Art.3(4)");
  }
}

void check(Finder& finder, const GeographicalIndication& indication) {
  for (std::size_t i = 0; i < indication.users.size(); ++i) {
    const std::string place = "users[" + std::to_string(i) + "]";
    const std::string since = place + ".since", until = place + ".until";
    finder.in_order({since, indication.users[i].since}, {until, indication.users[i].until}, {});
  }
}

NamedDay filing_of(const Entry& entry) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return {"filed", mark->dates.filed};
  return {"registered", {}};
}

}  // namespace

std::vector<Contradiction> contradictions(const Entry& entry) {
  Finder finder;
  std::visit([&](const auto& right) { check(finder, right); }, entry);
  check_events(finder, entry, filing_of(entry), "REG Art.18");
  return finder.take();
}

}  // namespace marque
