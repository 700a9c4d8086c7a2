#include "snapshot/wire_v2.hpp"

#include <algorithm>

#include "snapshot/portable_archive.hpp"

namespace marque::records_v2 {

namespace {

// The last enumerators that version 1 knew.
constexpr Status last_status = Status::withdrawn;
constexpr EventKind last_event = EventKind::note;
constexpr DesignationStatus last_designation_status = DesignationStatus::not_renewed;

bool is_late(const Event& event) {
  return event.kind > last_event || !event.goods.empty() || !event.designated.empty();
}

bool is_late(const ClassScope& scope) { return scope.status.value_or(Status::unknown) > last_status; }

bool is_late(const GiRegistration& registration) { return registration.status > last_status; }

bool is_late(const Designation& designation);

template <class T>
bool any_late(const std::vector<T>& values) {
  return std::any_of(values.begin(), values.end(), [](const T& value) { return is_late(value); });
}

bool is_late(const Designation& designation) {
  return designation.status > last_designation_status || any_late(designation.scope);
}

bool adds(const Trademark& trademark) { return trademark.transformed_from.has_value(); }

bool adds(const InternationalRegistration& registration) {
  const auto& basic = registration.basic_mark;
  return (basic && (basic->date || basic->is_application)) || any_late(registration.designations);
}

bool adds(const GeographicalIndication& indication) { return any_late(indication.registrations); }

std::vector<Event>& events_of(Entry& entry) {
  return std::visit([](auto& right) -> std::vector<Event>& { return right.events; }, entry);
}

Date date_of(records_v1::Day day) {
  constexpr records_v1::Day first = -354285, last = 2932896;  // 1000-01-01 and 9999-12-31
  if (day < first || day > last) throw DamagedRecord("day " + std::to_string(day) + " is outside the calendar");
  return Date::from_days(day);
}

void add_transformed_from(const std::string& text, Entry& entry) {
  if (text.empty()) return;
  auto* trademark = std::get_if<Trademark>(&entry);
  const auto number = InternationalNumber::parse(text);
  if (trademark == nullptr || !number || number->to_string() != text)
    throw DamagedRecord("\"" + text + "\" is no number of a transformed registration");
  trademark->transformed_from = *number;
}

void add_basic_mark(const Additions& additions, Entry& entry) {
  if (!additions.basic_date && !additions.basic_is_application) return;
  auto* registration = std::get_if<InternationalRegistration>(&entry);
  if (registration == nullptr || !registration->basic_mark) throw DamagedRecord("it has no basic mark");
  if (additions.basic_date) registration->basic_mark->date = date_of(*additions.basic_date);
  registration->basic_mark->is_application = additions.basic_is_application;
}

}  // namespace

bool needed_by(const Entry& entry) {
  return status_of(entry) > last_status || any_late(scope_of(entry)) || any_late(marque::events_of(entry)) ||
         std::visit([](const auto& right) { return adds(right); }, entry);
}

Additions additions_of(const Entry& entry) {
  Additions additions;
  for (const Event& event : marque::events_of(entry)) additions.events.push_back({event.goods, event.designated});
  if (const auto* registration = std::get_if<InternationalRegistration>(&entry);
      registration != nullptr && registration->basic_mark) {
    if (const auto date = registration->basic_mark->date) additions.basic_date = date->days();
    additions.basic_is_application = registration->basic_mark->is_application;
  }
  if (const auto* trademark = std::get_if<Trademark>(&entry); trademark != nullptr && trademark->transformed_from)
    additions.transformed_from = trademark->transformed_from->to_string();
  return additions;
}

void add(Additions&& additions, Entry& entry) {
  std::vector<Event>& events = events_of(entry);
  if (additions.events.size() != events.size()) throw DamagedRecord("its events are not all told to the end");
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].goods = std::move(additions.events[i].goods);
    events[i].designated = std::move(additions.events[i].designated);
  }
  add_basic_mark(additions, entry);
  add_transformed_from(additions.transformed_from, entry);
}

}  // namespace marque::records_v2
