#include "marque/law/lifecycle.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "law/rights.hpp"
#include "marque/law/calendar.hpp"

using namespace marque;
using namespace rights;

namespace {

/// The state of a national mark after events, one every four months, or the error's name in brackets.
std::string state_after(Status from, const std::vector<EventKind>& kinds) {
  Entry entry = mark_in(from);
  Date today = day("2021-06-01");
  for (const EventKind kind : kinds) {
    const auto next = amended(entry, event(kind, today.to_string(), "海门家纺"));
    today = today.plus_months(4);
    if (!next) return "(" + std::string(name_of(next.error().code)) + ")";
    entry = *next;
  }
  return std::string(name_of(status_of(entry)));
}

const Trademark& mark(const Entry& entry) { return std::get<Trademark>(entry); }

}  // namespace

TEST_CASE("A national mark lives as Arts. 28 to 55 say") {
  using K = EventKind;
  const auto [from, events, to] = GENERATE(table<Status, std::vector<EventKind>, std::string>({
      {Status::filed,
       {K::correction_notice, K::acceptance, K::examination, K::publication, K::registration},
       "registered"},
      {Status::filed, {K::correction_notice, K::non_acceptance}, "not_accepted"},
      {Status::filed, {K::publication}, "published"},
      {Status::filed, {K::registration}, "(unlawful)"},
      {Status::examination, {K::registration}, "(unlawful)"},
      {Status::examination, {K::refusal, K::refusal_review, K::publication}, "published"},
      {Status::examination, {K::refusal, K::refusal_review, K::refusal}, "refused"},
      {Status::examination, {K::refusal, K::publication}, "(unlawful)"},
      {Status::examination, {K::partial_refusal, K::publication}, "published"},
      {Status::examination, {K::opposition}, "(unlawful)"},
      {Status::published, {K::opposition, K::opposition, K::opposition_rejected, K::registration}, "registered"},
      {Status::published,
       {K::opposition, K::non_registration, K::refusal_review, K::opposition_rejected},
       "registered"},
      {Status::published, {K::opposition_rejected}, "(unlawful)"},
      {Status::published, {K::licence}, "(unlawful)"},
      {Status::published, {K::assignment}, "published"},
      {Status::published, {K::withdrawal}, "withdrawn"},
      {Status::registered, {K::withdrawal}, "(unlawful)"},
      {Status::registered, {K::opposition}, "(unlawful)"},
      {Status::registered, {K::licence, K::licence_end, K::pledge, K::pledge_release, K::well_known}, "registered"},
      {Status::registered, {K::surrender}, "surrendered"},
      {Status::registered, {K::surrender, K::assignment}, "(unlawful)"},
      {Status::registered, {K::cancellation, K::renewal}, "(unlawful)"},
      {Status::registered, {K::cancellation, K::invalidation}, "invalidated"},
      {Status::lapsed, {K::renewal}, "(unlawful)"},
      {Status::lapsed, {K::pledge_release, K::correction, K::note}, "lapsed"},
      {Status::invalidated, {K::cancellation}, "(unlawful)"},
      {Status::unknown, {K::registration}, "registered"},
      {Status::unknown, {K::assignment}, "unknown"},
  }));
  CAPTURE(name_of(from), to);
  CHECK(state_after(from, events) == to);
}

TEST_CASE("A refusal to amend names the article") {
  const auto [from, kind, message] = GENERATE(table<Status, EventKind, std::string>({
      {Status::lapsed, EventKind::renewal, "a lapsed mark cannot be renewed (Art.40)"},
      {Status::filed, EventKind::registration, "a filed mark cannot be registered (Art.33)"},
      {Status::registered, EventKind::opposition, "a registered mark cannot be opposed (Art.33)"},
      {Status::invalidated, EventKind::assignment, "an invalidated mark cannot be assigned (Art.42)"},
      {Status::examination, EventKind::licence, "a mark under examination cannot be licensed (Art.43(3))"},
      {Status::refused, EventKind::pledge, "a refused mark cannot be pledged (REG Art.70)"},
      {Status::registered, EventKind::withdrawal, "a registered mark cannot be withdrawn"},
  }));
  const auto result = amended(mark_in(from), event(kind, "2021-06-01", "海门家纺"));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::unlawful);
  CHECK(result.error().message == message);
}

