#include "marque/law/division.hpp"

#include <catch2/catch.hpp>

#include "law/rights.hpp"
#include "marque/law/lifecycle.hpp"

using namespace marque;
using namespace rights;

namespace {

/// An application in classes 24 and 35, with two items in the first.
Trademark textile(Status status) {
  Trademark mark = std::get<Trademark>(mark_in(status));
  mark.scope = {ClassScope{*NiceClass::make(24), {GoodsItem{"床单", {}, ""}, GoodsItem{"毛毯", {}, ""}}, {}},
                ClassScope{*NiceClass::make(35), {}, {}}};
  return mark;
}

Event about(EventKind kind, std::string_view date, std::vector<std::string> goods) {
  Event made = event(kind, date);
  made.goods = std::move(goods);
  return made;
}

const Trademark& mark(const Entry& entry) { return std::get<Trademark>(entry); }

}  // namespace

TEST_CASE("a partial refusal refuses the goods it names, and a review frees them") {
  const Entry partly = amended(textile(Status::examination), about(EventKind::partial_refusal, "2021-06-01", {"床单"})).value();
  CHECK(status_of(partly) == Status::partly_refused);
  CHECK(mark(partly).scope[0].goods[0].status == Status::refused);
  CHECK_FALSE(mark(partly).scope[0].goods[1].status);
  CHECK_FALSE(mark(partly).scope[0].status);
  const Entry reviewed = amended(partly, event(EventKind::refusal_review, "2021-06-10")).value();
  const Entry published = amended(reviewed, event(EventKind::publication, "2022-01-06")).value();
  CHECK_FALSE(mark(published).scope[0].goods[0].status);
}

TEST_CASE("a class goes with its last item, and the record with its last class") {
  Entry entry = textile(Status::registered);
  entry = amended(entry, about(EventKind::partial_cancellation, "2023-06-01", {"床单"})).value();
  CHECK(mark(entry).status_in(*NiceClass::make(24)) == Status::registered);
  entry = amended(entry, about(EventKind::partial_cancellation, "2023-07-01", {"毛毯"})).value();
  CHECK(mark(entry).status_in(*NiceClass::make(24)) == Status::cancelled);
  CHECK(status_of(entry) == Status::registered);
  entry = amended(entry, event(EventKind::partial_cancellation, "2023-08-01", "", {35})).value();
  CHECK(status_of(entry) == Status::cancelled);
  CHECK(mark(entry).dates.ended == day("2023-08-01"));
}

TEST_CASE("goods that a record does not list, or that are gone, are refused and change nothing") {
  const Entry entry = amended(textile(Status::registered), about(EventKind::partial_surrender, "2023-06-01", {"床单"})).value();
  const auto [goods, code] = GENERATE(table<std::string, ErrorCode>({
      {"帽", ErrorCode::invalid_argument},
      {"床单", ErrorCode::unlawful},
  }));
  const auto again = amended(entry, about(EventKind::partial_cancellation, "2023-07-01", {goods}));
  REQUIRE_FALSE(again);
  CHECK(again.error().code == code);
}

