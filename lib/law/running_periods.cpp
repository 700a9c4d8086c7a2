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

/// The last event of a kind, unless one of `closing` has come since.
template <std::size_t N>
const Event* open_event(const std::vector<Event>& events, EventKind kind, const std::array<EventKind, N>& closing) {
  const auto last = std::find_if(events.rbegin(), events.rend(), [&](const Event& e) {
    return e.kind == kind || std::find(closing.begin(), closing.end(), e.kind) != closing.end();
  });
  return last == events.rend() || last->kind != kind ? nullptr : &*last;
}

constexpr std::array answered{EventKind::reply};
constexpr std::array decided{EventKind::maintained,           EventKind::cancellation, EventKind::partial_cancellation,
                             EventKind::partial_invalidation, EventKind::invalidation, EventKind::surrender};

/// The last request of a kind, unless it was answered or decided since.
const Event* open_request(const std::vector<Event>& events, EventKind kind) {
  const Event* undecided = open_event(events, kind, decided);
  return undecided == open_event(events, kind, answered) ? undecided : nullptr;
}

/// Paris priorities name a country, exhibition priorities the exhibition.
bool is_exhibition(const Priority& priority) { return priority.country.size() > 2; }

Date first_of_next_month(Date day) { return day.plus_days(1 - day.day()).plus_months(1); }

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

  /// From the receipt of a notice or decision: the recorded one, else the day a public notice of it counts as service, else the event's day,
  /// which is no later than the receipt; by when it is deemed served (P16) is then told beside.
  void from_receipt(std::string_view id, const std::vector<Event>& events, const Event& event) {
    const Event* by_notice = open_event(events, EventKind::service_by_notice, answered);
    if (event.received) {
      add(id, *event.received, event.kind);
    } else if (by_notice != nullptr && is_later(by_notice, event)) {
      const Deadline served = deadline(period("P16b"), by_notice->date, holidays_);
      if (day_ <= *served.end) found_.push_back({served, by_notice->kind});
      add(id, *served.end, event.kind);
    } else {
      found_.push_back({deadline(period(id), event.date, holidays_), event.kind, true});
      found_.push_back({deadline(period("P16a"), event.date, holidays_), event.kind});
    }
  }

  /// From the day the Office received what was filed.
  void from_filing(std::string_view id, const Event& event) {
    found_.push_back({deadline(period(id), event.received.value_or(event.date), holidays_), event.kind, !event.received});
  }

  void add(std::string_view id, Date start, EventKind kind) { found_.push_back({deadline(period(id), start, holidays_), kind}); }

  void from_event(std::string_view id, const Event& event) { add(id, event.date, event.kind); }

  void application(const Trademark& mark);
  void priorities(const Trademark& mark);
  void asked(std::string_view id, const std::vector<Event>& events, EventKind notice);
  void requests(const std::vector<Event>& events);
  void decision(const Trademark& mark);
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
    case Status::cancelled:
    case Status::invalidated:
      decision(mark);
      break;
    default:
      break;
  }
  contracts(mark.events);
}

/// What a notice asks of the owner, until it is answered.
void Gatherer::asked(std::string_view id, const std::vector<Event>& events, EventKind notice) {
  if (const Event* open = open_event(events, notice, answered)) from_receipt(id, events, *open);
}

void Gatherer::application(const Trademark& mark) {
  if (mark.status == Status::correction) asked("L01", mark.events, EventKind::correction_notice);
  if (mark.status == Status::examination && !mark.events.empty() && mark.events.back().kind == EventKind::correction_notice)
    from_receipt("L02", mark.events, mark.events.back());
  if (mark.status == Status::same_day) {
    const auto notices = std::count_if(mark.events.begin(), mark.events.end(), [](const Event& e) { return e.kind == EventKind::same_day; });
    asked(notices > 1 ? "L04" : "L03", mark.events, EventKind::same_day);
  }
  if (const Event* review = last_of(mark.events, EventKind::refusal_review); review && mark.status == Status::refusal_review) {
    from_filing("L06", *review);
    from_event("P07b", *review);
  } else {
    from("L05", mark.dates.filed);
    priorities(mark);
  }
}

/// Abroad while none is claimed here; of a claimed one the copy or proof, which the record does not tell of: never shown as missed.
void Gatherer::priorities(const Trademark& mark) {
  if (mark.priorities.empty()) return from("P08a", mark.dates.filed);
  for (const Priority& priority : mark.priorities) {
    from(is_exhibition(priority) ? "P09b" : "P08b", mark.dates.filed);
    if (!found_.empty() && state_on(found_.back().deadline, day_) == PeriodState::overdue) found_.pop_back();
  }
}

