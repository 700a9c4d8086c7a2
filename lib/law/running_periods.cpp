#include "marque/law/running_periods.hpp"

#include <algorithm>
#include <array>

#include "marque/law/standing.hpp"

namespace marque {

namespace {

constexpr std::string_view china = "CN";

/// The periods that records start, looked up once.
const Period& period(std::string_view id) {
  for (const Period& known : periods())
    if (known.id == id) return known;
  return periods().front();
}

const Event* last_of(const std::vector<Event>& events, EventKind kind) {
  const auto found = std::find_if(events.rbegin(), events.rend(), [&](const Event& e) { return e.kind == kind; });
  return found == events.rend() ? nullptr : &*found;
}

bool is_later(const Event* event, const Event& than) { return event != nullptr && event->date >= than.date; }

/// Gathers the periods of one record.
class Gatherer {
 public:
  Gatherer(Date day, const Holidays& holidays) : day_(day), holidays_(holidays) {}

  void of(const Trademark& mark);
  void of(const InternationalRegistration& mark);
  void of(const GeographicalIndication& indication);
  void ended(const Entry& entry);

  std::vector<RunningPeriod> take() { return std::move(found_); }

 private:
  void from(std::string_view id, std::optional<Date> start) {
    if (start) found_.push_back({deadline(period(id), *start, holidays_)});
  }

  /// From an event whose receipt the law counts from, which the record does not give.
  void from_receipt(std::string_view id, const Event& event) {
    found_.push_back({deadline(period(id), event.date, holidays_), event.kind, true});
  }

  void from_event(std::string_view id, const Event& event) {
    found_.push_back({deadline(period(id), event.date, holidays_), event.kind});
  }

  void application(const Trademark& mark);
  void refused(const Trademark& mark, const Event& refusal);
  void opposed(const Trademark& mark);
  void registered(const Trademark& mark);
  void designated(const InternationalRegistration& mark, const Designation& designation);
  void protected_in_china(const InternationalRegistration& mark, const Designation& designation);
  void contracts(const std::vector<Event>& events);
  void contract(const std::vector<Event>& events, const Event& begun, EventKind end, std::string_view id);