TEST_CASE("a partly refused application is divided once: what was accepted goes on under number and A") {
  const Trademark partly =
      mark(amended(textile(Status::examination), about(EventKind::partial_refusal, "2021-06-01", {"床单"})).value());
  const auto division = divided(partly, event(EventKind::division, "2021-06-10"));
  REQUIRE(division);
  CHECK(division->part.number.to_string() == "12345678A");
  CHECK(division->part.divided_from == partly.number);
  CHECK(division->part.status == Status::accepted);
  CHECK(division->part.dates.filed == partly.dates.filed);
  REQUIRE(division->part.scope.size() == 2);
  CHECK(division->part.scope[0].goods.size() == 1);
  CHECK(division->part.scope[0].goods[0].name == "毛毯");
  CHECK(division->rest.status == Status::refused);
  REQUIRE(division->rest.scope.size() == 1);
  CHECK(division->rest.scope[0].goods[0].name == "床单");
  CHECK(amended(division->part, event(EventKind::publication, "2021-10-06")));

  CHECK(mark(amended(partly, event(EventKind::division, "2021-06-10")).value()) == division->rest);
  Trademark again = division->part;
  again.status = Status::partly_refused;
  CHECK_THAT(divided(again, event(EventKind::division, "2021-06-10")).error().message, Catch::Contains("once only (REG Art.22)"));
  CHECK(divided(textile(Status::examination), event(EventKind::division, "2021-06-10")).error().message ==
        "a mark under examination cannot be divided (REG Art.22)");
  CHECK(divided(partly, event(EventKind::division, "2021-06-10", "", {24, 35})).error().code == ErrorCode::unlawful);
  CHECK(divided(partly, event(EventKind::division, "2021-06-10", "", {9})).error().code == ErrorCode::invalid_class);
}

TEST_CASE("a division takes what was accepted, all of it and nothing else, within the days from a receipt on record") {
  Event refusal = about(EventKind::partial_refusal, "2026-01-28", {"床单"});
  refusal.received = day("2026-02-02");
  const Trademark partly = mark(amended(textile(Status::examination), refusal).value());
  const auto naming = [&](std::vector<std::string> goods, std::vector<int> classes, const char* on) {
    Event made = event(EventKind::division, on, "", std::move(classes));
    made.goods = std::move(goods);
    const auto division = amended(partly, made);
    return division ? std::string("divided") : division.error().message;
  };
  CHECK(naming({}, {}, "2026-02-24") == "divided");
  CHECK(naming({}, {}, "2026-02-25") == "the time for a division ended on 2026-02-24 (REG Art.22)");
  CHECK(naming({"床单"}, {}, "2026-02-10") == "what was refused cannot be divided off (REG Art.22)");
  CHECK(naming({}, {24}, "2026-02-10") == "what was refused cannot be divided off (REG Art.22)");
  CHECK(naming({"毛毯"}, {}, "2026-02-10") == "all that was accepted is divided off, else it is lost with the rest (REG Art.22)");
  CHECK(naming({}, {35}, "2026-02-10") == "all that was accepted is divided off, else it is lost with the rest (REG Art.22)");
}

TEST_CASE("nothing is lost or doubled by a division") {
  const Trademark partly =
      mark(amended(textile(Status::examination), event(EventKind::partial_refusal, "2021-06-01", "", {35})).value());
  const auto division = divided(partly, event(EventKind::division, "2021-06-10"));
  REQUIRE(division);
  std::size_t items = 0;
  for (const Trademark* side : {&division->rest, &division->part})
    for (const ClassScope& part : side->scope) items += part.goods.empty() ? 1 : part.goods.size();
  CHECK(items == 3);
  CHECK(division->rest.scope.front().nice_class == *NiceClass::make(35));
}

TEST_CASE("marks filed on one day wait for use, agreement or lots") {
  const Entry waiting = amended(textile(Status::filed), event(EventKind::same_day, "2020-03-01")).value();
  CHECK(status_of(waiting) == Status::same_day);
  CHECK(status_of(amended(waiting, event(EventKind::examination, "2020-05-01")).value()) == Status::examination);
  CHECK(status_of(amended(waiting, event(EventKind::refusal, "2020-05-01")).value()) == Status::refused);
  CHECK(amended(textile(Status::registered), event(EventKind::same_day, "2020-03-01")).error().message ==
        "a registered mark cannot compete with filings of the same day (REG Art.19)");
}

TEST_CASE("an end says from when it has effect") {
  CHECK(effect_of(EventKind::surrender).from == EffectFrom::request);
  CHECK(effect_of(EventKind::cancellation).article == "Art.55");
  CHECK(effect_of(EventKind::invalidation).from == EffectFrom::beginning);
  CHECK(effect_of(EventKind::renewal).from == EffectFrom::event_day);
}
