#include "marque/law/lifecycle.hpp"

#include <algorithm>
#include <string>

#include "law/ended.hpp"
#include "law/law_error.hpp"
#include "law/madrid_changes.hpp"
#include "law/scope_changes.hpp"
#include "law/timely.hpp"
#include "law/transitions.hpp"
#include "marque/law/calendar.hpp"
#include "marque/law/deadline.hpp"
#include "marque/law/division.hpp"

namespace marque {

namespace {

constexpr int renewal_opens_months = 12, madrid_renewal_opens_months = 6;
constexpr int madrid_term_months = 10 * 12;

std::optional<Error> lacking(const Transition& row, const Event& event) {
  const auto needs = [&](const char* field, const Bilingual& what) {
    return law_error(ErrorCode::missing_field, {"“" + std::string(chinese_of(event.kind)) + "”须写明" + what.zh,
                                                "the event \"" + std::string(name_of(event.kind)) + "\" needs " + what.en})
        .in_field(field);
  };
  if (row.needs == "party" && (!event.party || event.party->name.empty()))
    return needs("party", {"相对人名称", "the other party's name"});
  if (row.needs == "classes" && event.classes.empty() && event.goods.empty())
    return needs("classes", {"所涉类别或者商品", "the classes or goods it concerns"});
  if (row.needs == "designated" && event.designated.empty()) return needs("designated", {"被指定的缔约方", "the parties designated"});
  if (row.needs == "instrument" && event.instrument.empty())
    return needs("instrument", {"另一记录的号码", "the number of the other record"});
  return {};
}

Error too_early(const Event& event, const Bilingual& than, Date day) {
  const std::string date = event.date.to_string(), first = day.to_string();
  return law_error(ErrorCode::invalid_date,
                   {date + "的“" + std::string(chinese_of(event.kind)) + "”早于" + than.zh + first,
                    "the event \"" + std::string(name_of(event.kind)) + "\" of " + date + " is earlier than " + than.en + ' ' + first});
}

Error too_early_end(const Event& event) {
  const std::string date = event.date.to_string(), until = event.until->to_string();
  return law_error(ErrorCode::invalid_date, {date + "的“" + std::string(chinese_of(event.kind)) + "”止于其开始之前的" + until,
                                             "the event \"" + std::string(name_of(event.kind)) + "\" of " + date +
                                                 " ends before it begins, on " + until})
      .in_field("until");
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

/// A mark is registered once nobody can oppose it any more (Art. 33), on the shorter period where it is not known which holds. The end
/// does not move off holidays here: issues follow each other on fixed days.
std::optional<Error> registered_too_early(const Event& event, std::optional<Date> published) {
  if (event.kind != EventKind::registration || !published) return {};
  const Deadline opposition = deadline(*find_period("P01"), *published);
  const Date end = std::min(*opposition.nominal_end, opposition.conservative_end.value_or(*opposition.nominal_end));
  if (event.date > end) return {};
  return law_error(ErrorCode::unlawful, {"异议期至" + end.to_string() + "止", "the opposition period runs until " + end.to_string()}, "Art.33");
}

/// The last day of the grace: China's moves off holidays, the International Bureau's does not.
Date grace_of(EntryKind kind, Date expires) {
  return kind == EntryKind::international ? grace_end(expires) : ordinary_end(expires, {6, 0}).last;
}

/// Whether the term admits a renewal, an expiry or a lapse on the event's day (Art. 40; Protocol Art. 7).
std::optional<Error> off_term(const Transition& row, const Event& event, std::optional<Date> expires) {
  if (!expires) return {};
  const auto refuse = [&](const Bilingual& why, Date day) {
    return law_error(ErrorCode::unlawful, {why.zh + day.to_string(), why.en + ' ' + day.to_string()}, row.article);
  };
  const bool madrid = row.kind == EntryKind::international;
  const Date opens = expires->plus_months(madrid ? -madrid_renewal_opens_months : -renewal_opens_months);
  const Date last = grace_of(row.kind, *expires);
  if (event.kind == EventKind::renewal && event.date < opens) return refuse({"最早可办理续展之日为", "a term cannot be renewed before"}, opens);
  if (event.kind == EventKind::renewal && event.date > last) return refuse({"宽展期已届满于", "the grace ran until"}, last);
  if (event.kind == EventKind::expiry && event.date <= *expires) return refuse({"有效期至", "the term runs until"}, *expires);
  if (event.kind == EventKind::lapse && event.date <= last) return refuse({"宽展期至", "the grace runs until"}, last);
  return {};
}

std::optional<Error> ill_timed_of_kind(const Event& event, const InternationalRegistration& mark) {
  return ill_timed_in_madrid(event, mark);
}

std::optional<Error> ill_timed_of_kind(const Event& event, const Trademark& mark) { return untimely(mark, event); }

template <class Right>
std::optional<Error> ill_timed_of_kind(const Event&, const Right&) {
  return {};
}

template <class Right>
std::optional<Error> ill_timed(const Transition& row, const Event& event, const Right& right,
                               std::optional<Date> expires) {
  if (event.kind == EventKind::first_use) return {};
  if (const auto filed = filing_date(right); filed && event.date < *filed) {
    return too_early(event, {"申请日", "the filing of"}, *filed);
  }
  const auto published = publication_date(right);
  if (event.kind == EventKind::registration && published && event.date < *published) {
    return too_early(event, {"初步审定公告日", "the publication of"}, *published);
  }
  if (auto error = registered_too_early(event, published)) return error;
  if (event.until && *event.until < event.date) return too_early_end(event);
  if (auto error = off_term(row, event, expires)) return error;
  return ill_timed_of_kind(event, right);
}

/// The record's state after the event; the classes of the scope follow.
template <class Right>
Result<Status> next_status(Right& right, const Transition& row, const Event& event) {
  const bool in_part = !event.classes.empty() || !event.goods.empty();
  if (!in_part || !row.classes) {
    if (row.to != row.from) follow_record(right.scope);
    return row.to;
  }
  const auto any_left = change_scope(right.scope, right.status, *row.classes, event);
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

Result<void> change_designations_of(InternationalRegistration& mark, const Transition& row, const Event& event) {
  return change_designations(mark, row, event);
}

template <class Right>
Result<void> change_designations_of(Right&, const Transition&, const Event&) {
  return {};
}

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
  if (const auto changed = change_designations_of(right, row, event); !changed) return changed;
  record(right.events, event);
  return {};
}

}  // namespace

Result<Entry> amended(const Entry& entry, const Event& event) {
  const EntryKind kind = kind_of(entry);
  const Transition* row = transition(kind, status_of(entry), event.kind);
  if (row == nullptr) return unlawful(kind, status_of(entry), event.kind);
  if (auto error = lacking(*row, event)) return *error;
  const auto error =
      std::visit([&](const auto& right) { return ill_timed(*row, event, right, expiry_of(entry)); }, entry);
  if (error) return *error;
  if (event.kind == EventKind::division) {
    const auto division = divided(std::get<Trademark>(entry), event);
    if (!division) return division.error();
    return Entry{division->rest};
  }
  Entry after = entry;
  const auto applied = std::visit([&](auto& right) { return apply(right, *row, event); }, after);
  if (!applied) return applied.error();
  return after;
}

}  // namespace marque