  Date day_;
  const Holidays& holidays_;
  std::vector<RunningPeriod> found_;
};

void Gatherer::of(const Trademark& mark) {
  switch (mark.status) {
    case Status::filed:
    case Status::accepted:
    case Status::correction:
    case Status::examination:
    case Status::same_day:
    case Status::refusal_review:
      application(mark);
      break;
    case Status::refused:
    case Status::partly_refused:
      if (const Event* refusal = last_of(mark.events, EventKind::refusal)) refused(mark, *refusal);
      else if (const Event* partial = last_of(mark.events, EventKind::partial_refusal)) refused(mark, *partial);
      break;
    case Status::not_registered:
      if (const Event* decision = last_of(mark.events, EventKind::non_registration)) refused(mark, *decision);
      break;
    case Status::published:
      from("P01", mark.dates.published);
      break;
    case Status::opposed:
      opposed(mark);
      break;
    case Status::registered:
    case Status::in_grace:
      registered(mark);
      break;
    default:
      break;
  }
  contracts(mark.events);
}

void Gatherer::application(const Trademark& mark) {
  if (const Event* notice = last_of(mark.events, EventKind::correction_notice)) {
    if (mark.status == Status::correction) from_receipt("L01", *notice);
    const bool answered = notice != &mark.events.back();
    if (mark.status == Status::examination && !answered) from_receipt("L02", *notice);
  }
  if (const Event* notice = last_of(mark.events, EventKind::same_day); notice && mark.status == Status::same_day)
    from_receipt("L03", *notice);
  if (const Event* review = last_of(mark.events, EventKind::refusal_review); review && mark.status == Status::refusal_review)
    from_receipt("L06", *review);
  else from("L05", mark.dates.filed);
  if (mark.priorities.empty()) from("P08a", mark.dates.filed);
}

/// A decision is followed by a review, one made in review by a suit; neither where it is final.
void Gatherer::refused(const Trademark& mark, const Event& refusal) {
  if (mark.dates.final_on && *mark.dates.final_on <= day_) return;
  if (is_later(last_of(mark.events, EventKind::suit), refusal)) return;
  const Event* review = last_of(mark.events, EventKind::refusal_review);
  const bool reviewed = review != nullptr && review->date <= refusal.date;
  if (reviewed) return from_receipt("P05", refusal);
  from_receipt(refusal.kind == EventKind::non_registration ? "P03" : "P02", refusal);
  const bool divided = is_later(last_of(mark.events, EventKind::division), refusal);
  if (mark.status == Status::partly_refused && !divided) from_receipt("P17", refusal);
}

void Gatherer::opposed(const Trademark& mark) {
  if (const Event* opposition = last_of(mark.events, EventKind::opposition)) {
    from_receipt("P06a", *opposition);
    from_event("P06b", *opposition);
  }
  if (mark.dates.published) from("L07", deadline(period("P01"), *mark.dates.published, holidays_).end);
}

void Gatherer::registered(const Trademark& mark) {
  from("P10", mark.dates.expires);
  from("P11", mark.dates.registered);
  from("P13", mark.dates.registered);
}

void Gatherer::of(const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  if (mark.status == Status::registered || mark.status == Status::in_grace) {
    from("M09", mark.expires);
    from("M10", mark.registered);
    if (designation != nullptr) designated(mark, *designation);
  }
  for (const EventKind end : {EventKind::cancellation, EventKind::basic_mark_ceased}) {
    const Event* ceased = last_of(mark.events, end);
    if (ceased != nullptr && !is_later(last_of(mark.events, EventKind::transformation), *ceased)) from_event("M11", *ceased);
  }
  contracts(mark.events);
}

void Gatherer::designated(const InternationalRegistration& mark, const Designation& designation) {
  switch (designation.status) {
    case DesignationStatus::unknown:
    case DesignationStatus::pending:
    case DesignationStatus::opposition_open:
      from(designation.by_article_9sexies ? "M04b" : "M04a", designation.notified);
      if (const Event* gazette = last_of(mark.events, EventKind::publication)) from_event("M06", *gazette);
      break;
    case DesignationStatus::provisional_refusal:
    case DesignationStatus::partial_provisional_refusal:
      if (const Event* refusal = last_of(mark.events, EventKind::refusal)) from_receipt("P02", *refusal);
      else if (const Event* partial = last_of(mark.events, EventKind::partial_refusal)) from_receipt("P02", *partial);
      break;
    default:
      protected_in_china(mark, designation);
      return;
  }
  constexpr std::array special{SignType::three_dimensional, SignType::colour_combination, SignType::sound};
  const bool needs_materials = mark.kind != MarkKind::ordinary ||
                               std::any_of(mark.mark.signs.begin(), mark.mark.signs.end(), [&](SignType sign) {
                                 return std::find(special.begin(), special.end(), sign) != special.end();
                               });
  const auto recorded = designation.designated ? designation.designated : mark.registered;
  if (needs_materials && recorded) {
    from("M07", recorded);
    found_.back().start_presumed = true;
  }
}

/// The three and five years run from the end of the refusal period, or from the day the grant became final (REG Art. 49).
void Gatherer::protected_in_china(const InternationalRegistration& mark, const Designation& designation) {
  std::optional<Date> start;
  if (const Event* grant = last_of(mark.events, EventKind::acceptance)) start = grant->date;
  else if (designation.notified)
    start = deadline(period(designation.by_article_9sexies ? "M04b" : "M04a"), *designation.notified, holidays_).end;
  from("M12", start);
  from("M13", start);
}

void Gatherer::of(const GeographicalIndication& indication) {
  if (const Event* notice = last_of(indication.events, EventKind::publication); notice && indication.status == Status::published)
    from_event("G01", *notice);
  for (const LawfulUser& user : indication.users) from("R03", user.until);
}

void Gatherer::ended(const Entry& entry) {
  if (standing_on(entry, day_) == Standing::gap_year) from("P15", ended_on(entry, day_));
}

void Gatherer::contracts(const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (event.kind == EventKind::licence) contract(events, event, EventKind::licence_end, "R01");
    if (event.kind == EventKind::pledge) contract(events, event, EventKind::pledge_release, "R02");
  }
}

/// Unless an end of its kind, of the same other party where one is named, is on record since.
void Gatherer::contract(const std::vector<Event>& events, const Event& begun, EventKind end, std::string_view id) {
  const bool over = std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.kind == end && event.date >= begun.date &&
           (!event.party || !begun.party || same_party(*event.party, *begun.party));
  });
  if (over || !begun.until) return;
  from(id, begun.until);
  found_.back().event = begun.kind;
}

}  // namespace

std::string_view name_of(PeriodState state) noexcept {
  constexpr std::array<std::string_view, 5> names{"ahead", "open", "in_grace", "overdue", "closed"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view chinese_of(PeriodState state) noexcept {
  constexpr std::array<std::string_view, 5> names{"未开始", "期内", "宽展期内", "已逾期", "已届满"};
  return names[static_cast<std::size_t>(state)];
}

PeriodState state_on(const Deadline& deadline, Date day) noexcept {
  if (deadline.opens && day < *deadline.opens) return PeriodState::ahead;
  if (!deadline.end || day <= *deadline.end) return PeriodState::open;
  const bool hard = deadline.period->kind == PeriodKind::hard;
  if (hard && deadline.grace_end && day <= *deadline.grace_end) return PeriodState::in_grace;
  return hard ? PeriodState::overdue : PeriodState::closed;
}

std::optional<Date> due_on(const Deadline& deadline, Date day) noexcept {
  if (!deadline.end) return deadline.opens && day <= *deadline.opens ? deadline.opens : std::nullopt;
  if (state_on(deadline, day) == PeriodState::in_grace) return deadline.grace_end;
  const bool safe_passed = deadline.conservative_end && *deadline.conservative_end < day;
  return safe_passed ? deadline.end : deadline.safe_end();
}

std::vector<RunningPeriod> running_periods(const Entry& entry, Date day, const Holidays& holidays) {
  Gatherer gatherer(day, holidays);
  std::visit([&](const auto& right) { gatherer.of(right); }, entry);
  gatherer.ended(entry);
  return gatherer.take();
}

}  // namespace marque
