#include "sample_register.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "marque/law/lifecycle.hpp"

using namespace marque;

namespace {

const SampleRegister& whole_sample() {
  static const SampleRegister sample = make_sample_register({});
  return sample;
}

std::vector<Trademark> national_marks() {
  std::vector<Trademark> marks;
  for (const Entry& entry : whole_sample().entries)
    if (const auto* mark = std::get_if<Trademark>(&entry)) marks.push_back(*mark);
  return marks;
}

/// The mark's events and those that its dates imply, in the order in which they took effect.
std::vector<Event> whole_life(const Trademark& mark) {
  std::vector<Event> life = mark.events;
  const auto insert = [&](EventKind kind, const std::optional<Date>& date, auto before) {
    if (date) life.insert(std::find_if(life.begin(), life.end(), before), Event{.kind = kind, .date = *date});
  };
  insert(EventKind::publication, mark.dates.published, [&](const Event& e) { return e.date > *mark.dates.published; });
  const bool opposed = std::any_of(life.begin(), life.end(), [](const Event& e) { return e.kind == EventKind::opposition_rejected; });
  insert(EventKind::registration, mark.dates.registered, [&, passed = !opposed](const Event& e) mutable {
    if (passed && e.date >= *mark.dates.registered) return true;
    passed = passed || e.kind == EventKind::opposition_rejected;
    return false;
  });
  insert(EventKind::acceptance, mark.dates.accepted, [](const Event&) { return true; });
  return life;
}

/// The application on its first day.
Trademark as_filed(const Trademark& mark) {
  Trademark filed = mark;
  filed.dates = {};
  filed.dates.filed = mark.dates.filed;
  filed.status = Status::filed;
  filed.events.clear();
  for (ClassScope& part : filed.scope) part.status.reset();
  return filed;
}

}  // namespace

TEST_CASE("The sample has the size the plan asks for") {
  std::size_t international = 0, well_known = 0, pictures = 0;
  for (const Entry& entry : whole_sample().entries) {
    international += kind_of(entry) == EntryKind::international;
    if (const auto* mark = std::get_if<Trademark>(&entry)) well_known += mark->recognised_as_well_known();
    pictures += kind_of(entry) == EntryKind::trademark && image_of(entry) != nullptr;
  }
  CHECK(national_marks().size() == 15'371);
  CHECK(international == 25);
  CHECK(well_known == 14);
  CHECK(pictures == whole_sample().pictures.size());
  CHECK(pictures > 1'700);
  CHECK(pictures < 2'100);
}

TEST_CASE("The same plan makes the same register, another seed another one") {
  const SamplePlan plan{.seed = 5, .marks = 400};
  const SampleRegister once = make_sample_register(plan);
  CHECK(once.entries == make_sample_register(plan).entries);
  CHECK_FALSE(once.entries == make_sample_register({.seed = 6, .marks = 400}).entries);
}

TEST_CASE("Every generated record says so, under a number of its own") {
  std::set<std::string> numbers;
  for (const Entry& entry : whole_sample().entries) {
    REQUIRE(provenance_of(entry).generated);
    REQUIRE_FALSE(provenance_of(entry).note.empty());
    REQUIRE(numbers.insert(number_of(entry)).second);
  }
}

TEST_CASE("The law admits every life, and gives the state that the record has") {
  for (const Trademark& mark : national_marks()) {
    Entry lived = as_filed(mark);
    for (const Event& event : whole_life(mark)) {
      const auto next = amended(lived, event);
      INFO(mark.number.to_string() << ' ' << event.date.to_string() << ' ' << name_of(event.kind));
      if (!next) FAIL(to_string(next.error()));
      lived = *next;
    }
    INFO(mark.number.to_string());
    auto& end = std::get<Trademark>(lived);
    end.dates.final_on = mark.dates.final_on;
    REQUIRE(name_of(end.status) == name_of(mark.status));
    REQUIRE(end.dates == mark.dates);
    REQUIRE(end.owners == mark.owners);
    REQUIRE(end.scope == mark.scope);
  }
}

TEST_CASE("Nothing happens after the clock's day or before the filing") {
  const Date today = SamplePlan{}.today;
  for (const Trademark& mark : national_marks()) {
    INFO(mark.number.to_string());
    REQUIRE(*mark.dates.filed <= today);
    for (const Event& event : mark.events) {
      REQUIRE(event.date >= *mark.dates.filed);
      REQUIRE(event.date <= today);
    }
    REQUIRE(std::is_sorted(mark.events.begin(), mark.events.end(), [](const Event& a, const Event& b) { return a.date < b.date; }));
  }
}

TEST_CASE("A class is named once, with goods of its own similar groups") {
  for (const Trademark& mark : national_marks()) {
    INFO(mark.number.to_string());
    REQUIRE_FALSE(mark.scope.empty());
    REQUIRE(static_cast<std::size_t>(classes_of(mark.scope).size()) == mark.scope.size());
    for (const ClassScope& part : mark.scope)
      for (const GoodsItem& item : part.goods) REQUIRE(item.group->nice_class() == part.nice_class);
  }
}

TEST_CASE("Madrid registrations rest on marks that stood before them") {
  const std::vector<Trademark> marks = national_marks();
  for (const Entry& entry : whole_sample().entries) {
    const auto* abroad = std::get_if<InternationalRegistration>(&entry);
    if (abroad == nullptr) continue;
    const auto basic = std::find_if(marks.begin(), marks.end(), [&](const Trademark& mark) { return mark.number.to_string() == abroad->basic_mark->number; });
    REQUIRE(basic != marks.end());
    CHECK(*basic->dates.registered < *abroad->registered);
    CHECK(basic->owners == abroad->holders);
    CHECK(abroad->designation_of("CN") == nullptr);
    CHECK_FALSE(abroad->designations.empty());
  }
}
