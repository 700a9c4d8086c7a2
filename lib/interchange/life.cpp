#include "interchange/life.hpp"

#include <algorithm>
#include <vector>

#include "interchange/escape.hpp"
#include "interchange/wording.hpp"
#include "marque/law/lifecycle.hpp"
#include "marque/law/running_periods.hpp"

namespace marque {

namespace {

constexpr std::string_view happened = "●", now = "◆", ahead = "○";

struct Point {
  Date date;
  std::string_view sign;
  std::string text;
};

std::string list_of(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

/// Since when an end has effect, where that is not the event's day.
std::string effect_text(const Event& event, Language language) {
  const EventEffect effect = effect_of(event.kind);
  if (effect.from != EffectFrom::beginning) return {};
  return wording("void_from_start", language, effect.article);
}

std::string event_text(const Event& event, Language language) {
  std::vector<std::string> classes;
  for (const NiceClass c : event.classes) classes.push_back(c.to_string());
  std::string value = label(event.kind, language);
  const auto add = [&](const std::string& part) {
    if (!part.empty()) value += "  " + part;
  };
  if (event.party) add(party_text(*event.party));
  add(event.instrument);
  if (event.until) add(wording("until", language, event.until->to_string()));
  if (event.amount) add("¥" + event.amount->to_string());
  if (!classes.empty()) add(wording("event_in", language, list_of(classes)));
  add(list_of(event.goods));
  add(list_of(event.designated));
  add(effect_text(event, language));
  add(event.note);
  return visible(value);
}

/// A date of the record, unless an event tells of it.
void add_date(std::vector<Point>& points, const Entry& entry, EventKind kind, std::optional<Date> date, Language language) {
  const auto& events = events_of(entry);
  const bool told = std::any_of(events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; });
  if (date && !told) points.push_back({*date, happened, label(kind, language)});
}

void add_dates(std::vector<Point>& points, const Entry& entry, Language language) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) {
    add_date(points, entry, EventKind::filing, mark->dates.filed, language);
    add_date(points, entry, EventKind::acceptance, mark->dates.accepted, language);
    add_date(points, entry, EventKind::publication, mark->dates.published, language);
    add_date(points, entry, EventKind::registration, mark->dates.registered, language);
  } else if (const auto* international = std::get_if<InternationalRegistration>(&entry)) {
    add_date(points, entry, EventKind::registration, international->registered, language);
  } else if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) {
    for (const GiRegistration& registration : indication->registrations) {
      if (registration.date && !registration.supersedes.empty())
        points.push_back({*registration.date, happened, visible(wording("converted", language, registration.supersedes) + "  " + registration.number)});
      else
        add_date(points, entry, EventKind::registration, registration.date, language);
    }
  }
}

std::string period_text(const Deadline& deadline, PeriodState state, Language language) {
  const bool chinese = language == Language::zh;
  std::string text(chinese ? deadline.period->chinese : deadline.period->names.front());
  if (state == PeriodState::in_grace) text += chinese ? "（宽展期届满）" : " (grace ends)";
  else if (!deadline.end) text += chinese ? "（可提出）" : " (opens)";
  if (deadline.grace_end && state != PeriodState::in_grace)
    text += (chinese ? "，宽展或延长至" : ", grace or extension to ") + deadline.grace_end->to_string();
  return text + "  " + std::string(deadline.period->id) + ", " + provision_of(deadline);
}

void add_ahead(std::vector<Point>& points, const Entry& entry, Date as_of, Language language) {
  for (const RunningPeriod& running : running_periods(entry, as_of)) {
    const auto due = due_on(running.deadline, as_of);
    const PeriodState state = state_on(running.deadline, as_of);
    if (!due || *due < as_of || state == PeriodState::closed) continue;
    points.push_back({*due, ahead, period_text(running.deadline, state, language)});
  }
}

}  // namespace

std::string party_text(const Party& party) {
  std::string value = party.name;
  for (const std::string* part : {&party.foreign_name, &party.country, &party.address})
    if (!part->empty()) value += " · " + *part;
  if (party.uscc) value += " · " + party.uscc->to_string();
  return value;
}

void add_life(TextLines& lines, const Entry& entry, Date as_of) {
  const Language language = lines.language();
  std::vector<Point> points;
  add_dates(points, entry, language);
  for (const Event& event : events_of(entry)) points.push_back({event.date, happened, event_text(event, language)});
  points.push_back({as_of, now, std::string(wording("as_of", language))});
  add_ahead(points, entry, as_of, language);
  std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.date < b.date; });
  lines.title(wording("life", language));
  lines.indented([&] {
    for (const Point& point : points) lines.line(std::string(point.sign) + " " + point.date.to_string() + "  " + point.text);
  });
}

}  // namespace marque