TEST_CASE("The table is whole: sentences for every refusal, no state with two ways, no way out of nullity") {
  std::vector<std::tuple<EntryKind, Status, EventKind>> keys;
  for (const Transition& row : transitions()) {
    keys.emplace_back(row.kind, row.from, row.event);
    CAPTURE(name_of(row.kind), name_of(row.from), name_of(row.event));
    CHECK((!row.article.empty() || row.event == EventKind::note || row.event == EventKind::withdrawal));
    CHECK((row.needs.empty() || row.needs == "party" || row.needs == "classes" || row.needs == "designated" ||
           row.needs == "instrument"));
    if (row.from == Status::invalidated) CHECK(row.to == Status::invalidated);
    CHECK((!row.china || row.kind == EntryKind::international));
  }
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());

  for (const Entry& right :
       {mark_in(Status::registered), madrid_in(Status::registered), indication_in(Status::registered)}) {
    for (const Status from : all_statuses()) {
      for (const EventKind kind : all_event_kinds()) {
        const auto result = amended(in_state(right, from), event(kind, "2021-06-01", "海门家纺", {25}));
        if (std::binary_search(keys.begin(), keys.end(), std::tuple{kind_of(right), from, kind})) continue;
        REQUIRE_FALSE(result);
        REQUIRE(result.error().code == ErrorCode::unlawful);
        CAPTURE(result.error().message);
        CHECK(result.error().message.find('@') == std::string::npos);
        CHECK_THAT(result.error().message, Catch::Contains(" cannot "));
        CHECK_THAT(result.error().message, !Catch::Contains("cannot  ") && !Catch::EndsWith("cannot "));
      }
    }
  }
}

TEST_CASE("Registration starts ten years, and renewal the next ten from the day after") {
  const Entry published = mark_in(Status::published);
  const Entry registered = amended(published, event(EventKind::registration, "2020-02-29")).value();
  CHECK(mark(registered).dates.registered == day("2020-02-29"));
  CHECK(mark(registered).dates.expires == day("2030-02-28"));
  const Entry renewed = amended(registered, event(EventKind::renewal, "2029-07-01")).value();
  CHECK(mark(renewed).dates.expires == day("2040-02-29"));
  CHECK(mark(renewed).dates.registered == day("2020-02-29"));
  CHECK(events_of(renewed).size() == 2);
}

TEST_CASE("A term that the record or the event gives is kept") {
  Event registration = event(EventKind::registration, "2020-03-01");
  registration.until = day("2029-12-31");
  CHECK(mark(*amended(mark_in(Status::published), registration)).dates.expires == day("2029-12-31"));
  Trademark given = std::get<Trademark>(mark_in(Status::published));
  given.dates.expires = day("2029-11-30");
  CHECK(mark(*amended(given, event(EventKind::registration, "2020-03-01"))).dates.expires == day("2029-11-30"));
}

TEST_CASE("The announcement after an opposition moves no day that is known") {
  const Entry opposed = mark_in(Status::opposed);
  const Entry allowed = amended(opposed, event(EventKind::opposition_rejected, "2022-03-01")).value();
  CHECK_FALSE(mark(allowed).dates.registered);
  const Entry registered = amended(allowed, event(EventKind::registration, "2021-01-14")).value();
  CHECK(mark(registered).dates.expires == day("2031-01-13"));
  const Entry announced = amended(registered, event(EventKind::registration, "2022-05-06")).value();
  CHECK(mark(announced).dates == mark(registered).dates);
}

TEST_CASE("Renewal, grace and lapse keep to Art. 40") {
  const auto [kind, date, code] = GENERATE(table<EventKind, std::string, std::string>({
      {EventKind::renewal, "2030-01-13", "ok"},
      {EventKind::renewal, "2030-01-12", "a term cannot be renewed before 2030-01-13 (Art.40)"},
      {EventKind::renewal, "2031-07-13", "ok"},
      {EventKind::renewal, "2031-07-14", "the grace ran until 2031-07-13 (Art.40)"},
      {EventKind::expiry, "2031-01-13", "the term runs until 2031-01-13 (Art.40)"},
      {EventKind::expiry, "2031-01-14", "ok"},
      {EventKind::lapse, "2031-07-13", "the grace runs until 2031-07-13 (Art.40)"},
      {EventKind::lapse, "2031-07-14", "ok"},
  }));
  CAPTURE(date);
  const auto result = amended(mark_in(Status::registered), event(kind, date));
  CHECK((result ? "ok" : result.error().message) == code);
}

