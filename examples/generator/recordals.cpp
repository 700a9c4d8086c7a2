#include "recordals.hpp"

#include <algorithm>

namespace {

using namespace marque;

Event event_on(EventKind kind, Date date, Party party) { return {.kind = kind, .date = date, .party = std::move(party)}; }

std::optional<Date> day_between(Date from, Date to, Random& random) {
  if (from >= to) return {};
  return from.plus_days(random.between(0, to.days() - from.days()));
}

/// The last day on which something can be recorded of the mark.
Date last_day(const Trademark& mark, Date today) {
  if (mark.status == Status::registered) return today;
  if (mark.status == Status::in_grace || mark.status == Status::lapsed) return *mark.dates.expires;
  return std::min(today, mark.dates.ended.value_or(today).plus_days(-1));
}

bool alive(const Trademark& mark) {
  switch (mark.status) {
    case Status::refused:
    case Status::not_accepted:
    case Status::not_registered:
    case Status::withdrawn: return false;
    default: return true;
  }
}

void rename(Trademark& mark, const Owner& owner, Date last) {
  if (!owner.renamed_on || !alive(mark) || *owner.renamed_on > last || *mark.dates.filed >= *owner.renamed_on) return;
  add_in_order(mark.events, event_on(EventKind::change, *owner.renamed_on, *owner.renamed));
  mark.owners = {*owner.renamed};
}

void assign(Trademark& mark, const Owner& other, Date from, Date last, Random& random) {
  const std::optional<Date> day = day_between(std::max(from, other.founded), last, random);
  if (!day || same_party(other.party, mark.owners.front())) return;
  add_in_order(mark.events, event_on(EventKind::assignment, *day, other.on(*day)));
  mark.owners = {other.on(*day)};
}

void licence(Trademark& mark, const Owner& other, Date from, Date last, Random& random) {
  const std::optional<Date> day = day_between(std::max(from, other.founded), last, random);
  if (!day || same_party(other.party, mark.owners.front())) return;
  Event event = event_on(EventKind::licence, *day, other.on(*day));
  event.until = std::min(*mark.dates.expires, day->plus_months(12 * random.between(1, 5)));
  event.note = random.chance(700) ? "普通许可" : "独占许可";
  add_in_order(mark.events, std::move(event));
}

void pledge(Trademark& mark, Date from, Date last, Random& random) {
  const std::optional<Date> day = day_between(from, last, random);
  if (!day) return;
  const Party bank = made_up_bank(random);
  Event event = event_on(EventKind::pledge, *day, bank);
  event.until = day->plus_months(12 * random.between(1, 3));
  event.amount = Yuan::from_fen(std::int64_t{random.between(5, 200)} * 100'000 * 100);
  const Date until = *event.until;
  add_in_order(mark.events, std::move(event));
  if (until < last) add_in_order(mark.events, event_on(EventKind::pledge_release, until, bank));
}

}  // namespace

void add_in_order(std::vector<Event>& events, Event event) {
  const auto later = std::upper_bound(events.begin(), events.end(), event.date, [](Date day, const Event& other) { return day < other.date; });
  events.insert(later, std::move(event));
}

void record_changes(Trademark& mark, const Owner& owner, const Owner& other, Date today, Random& random) {
  const Date last = last_day(mark, today);
  rename(mark, owner, last);
  if (!mark.dates.registered) return;
  // After a dispute is over and the owner has its new name, so that the mark is registered and its owner that of the day.
  Date from = std::max(mark.dates.registered->plus_days(90), owner.renamed_on.value_or(*mark.dates.registered));
  for (const Event& event : mark.events)
    if (event.kind == EventKind::opposition_rejected) from = std::max(from, event.date.plus_days(30));
  if (random.chance(60)) assign(mark, other, from, last, random);
  else if (random.chance(30)) licence(mark, other, from, last, random);
  else if (random.chance(10)) pledge(mark, from, last, random);
}