/// What another has asked against a registration, until it is answered or decided.
void Gatherer::requests(const std::vector<Event>& events) {
  if (const Event* invalidation = open_request(events, EventKind::invalidation_request))
    from_receipt("P07a", events, *invalidation);
  if (const Event* invalidation = open_event(events, EventKind::invalidation_request, decided)) {
    const Event* defence = last_of(events, EventKind::reply);
    from_event("P07b", is_later(defence, *invalidation) ? *defence : *invalidation);
  }
  if (const Event* non_use = open_request(events, EventKind::non_use_request)) from_receipt("P14", events, *non_use);
  if (const Event* generic = open_request(events, EventKind::generic_request)) from_receipt("P18", events, *generic);
}

/// A decision against a registration whose receipt is on record: a review of the Office's own decisions, a suit against what was decided on
/// another's request for invalidation. One that is known by its announcement alone is final (Art. 55).
void Gatherer::decision(const Trademark& mark) {
  const Event* last = last_of(mark.events, mark.status == Status::cancelled ? EventKind::cancellation : EventKind::invalidation);
  if (last == nullptr || !last->received || is_later(last_of(mark.events, EventKind::suit), *last)) return;
  if (mark.dates.final_on && *mark.dates.final_on <= day_) return;
  const Event* request = last_of(mark.events, EventKind::invalidation_request);
  const bool on_request = last->kind == EventKind::invalidation && request != nullptr && request->date <= last->date;
  from_receipt(on_request ? "P05" : "P04", mark.events, *last);
}

/// A decision is followed by a review, one made in review by a suit; neither where it is final.
void Gatherer::refused(const Trademark& mark, const Event& refusal) {
  if (mark.dates.final_on && *mark.dates.final_on <= day_) return;
  if (is_later(last_of(mark.events, EventKind::suit), refusal)) return;
  const Event* review = last_of(mark.events, EventKind::refusal_review);
  const bool reviewed = review != nullptr && review->date <= refusal.date;
  if (reviewed) return from_receipt("P05", mark.events, refusal);
  from_receipt(refusal.kind == EventKind::non_registration ? "P03" : "P02", mark.events, refusal);
  const bool divided = is_later(last_of(mark.events, EventKind::division), refusal);
  if (mark.status == Status::partly_refused && !divided) from_receipt("P17", mark.events, refusal);
}

void Gatherer::opposed(const Trademark& mark) {
  const Event* denied = last_of(mark.events, EventKind::non_registration);
  if (const Event* review = last_of(mark.events, EventKind::refusal_review); review && denied && is_later(review, *denied)) {
    from_filing("L08", *review);
    return from_event("P07b", *review);
  }
  asked("P06a", mark.events, EventKind::opposition);
  if (const Event* opposition = last_of(mark.events, EventKind::opposition)) {
    const Event* defence = last_of(mark.events, EventKind::reply);
    from_event("P06b", is_later(defence, *opposition) ? *defence : *opposition);
  }
  if (mark.dates.published) from("L07", deadline(period("P01"), *mark.dates.published, holidays_).end);
}

void Gatherer::registered(const Trademark& mark) {
  from("P10", mark.dates.expires);
  from("P11", mark.dates.registered);
  from("P13", mark.dates.registered);
  requests(mark.events);
}

void Gatherer::of(const InternationalRegistration& mark) {
  const Designation* designation = mark.designation_of(china);
  if (mark.status == Status::filed) {
    if (const Event* filing = last_of(mark.events, EventKind::filing)) from_filing("M01", *filing);
    asked("M02", mark.events, EventKind::fee_notice);
    asked("M03", mark.events, EventKind::correction_notice);
  }
  if (mark.status == Status::registered || mark.status == Status::in_grace) {
    from("M09", mark.expires);
    from("M10", mark.registered);
    if (designation != nullptr) designated(mark, *designation);
    if (last_of(mark.events, EventKind::assignment)) asked("M08", mark.events, EventKind::correction_notice);
    requests(mark.events);
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
      if (const Event* gazette = last_of(mark.events, EventKind::publication)) {
        from_event("M06", *gazette);
        add("M05", first_of_next_month(gazette->date), gazette->kind);
      }
      break;
    case DesignationStatus::provisional_refusal:
    case DesignationStatus::partial_provisional_refusal:
      if (const Event* refusal = last_of(mark.events, EventKind::refusal)) from_receipt("P02", mark.events, *refusal);
      else if (const Event* partial = last_of(mark.events, EventKind::partial_refusal)) from_receipt("P02", mark.events, *partial);
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

/// What may be asked against a designation runs from the end of the refusal period, or from the day the grant became final (REG Art. 49).
void Gatherer::protected_in_china(const InternationalRegistration& mark, const Designation& designation) {
  std::optional<Date> start;
  if (const Event* grant = last_of(mark.events, EventKind::acceptance)) start = grant->date;
  else if (designation.notified)
    start = deadline(period(designation.by_article_9sexies ? "M04b" : "M04a"), *designation.notified, holidays_).end;
  from("M12", start);
  from("M13", start);
  from("M14", start);
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
  if (const PeriodState state = state_on(deadline, day); deadline.grace_end && (state == PeriodState::in_grace || state == PeriodState::overdue))
    return deadline.grace_end;
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