TEST_CASE("An event before the filing, or a registration before the publication, is impossible") {
  const auto before_filing = amended(mark_in(Status::registered), event(EventKind::note, "2019-12-31"));
  REQUIRE_FALSE(before_filing);
  CHECK(before_filing.error().code == ErrorCode::invalid_date);
  const auto before_publication = amended(mark_in(Status::published), event(EventKind::registration, "2020-09-01"));
  CHECK(before_publication.has_value());
  Trademark published = std::get<Trademark>(mark_in(Status::published));
  published.dates.published = day("2020-10-13");
  const auto early = amended(published, event(EventKind::registration, "2020-10-12"));
  REQUIRE_FALSE(early);
  CHECK(early.error().code == ErrorCode::invalid_date);
}

TEST_CASE("A mark is registered on the day after the opposition period at the earliest, holiday or not") {
  const auto [published, registered, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"2020-10-13", "2021-01-13", "the opposition period runs until 2021-01-13 (Art.33)"},
      {"2020-10-13", "2021-01-14", "ok"},
      {"2026-06-27", "2026-09-28", "ok"},  // 27 September is a Sunday
      {"2026-10-27", "2026-12-28", "the opposition period runs until 2026-12-28 (Art.33)"},
      {"2026-10-27", "2026-12-29", "ok"},  // two months, should the new law hold
      {"2027-01-06", "2027-03-07", "ok"},
  }));
  CAPTURE(published, registered);
  Trademark waiting = std::get<Trademark>(mark_in(Status::published));
  waiting.dates.published = day(published);
  const auto result = amended(waiting, event(EventKind::registration, registered));
  CHECK((result ? "ok" : result.error().message) == expected);
}

TEST_CASE("What comes before the registration it needs, or out of the time that the record gives, is refused with its article") {
  struct Row {
    const char* why;
    Status from;
    std::vector<Event> earlier;
    Event given;
    const char* error;   ///< part of it; empty: admitted
  };
  const auto received = [](Event made, const char* on) {
    made.received = day(on);
    return made;
  };
  using K = EventKind;
  const std::vector<Row> rows{
      {"a cancellation before the registration", Status::registered, {}, event(K::cancellation, "2020-12-01"), "earlier than the registration of 2021-01-14"},
      {"a licence before it", Status::registered, {}, event(K::licence, "2021-01-13", "乙"), "earlier than the registration of 2021-01-14"},
      {"a pledge on its day", Status::registered, {}, event(K::pledge, "2021-01-14", "乙"), ""},
      {"an assignment of the application, told late", Status::registered, {}, event(K::assignment, "2020-06-01", "乙"), ""},
      {"a first use before it", Status::registered, {}, event(K::first_use, "2015-06-01"), ""},
      {"an opposition on its last day, moved off a Sunday", Status::published, {}, event(K::opposition, "2026-09-28"), ""},
      {"and a day later", Status::published, {}, event(K::opposition, "2026-09-29"), "the time for an opposition ended on 2026-09-28 (Art.33)"},
      {"a review on its fifteenth day", Status::refused, {received(event(K::refusal, "2026-01-28"), "2026-02-02")}, event(K::refusal_review, "2026-02-24"), ""},
      {"and a day later", Status::refused, {received(event(K::refusal, "2026-01-28"), "2026-02-02")}, event(K::refusal_review, "2026-02-25"), "ended on 2026-02-24 (Art.34)"},
      {"a review after a receipt nobody recorded", Status::refused, {event(K::refusal, "2026-01-28")}, event(K::refusal_review, "2026-05-25"), ""},
      {"a suit after thirty days", Status::refused, {received(event(K::refusal, "2026-01-10"), "2026-01-15")}, event(K::suit, "2026-02-15"), "the time for a suit ended on 2026-02-14"},
      {"non-use within three years", Status::registered, {}, event(K::non_use_request, "2024-01-13"), "not before 2024-01-15 (Art.49(2))"},
      {"non-use after three years", Status::registered, {}, event(K::non_use_request, "2024-01-15"), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    Trademark made = mark(mark_in(row.from));
    if (row.from == Status::published) made.dates.published = day("2026-06-27");
    made.events = row.earlier;
    const auto after = amended(made, row.given);
    CHECK(after.has_value() == (*row.error == '\0'));
    if (after) continue;
    CHECK_THAT(after.error().message, Catch::Contains(row.error));
    CHECK_FALSE(after.error().chinese.empty());
  }
}

TEST_CASE("A licence or pledge that ends before it begins is impossible") {
  Event pledge = event(EventKind::pledge, "2022-05-05", "某银行");
  pledge.until = day("2022-05-04");
  const auto result = amended(mark_in(Status::registered), pledge);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::invalid_date);
  CHECK(result.error().where.field == "until");
}

