#include "marque/law/lifecycle.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/law/calendar.hpp"
#include "marque/law/law_version.hpp"

MARQUE_EMBEDDED(marque_transitions)

namespace marque {

namespace {

constexpr int gap_months = 12;
constexpr int renewal_opens_months = 12;
constexpr int madrid_term_months = 10 * 12;
constexpr std::string_view china = "CN";

/// The cells of one row of transitions.tsv.
struct Cells {
  std::string_view kind, from, event, to, classes, china, needs, article, note;
};

std::string_view unless_dash(std::string_view cell) noexcept { return cell == "-" ? std::string_view{} : cell; }

bool lists(std::string_view list, std::string_view name) noexcept {
  if (list == "*") return true;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return false;
}

/// One row stands for every state that it lists.
void append_transitions(std::vector<Transition>& table, const Cells& cells) {
  for (const Status from : all_statuses()) {
    if (!lists(cells.from, name_of(from))) continue;
    Transition row{*parse_entry_kind(cells.kind),
                   from,
                   *parse_event_kind(cells.event),
                   cells.to == "=" ? from : *parse_status(cells.to),
                   {},
                   {},
                   unless_dash(cells.needs),
                   unless_dash(cells.article),
                   unless_dash(cells.note)};
    if (cells.classes != "-") row.classes = *parse_status(cells.classes);
    if (cells.china != "-") row.china = *parse_designation_status(cells.china);
    table.push_back(row);
  }
}

std::vector<Transition> read_transitions() {
  std::vector<Transition> table;
  for_each_row(embedded(marque_transitions, marque_transitions_end), [&](const auto& row) {
    append_transitions(
        table, {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6), row.at(7), row.at(8)});
  });
  return table;
}

const Transition* transition(EntryKind kind, Status from, EventKind event) {
  for (const Transition& row : transitions()) {
    if (row.kind == kind && row.from == from && row.event == event) return &row;
  }
  return nullptr;
}

/// What cannot happen to a right, in the order of EventKind.
constexpr std::array<std::string_view, 47> passives{"be filed",
                                                    "be sent back for correction",
                                                    "be accepted",
                                                    "be turned away",
                                                    "be examined",
                                                    "be published",
                                                    "be refused",
                                                    "be refused in part",
                                                    "go to review",
                                                    "be opposed",
                                                    "prevail over an opposition",
                                                    "be denied registration",
                                                    "be registered",
                                                    "change its owner's name or address",
                                                    "be assigned",
                                                    "be transmitted",
                                                    "be licensed",
                                                    "have a licence ended",
                                                    "be pledged",
                                                    "have a pledge released",
                                                    "be renewed",
                                                    "expire",
                                                    "lapse",
                                                    "be surrendered",
                                                    "be surrendered in part",
                                                    "be cancelled",
                                                    "be cancelled in part",
                                                    "be invalidated",
                                                    "be invalidated in part",
                                                    "be withdrawn",
                                                    "be corrected",
                                                    "be found well known",
                                                    "be remarked on",
                                                    "be divided",
                                                    "compete with filings of the same day",
                                                    "go to court",
                                                    "be designated subsequently",
                                                    "be limited",
                                                    "be renounced",
                                                    "lose its basic mark",
                                                    "be transformed",
                                                    "replace a national mark",
                                                    "be protected tacitly",
                                                    "be decided on further",
                                                    "have a transfer declared without effect",
                                                    "have a limitation declared without effect",
                                                    "be merged"};

/// A right in each state, in the order of Status; `@` stands for the kind of right.
constexpr std::array<std::string_view, 20> bearers{"a @ of unknown state",
                                                   "a filed @",
                                                   "a @ under correction",
                                                   "a @ that was not accepted",
                                                   "an accepted @",
                                                   "a @ under examination",
                                                   "a refused @",
                                                   "a partly refused @",
                                                   "a @ whose refusal is under review",
                                                   "a published @",
                                                   "an opposed @",
                                                   "a @ that was denied registration",
                                                   "a registered @",
                                                   "a @ in its grace",
                                                   "a lapsed @",
                                                   "a surrendered @",
                                                   "a cancelled @",
                                                   "an invalidated @",
                                                   "a withdrawn @",
                                                   "a @ filed on one day with others"};

/// In the order of EntryKind.
constexpr std::array<std::string_view, 3> nouns{"mark", "Madrid registration", "GI"};

std::string in_brackets(std::string_view article) {
  return article.empty() ? std::string() : " (" + std::string(article) + ')';
}

/// The article that governs an event, read off the states that do admit it.
std::string_view article_of(EntryKind kind, EventKind event) {
  for (const Transition& row : transitions()) {
    if (row.kind == kind && row.event == event) return row.article;
  }
  return {};
}

Error unlawful(EntryKind kind, Status from, EventKind event) {
  std::string message(bearers[static_cast<std::size_t>(from)]);
  message.replace(message.find('@'), 1, nouns[static_cast<std::size_t>(kind)]);
  message += " cannot " + std::string(passives[static_cast<std::size_t>(event)]);
  return {ErrorCode::unlawful, message + in_brackets(article_of(kind, event))};
}

std::optional<Error> lacking(const Transition& row, const Event& event) {
  const std::string name(name_of(event.kind));
  if (row.needs == "party" && (!event.party || event.party->name.empty())) {
    return Error{ErrorCode::missing_field, "the event \"" + name + "\" needs the other party's name"}.in_field("party");
  }
  if (row.needs == "classes" && event.classes.empty()) {
    return Error{ErrorCode::missing_field, "the event \"" + name + "\" needs the classes it concerns"}.in_field(
        "classes");
  }
  return {};
}

Error too_early(const Event& event, std::string_view than, Date day) {
  return {ErrorCode::invalid_date, "the event \"" + std::string(name_of(event.kind)) + "\" of " +
                                       event.date.to_string() + " is earlier than " + std::string(than) + ' ' +
                                       day.to_string()};
}

std::optional<Date> filing_date(const Trademark& mark) { return mark.dates.filed; }

/// The international date follows the filing with the office of origin, so it bounds no `filing`.
std::optional<Date> filing_date(const InternationalRegistration& mark) {
  return mark.status == Status::filed ? std::nullopt : mark.registered;
}

std::optional<Date> filing_date(const GeographicalIndication&) { return {}; }

std::optional<Date> publication_date(const Trademark& mark) { return mark.dates.published; }

template <class Right>
std::optional<Date> publication_date(const Right&) {
  return {};
}

/// Whether the term admits a renewal, an expiry or a lapse on the event's day (Art. 40).
std::optional<Error> off_term(const Transition& row, const Event& event, std::optional<Date> expires) {
  if (!expires) return {};
  const auto refuse = [&](std::string_view why, Date day) {
    return Error{ErrorCode::unlawful, std::string(why) + ' ' + day.to_string() + in_brackets(row.article)};
  };
  if (event.kind == EventKind::renewal && event.date < expires->plus_months(-renewal_opens_months)) {
    return refuse("a term cannot be renewed before", expires->plus_months(-renewal_opens_months));
  }
  if (event.kind == EventKind::expiry && event.date <= *expires) return refuse("the term runs until", *expires);
  if (event.kind == EventKind::lapse && event.date <= grace_end(*expires)) {
    return refuse("the grace runs until", grace_end(*expires));
  }
  return {};
}

template <class Right>
std::optional<Error> ill_timed(const Transition& row, const Event& event, const Right& right,
                               std::optional<Date> expires) {
  if (const auto filed = filing_date(right); filed && event.date < *filed) {
    return too_early(event, "the filing of", *filed);
  }
  const auto published = publication_date(right);
  if (event.kind == EventKind::registration && published && event.date < *published) {
    return too_early(event, "the publication of", *published);
  }
  return off_term(row, event, expires);
}

bool has_ended(Status status) noexcept {
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

bool is_refused(Status status) noexcept { return status == Status::refused || status == Status::not_registered; }

bool is_gone(Status status) noexcept { return has_ended(status) || is_refused(status); }

Status status_in(const ClassScope& part, Status record) noexcept { return part.status.value_or(record); }

bool concerns(const Event& event, NiceClass nice_class) {
  return event.classes.empty() ||
         std::find(event.classes.begin(), event.classes.end(), nice_class) != event.classes.end();
}

/// Changes the named classes alone; gives whether any class is left standing.
Result<bool> change_classes(std::vector<ClassScope>& scope, Status record, Status to, const Event& event) {
  for (const NiceClass named : event.classes) {
    const auto part =
        std::find_if(scope.begin(), scope.end(), [&](const ClassScope& p) { return p.nice_class == named; });
    if (part == scope.end()) {
      return Error{ErrorCode::invalid_class, "the record does not cover class " + named.to_string()};
    }
    const Status before = status_in(*part, record);
    if (before == to || (has_ended(before) && to != Status::invalidated)) {
      return Error{ErrorCode::unlawful,
                   "class " + named.to_string() + " is " + std::string(name_of(before)) + " already"};
    }
    part->status = to;
  }
  return std::any_of(scope.begin(), scope.end(), [&](const ClassScope& p) { return !is_gone(status_in(p, record)); });
}

/// A review that succeeds frees the classes refused before: those it names, or all.
void readmit(std::vector<ClassScope>& scope, const Event& event) {
  for (ClassScope& part : scope) {
    if (part.status == Status::refused && concerns(event, part.nice_class)) part.status.reset();
  }
}

/// Where the record as a whole moves on, its classes do too, but for those that are gone.
void follow_record(std::vector<ClassScope>& scope) {
  for (ClassScope& part : scope) {
    if (part.status && !is_gone(*part.status)) part.status.reset();
  }
}

/// The record's state after the event; the classes of the scope follow.
template <class Right>
Result<Status> next_status(Right& right, const Transition& row, const Event& event) {
  if (event.classes.empty() || !row.classes) {
    if (row.to != row.from) follow_record(right.scope);
    return row.to;
  }
  const auto any_left = change_classes(right.scope, right.status, *row.classes, event);
  if (!any_left) return any_left.error();
  if (!*any_left && !is_gone(right.status)) return *row.classes;
  return row.event == EventKind::partial_refusal ? row.to : right.status;
}

std::vector<Party>& owners(Trademark& mark) noexcept { return mark.owners; }
template <class Held>
std::vector<Party>& owners(Held& right) noexcept {
  return right.holders;
}

bool replaces_owner(EventKind kind) noexcept {
  return kind == EventKind::assignment || kind == EventKind::transmission;
}

/// An old event that is recorded late must not undo what happened since.
bool has_later_owner_event(const std::vector<Event>& events, Date day) {
  return std::any_of(events.begin(), events.end(), [&](const Event& known) {
    return known.date > day && (replaces_owner(known.kind) || known.kind == EventKind::change);
  });
}

/// What the party's entry leaves unsaid (a code, a country) stays as it was.
void rename(Party& owner, const Party& changed) {
  owner.name = changed.name;
  if (!changed.foreign_name.empty()) owner.foreign_name = changed.foreign_name;
  if (changed.uscc) owner.uscc = changed.uscc;
  if (!changed.country.empty()) owner.country = changed.country;
  if (changed.address.empty()) return;
  owner.address = changed.address;
  owner.area = changed.area;
}

template <class Right>
void change_owner(Right& right, const Event& event) {
  if (!event.party || has_later_owner_event(right.events, event.date)) return;
  std::vector<Party>& parties = owners(right);
  if (replaces_owner(event.kind)) {
    parties.assign(1, *event.party);
  } else if (event.kind == EventKind::change) {
    if (parties.empty()) parties.emplace_back();
    rename(parties.front(), *event.party);
  }
}

/// The announcement that follows a rejected opposition moves no day that is known already.
void register_from(Trademark& mark, const Transition& row, const Event& event) {
  if (row.from == Status::registered && mark.dates.registered) return;
  mark.dates.registered = event.date;
  const bool given = mark.dates.expires && *mark.dates.expires > event.date;
  if (event.until)
    mark.dates.expires = event.until;
  else if (!given)
    mark.dates.expires = validity_term(event.date).last;
}

void change_dates(Trademark& mark, const Transition& row, const Event& event) {
  TrademarkDates& dates = mark.dates;
  if (event.kind == EventKind::filing) dates.filed = event.date;
  if (event.kind == EventKind::acceptance) dates.accepted = event.date;
  if (event.kind == EventKind::publication) dates.published = event.date;
  if (event.kind == EventKind::registration) register_from(mark, row, event);
  if (event.kind == EventKind::renewal && dates.expires) {
    dates.expires = event.until ? *event.until : renewed_term({*dates.expires, *dates.expires}).last;
  }
  if (has_ended(mark.status) && !dates.ended) dates.ended = event.date;
  if (mark.status == Status::invalidated) dates.ended = event.date;
}

/// The International Bureau counts ten years to the same day, not to the day before.
void change_dates(InternationalRegistration& mark, const Transition&, const Event& event) {
  if (event.kind == EventKind::registration) {
    mark.registered = event.date;
    mark.expires = event.until ? *event.until : event.date.plus_months(madrid_term_months);
  }
  if (event.kind == EventKind::renewal && mark.expires) {
    mark.expires = event.until ? *event.until : mark.expires->plus_months(madrid_term_months);
  }
}

void change_dates(GeographicalIndication& gi, const Transition&, const Event& event) {
  if (event.kind != EventKind::registration) return;
  if (gi.registrations.empty()) gi.registrations.emplace_back();
  if (!gi.registrations.front().date) gi.registrations.front().date = event.date;
}

void change_designation(InternationalRegistration& mark, const Transition& row) {
  for (Designation& designation : mark.designations) {
    if (row.china && designation.party == china) designation.status = *row.china;
  }
}

template <class Right>
void change_designation(Right&, const Transition&) {}

void record(std::vector<Event>& events, const Event& event) {
  const auto later = std::upper_bound(events.begin(), events.end(), event,
                                      [](const Event& a, const Event& b) { return a.date < b.date; });
  events.insert(later, event);
}

template <class Right>
Result<void> apply(Right& right, const Transition& row, const Event& event) {
  if (row.from == Status::refusal_review && row.to == Status::published) readmit(right.scope, event);
  const auto status = next_status(right, row, event);
  if (!status) return status.error();
  right.status = *status;
  change_owner(right, event);
  change_dates(right, row, event);
  change_designation(right, row);
  record(right.events, event);
  return {};
}

/// The state that an event leaves a right or a class in for good.
std::optional<Status> end_by(EventKind kind) noexcept {
  switch (kind) {
    case EventKind::lapse:
      return Status::lapsed;
    case EventKind::surrender:
    case EventKind::partial_surrender:
      return Status::surrendered;
    case EventKind::cancellation:
    case EventKind::partial_cancellation:
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

/// The day of the last event that ended the right, or one class of it, in the way that `status` says.
std::optional<Date> day_of_end(const std::vector<Event>& events, Status status, std::optional<NiceClass> nice_class) {
  std::optional<Date> day;
  for (const Event& event : events) {
    if (end_by(event.kind) == status && (!nice_class || concerns(event, *nice_class))) day = event.date;
  }
  return day;
}

/// How a right or a class of it stands in the record, and what tells when it ended.
struct Recorded {
  Status status = Status::unknown;
  std::optional<Date> ended{};     ///< as recorded
  std::optional<Date> expires{};   ///< last day of the present term
  std::optional<Date> final_on{};  ///< when a refusal becomes final
};

template <class Right>
Status status_of_class(const Right& right, std::optional<NiceClass> nice_class) {
  for (const ClassScope& part : right.scope) {
    if (nice_class && part.nice_class == *nice_class) return status_in(part, right.status);
  }
  return right.status;
}

template <class Right>
Recorded recorded(const Right& right, std::optional<NiceClass> nice_class) {
  const Status status = status_of_class(right, nice_class);
  return {status, day_of_end(right.events, status, nice_class)};
}

Recorded recorded(const InternationalRegistration& mark, std::optional<NiceClass> nice_class) {
  const Status status = status_of_class(mark, nice_class);
  return {status, day_of_end(mark.events, status, nice_class), mark.expires};
}

Recorded recorded(const Trademark& mark, std::optional<NiceClass> nice_class) {
  const Status status = mark.status;
  const Status in_class = status_of_class(mark, nice_class);
  const auto by_event = day_of_end(mark.events, in_class, nice_class);
  const bool own_end = in_class != status && by_event;
  return {in_class, own_end || !mark.dates.ended ? by_event : mark.dates.ended, mark.dates.expires,
          mark.dates.final_on};
}

bool is_alive(Status status) noexcept { return status == Status::registered || status == Status::in_grace; }

std::optional<Date> lapse_day(std::optional<Date> expires) {
  if (!expires) return {};
  return grace_end(*expires).plus_days(1);
}

/// The day the right ended, if that day has come.
std::optional<Date> end_reached(const Recorded& right, Date day) {
  std::optional<Date> end;
  if (is_refused(right.status))
    end = right.final_on;
  else if (right.ended)
    end = right.ended;
  else if (is_alive(right.status) || right.status == Status::lapsed)
    end = lapse_day(right.expires);
  return end && *end <= day ? end : std::nullopt;
}

/// Whether like marks stay barred for a year after a right has ended in this way (2019 Art. 50; from 2027 only
/// after a surrender, Art. 49).
bool leaves_gap(Status status, Date day) noexcept {
  if (status == Status::withdrawn || status == Status::not_accepted || is_refused(status)) return false;
  return law_in_force(day) != LawVersion::cn_tml_2026 || status == Status::surrendered;
}

Standing standing_after(Date end, Status status, Date day) {
  const bool within_year = day <= end.plus_months(gap_months);
  return within_year && leaves_gap(status, day) ? Standing::gap_year : Standing::dead;
}

Standing standing(const Recorded& right, Date day) {
  if (const auto end = end_reached(right, day)) return standing_after(*end, right.status, day);
  if (right.status == Status::unknown) return Standing::unknown;
  if (is_alive(right.status)) return Standing::in_force;
  if (is_refused(right.status)) return right.final_on ? Standing::pending : Standing::dead;
  if (!has_ended(right.status)) return Standing::pending;
  if (!right.ended) return right.status == Status::lapsed && right.expires ? Standing::in_force : Standing::dead;
  const bool was_registered = right.status != Status::withdrawn && right.status != Status::not_accepted;
  return was_registered ? Standing::in_force : Standing::pending;
}

Standing standing(const Trademark& mark, Date day, std::optional<NiceClass> nice_class) {
  return standing(recorded(mark, nice_class), day);
}

Standing standing(const GeographicalIndication& gi, Date day, std::optional<NiceClass> nice_class) {
  const Standing as_mark = standing(recorded(gi, nice_class), day);
  return as_mark == Standing::gap_year ? Standing::dead : as_mark;
}

/// What the designation of China makes of a registration that stands.
Standing standing_of(const Designation& designation) noexcept {
  switch (designation.status) {
    case DesignationStatus::unknown:
    case DesignationStatus::further_decision:
      return Standing::unknown;
    case DesignationStatus::pending:
    case DesignationStatus::opposition_open:
    case DesignationStatus::provisional_refusal:
    case DesignationStatus::partial_provisional_refusal:
      return Standing::pending;
    case DesignationStatus::granted:
    case DesignationStatus::granted_in_part:
    case DesignationStatus::tacitly_protected:
    case DesignationStatus::granted_after_refusal:
    case DesignationStatus::limited:
    case DesignationStatus::transfer_without_effect:
    case DesignationStatus::limitation_without_effect:
      return Standing::in_force;
    default:
      return Standing::dead;
  }
}

std::optional<Status> end_of(DesignationStatus status) noexcept {
  switch (status) {
    case DesignationStatus::invalidated:
      return Status::invalidated;
    case DesignationStatus::renounced:
      return Status::surrendered;
    case DesignationStatus::cancelled:
    case DesignationStatus::ceased_with_basic_mark:
      return Status::cancelled;
    case DesignationStatus::not_renewed:
      return Status::lapsed;
    default:
      return {};
  }
}

/// A designation that has ended, told in the terms of a national mark.
Recorded ended_designation(const InternationalRegistration& mark, Status end, std::optional<NiceClass> nice_class) {
  return {end, day_of_end(mark.events, end, nice_class), mark.expires};
}

/// Whether a designation that may be limited stands in a class.
bool covers(const std::vector<ClassScope>& scope, NiceClass nice_class) {
  return scope.empty() || std::any_of(scope.begin(), scope.end(), [&](const ClassScope& part) {
           return part.nice_class == nice_class && !is_gone(part.status.value_or(Status::unknown));
         });
}

Standing standing(const InternationalRegistration& mark, Date day, std::optional<NiceClass> nice_class) {
  const Recorded whole = recorded(mark, nice_class);
  const bool told = whole.status != Status::unknown || end_reached(whole, day);
  const Standing at_bureau = standing(whole, day);
  const Designation* designation = mark.designation_of(china);
  if (!mark.designations.empty() && designation == nullptr) return Standing::dead;
  if (told && at_bureau != Standing::in_force) return at_bureau;
  if (designation == nullptr) return Standing::unknown;
  if (nice_class && !covers(designation->scope, *nice_class)) return Standing::dead;
  if (const auto end = end_of(designation->status)) return standing(ended_designation(mark, *end, nice_class), day);
  return standing_of(*designation);
}

std::optional<Date> ended(const InternationalRegistration& mark, Date day) {
  if (const auto end = end_reached(recorded(mark, {}), day)) return end;
  const Designation* designation = mark.designation_of(china);
  const auto end = designation != nullptr ? end_of(designation->status) : std::nullopt;
  return end ? end_reached(ended_designation(mark, *end, {}), day) : std::nullopt;
}

template <class Right>
std::optional<Date> ended(const Right& right, Date day) {
  return end_reached(recorded(right, {}), day);
}

}  // namespace

std::span<const Transition> transitions() {
  static const std::vector<Transition> table = read_transitions();
  return table;
}

Result<Entry> amended(const Entry& entry, const Event& event) {
  const EntryKind kind = kind_of(entry);
  const Transition* row = transition(kind, status_of(entry), event.kind);
  if (row == nullptr) return unlawful(kind, status_of(entry), event.kind);
  if (auto error = lacking(*row, event)) return *error;
  const auto error =
      std::visit([&](const auto& right) { return ill_timed(*row, event, right, expiry_of(entry)); }, entry);
  if (error) return *error;
  Entry after = entry;
  const auto applied = std::visit([&](auto& right) { return apply(right, *row, event); }, after);
  if (!applied) return applied.error();
  return after;
}

std::string_view name_of(Standing standing) noexcept {
  constexpr std::array<std::string_view, 5> names{"pending", "in_force", "gap_year", "dead", "unknown"};
  return names[static_cast<std::size_t>(standing)];
}

Standing standing_on(const Entry& entry, Date day, std::optional<NiceClass> nice_class) {
  return std::visit([&](const auto& right) { return standing(right, day, nice_class); }, entry);
}

std::optional<Date> ended_on(const Entry& entry, Date day) {
  return std::visit([&](const auto& right) { return ended(right, day); }, entry);
}

}  // namespace marque