TEST_CASE("What an event needs is asked for") {
  const auto [kind, field] = GENERATE(table<EventKind, std::string>({
      {EventKind::assignment, "party"},
      {EventKind::transmission, "party"},
      {EventKind::change, "party"},
      {EventKind::licence, "party"},
      {EventKind::pledge, "party"},
      {EventKind::partial_surrender, "classes"},
      {EventKind::partial_cancellation, "classes"},
      {EventKind::partial_invalidation, "classes"},
  }));
  const auto result = amended(mark_in(Status::registered), event(kind, "2022-01-01"));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::missing_field);
  CHECK(result.error().where.field == field);
}

TEST_CASE("An assignment replaces the owners, a change renames the first, and a late record of old ones does neither") {
  const Entry first = mark_in(Status::registered);
  const Entry assigned = amended(first, event(EventKind::assignment, "2023-01-01", "受让人")).value();
  REQUIRE(owners_of(assigned).size() == 1);
  CHECK(owners_of(assigned).front().name == "受让人");

  Event renamed = event(EventKind::change, "2024-01-01", "新名");
  renamed.party->address = "江苏省南通市海门区";
  const Entry changed = amended(assigned, renamed).value();
  CHECK(owners_of(changed).front().name == "新名");
  CHECK(owners_of(changed).front().address == "江苏省南通市海门区");

  const Entry late = amended(changed, event(EventKind::assignment, "2022-01-01", "中间人")).value();
  CHECK(owners_of(late).front().name == "新名");
  REQUIRE(events_of(late).size() == 3);
  CHECK(events_of(late).front().party->name == "中间人");
}

TEST_CASE("A partial end touches the named classes, and the last one takes the record with it") {
  const Entry whole = mark_in(Status::registered);
  const Entry half = amended(whole, event(EventKind::partial_cancellation, "2024-05-06", "", {25})).value();
  CHECK(status_of(half) == Status::registered);
  CHECK(mark(half).status_in(*NiceClass::make(25)) == Status::cancelled);
  CHECK(mark(half).status_in(*NiceClass::make(35)) == Status::registered);
  CHECK_FALSE(mark(half).dates.ended);

  const auto again = amended(half, event(EventKind::partial_surrender, "2024-06-06", "", {25}));
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::unlawful);
  const auto foreign = amended(half, event(EventKind::partial_surrender, "2024-06-06", "", {9}));
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == ErrorCode::invalid_class);

  const Entry gone = amended(half, event(EventKind::partial_surrender, "2024-07-06", "", {35})).value();
  CHECK(status_of(gone) == Status::surrendered);
  CHECK(mark(gone).dates.ended == day("2024-07-06"));
}

TEST_CASE("The end of the whole takes along every class that still stands") {
  Trademark given = std::get<Trademark>(mark_in(Status::registered));
  given.scope[0].status = Status::registered;
  given.scope[1].status = Status::refused;
  const Entry gone = amended(given, event(EventKind::cancellation, "2024-05-06")).value();
  CHECK(mark(gone).status_in(*NiceClass::make(25)) == Status::cancelled);
  CHECK(mark(gone).status_in(*NiceClass::make(35)) == Status::refused);
}

TEST_CASE("Classes refused in part come back when the review succeeds") {
  const Entry refused =
      amended(mark_in(Status::examination), event(EventKind::partial_refusal, "2020-08-01", "", {25})).value();
  CHECK(status_of(refused) == Status::partly_refused);
  CHECK(mark(refused).status_in(*NiceClass::make(25)) == Status::refused);
  const Entry review = amended(refused, event(EventKind::refusal_review, "2020-08-10")).value();
  const Entry published = amended(review, event(EventKind::publication, "2021-03-06")).value();
  CHECK(mark(published).status_in(*NiceClass::make(25)) == Status::published);
  CHECK(mark(published).dates.published == day("2021-03-06"));
}

TEST_CASE("A Madrid registration is renewed to the same day, and refused in China alone") {
  const Entry registered = madrid_in(Status::registered);
  const Entry renewed = amended(registered, event(EventKind::renewal, "2024-10-01")).value();
  CHECK(expiry_of(renewed) == day("2035-03-04"));
  const Entry after = amended(registered, event(EventKind::refusal, "2016-02-01")).value();
  const auto& refused = std::get<InternationalRegistration>(after);
  CHECK(refused.status == Status::registered);
  CHECK(refused.designation_of("CN")->status == DesignationStatus::provisional_refusal);
  CHECK(refused.designation_of("US")->status == DesignationStatus::granted);
}

TEST_CASE("An indication has no term to renew") {
  const auto result = amended(indication_in(Status::registered), event(EventKind::renewal, "2024-10-01"));
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "a registered GI cannot be renewed");
}

TEST_CASE("Whatever happens, history grows in order, terms join on, and nullity is final") {
  std::mt19937 random(39);
  std::size_t applied = 0;
  for (int life = 0; life < 400; ++life) {
    Entry entry = mark_in(Status::filed);
    Date today = day("2020-02-01");
    for (int step = 0; step < 60; ++step, today = today.plus_days(static_cast<int>(random() % 400))) {
      Event next = event(all_event_kinds()[random() % all_event_kinds().size()], today.to_string(), "海门家纺");
      if (random() % 4 == 0) next.classes.push_back(*NiceClass::make(random() % 2 == 0 ? 25 : 35));
      const auto after = amended(entry, next);
      if (!after) continue;
      ++applied;
      REQUIRE(events_of(*after).size() == events_of(entry).size() + 1);
      REQUIRE(std::is_sorted(events_of(*after).begin(), events_of(*after).end(),
                             [](const Event& a, const Event& b) { return a.date < b.date; }));
      if (status_of(entry) == Status::invalidated) REQUIRE(status_of(*after) == Status::invalidated);
      if (next.kind == EventKind::renewal && expiry_of(entry)) {
        const Term old{*expiry_of(entry), *expiry_of(entry)};
        REQUIRE(expiry_of(*after) == renewed_term(old).last);
      }
      entry = *after;
    }
  }
  CHECK(applied > 2000);
}

TEST_CASE("a refusal is told in Chinese, too, with the same article") {
  for (const EntryKind kind : {EntryKind::trademark, EntryKind::international, EntryKind::gi}) {
    const Entry start = kind == EntryKind::trademark ? mark_in(Status::filed) : kind == EntryKind::international ? madrid_in(Status::registered) : indication_in(Status::filed);
    for (const Status status : all_statuses())
      for (const EventKind happened : all_event_kinds()) {
        const auto after = amended(in_state(start, status), event(happened, "2026-06-01"));
        if (after) continue;
        CAPTURE(name_of(status), name_of(happened), after.error().message);
        CHECK_FALSE(after.error().chinese.empty());
        const auto article = [](const std::string& text) { return text.find('(') == std::string::npos ? std::string() : text.substr(text.rfind('(')); };
        CHECK(article(after.error().chinese) == article(after.error().message));
      }
  }
  const auto early = amended(mark_in(Status::registered), event(EventKind::renewal, "2026-06-01"));
  CHECK(to_string(early.error(), Language::zh) == "最早可办理续展之日为2030-01-13 (Art.40) (unlawful)");
}
