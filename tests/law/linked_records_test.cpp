#include "marque/law/linked_records.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "law/rights.hpp"
#include "marque/law/lifecycle.hpp"
#include "support/table_file.hpp"

using namespace marque;
using namespace rights;

namespace {

/// Resting on 12345678 of the Chinese office.
InternationalRegistration textile() {
  auto mark = madrid_textile();
  mark.basic_mark = BasicMark{"CN", "第12345678号", {}, false};
  return mark;
}

Trademark basic() { return std::get<Trademark>(mark_in(Status::registered)); }

/// `partial_cancellation 2019-05-06 24 床单`
Event event_in(const std::string& text) {
  std::istringstream in(text);
  std::string kind, date, nice_class, goods;
  in >> kind >> date >> nice_class >> goods;
  Event made = event(*parse_event_kind(kind), date);
  if (!nice_class.empty()) made.classes = {*NiceClass::parse(nice_class)};
  if (!goods.empty()) made.goods = {goods};
  return made;
}

std::string shown(const Ceasing& ceasing) {
  std::string text = "nothing";
  if (ceasing.event) {
    text = ceasing.event->classes.empty() ? "whole" : (ceasing.event->goods.empty() ? "class " : "") + ceasing.event->classes.front().to_string();
    for (const std::string& goods : ceasing.event->goods) text += " " + goods;
  }
  if (ceasing.event && ceasing.begun) text += ", begun " + ceasing.begun->to_string();
  return text + (ceasing.goods_differ ? ", goods differ" : "");
}

}  // namespace

TEST_CASE("what ends of the basic mark ceases of the registration that rests on it, by the table") {
  const InternationalRegistration mark = textile();
  for (const auto& row : test::rows_of("basic_marks.tsv")) {
    CAPTURE(row[0], row[1], row[4]);
    Trademark mine = basic();
    std::istringstream earlier(row[0] == "-" ? std::string() : row[0]);
    for (std::string text; std::getline(earlier, text, ';');) mine.events.push_back(event_in(text));
    const Ceasing ceasing = ceasing_with(mark, mine, event_in(row[1]));
    CHECK(shown(ceasing) == row[2]);
    if (ceasing.event) CHECK(amended(mark, *ceasing.event));
  }
}

TEST_CASE("a registration rests on the mark of its office and number alone") {
  InternationalRegistration mark = textile();
  CHECK(rests_on(mark, basic()));
  mark.basic_mark->office = "DE";
  CHECK_FALSE(rests_on(mark, basic()));
  mark.basic_mark = BasicMark{"CN", "87654321", {}, false};
  CHECK_FALSE(rests_on(mark, basic()));
  mark.basic_mark.reset();
  CHECK_FALSE(rests_on(mark, basic()));
}

TEST_CASE("a transformation makes the national application, and each record names the other") {
  const auto ceased = std::get<InternationalRegistration>(amended(textile(), event(EventKind::basic_mark_ceased, "2019-05-06")).value());
  Event into = event(EventKind::transformation, "2019-08-06");
  CHECK(transformed_into(ceased, into).error().where.field == "instrument");
  into.instrument = "40000001";
  const auto linked = transformed_into(ceased, into);
  REQUIRE(linked);
  CHECK(linked->international.events.back().instrument == "40000001");
  CHECK(linked->national.number.to_string() == "40000001");
  CHECK(linked->national.transformed_from == ceased.number);
  CHECK(linked->national.dates.filed == day("2015-03-04"));
  into.date = day("2019-08-07");
  CHECK(transformed_into(ceased, into).error().code == ErrorCode::unlawful);
  CHECK_THAT(transformed_into(ceased, into).error().chinese, Catch::Contains("转换期限至2019-08-06") && Catch::Contains("MP Art.9quinquies"));
}

TEST_CASE("a replacement is told by both records, with the goods replaced, and the national right stays") {
  const InternationalRegistration mark = textile();
  Trademark national = basic();
  national.mark.text = mark.mark.text;
  national.owners = mark.holders;
  national.scope = {ClassScope{*NiceClass::make(24), {GoodsItem{"毛毯", {}, ""}, GoodsItem{"窗帘", {}, ""}}, {}}};
  national.dates.filed = day("2013-01-14");
  national.dates.registered = day("2014-01-14");
  Event event_given = event(EventKind::replacement, "2016-02-01");
  event_given.instrument = "12345678";
  const auto linked = replaced_by(mark, national, event_given);
  REQUIRE(linked);
  CHECK(linked->international.events.back().instrument == "12345678");
  CHECK(linked->international.events.back().goods == std::vector<std::string>{"毛毯"});
  CHECK(linked->national.events.back().instrument == "1234567");
  CHECK(linked->national.status == Status::registered);
  national.owners = {Party{.name = "别人"}};
  const auto refused = replaced_by(mark, national, event_given);
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains("does not replace 12345678") && Catch::Contains("(MP Art.4bis)"));
}

namespace {

/// `cancelled 2019-05-06`: the whole record, ended then; `24 cancelled`: a class without a day.
Trademark told(const std::string& state, const std::string& events) {
  Trademark mine = basic();
  mine.scope = madrid_textile().scope;
  mine.dates.ended.reset();
  std::istringstream in(state);
  std::string first, second;
  in >> first >> second;
  if (const auto in_class = NiceClass::parse(first)) {
    std::find_if(mine.scope.begin(), mine.scope.end(), [&](const ClassScope& part) { return part.nice_class == *in_class; })->status = *parse_status(second);
  } else {
    mine.status = *parse_status(first);
    if (!second.empty()) (first == "refused" ? mine.dates.final_on : mine.dates.ended) = day(second);
  }
  std::istringstream earlier(events == "-" ? std::string() : events);
  for (std::string text; std::getline(earlier, text, ';');) {
    mine.events.push_back(event_in(text));
    const Event& event = mine.events.back();
    for (const std::string& goods : event.goods)
      for (ClassScope& part : mine.scope)
        for (GoodsItem& item : part.goods)
          if (item.name == goods && state == "registered") item.status = Status::cancelled;
  }
  return mine;
}

std::string shown(const EndsOnRecord& found) {
  std::string text;
  for (const Event& end : found.ends) {
    text += (text.empty() ? "" : "; ") + std::string(name_of(end.kind)) + " " + end.date.to_string();
    for (const NiceClass nice_class : end.classes) text += " " + nice_class.to_string();
    for (const std::string& goods : end.goods) text += " " + goods;
  }
  if (found.undated) text += text.empty() ? "undated" : "; undated";
  return text.empty() ? "none" : text;
}

}  // namespace

TEST_CASE("the ends that a record tells, by the table") {
  for (const auto& row : test::rows_of("ends_on_record.tsv")) {
    CAPTURE(row[0], row[1], row.back());
    CHECK(shown(ends_on_record(told(row[0], row[1]))) == row[2]);
  }
}

TEST_CASE("a registration keeps in step with its basic mark, twice as once, and no source that knows nothing of it takes a ceasing back") {
  const InternationalRegistration mark = textile();
  for (const auto& row : test::rows_of("ends_on_record.tsv")) {
    CAPTURE(row[0], row[1], row.back());
    const Trademark mine = told(row[0], row[1]);
    const InStep once = in_step(mark, mine), twice = in_step(once.mark, mine);
    CHECK(once.ceased.size() == (row[3] == "-" ? 0U : 1U));
    CHECK(twice.mark == once.mark);
    CHECK(twice.ceased.empty());
    InternationalRegistration retold = mark;   // by a source that still has the registration as it was
    retold.events = once.mark.events;
    CHECK(in_step(retold, mine).mark == once.mark);
    if (once.ceased.empty()) continue;
    CHECK(once.mark.events.back().instrument == "12345678");
    CHECK(once.mark.events.back().date.to_string() == row[3]);
  }
}

TEST_CASE("a registration told as it stands, on a basic mark that stands again, is no longer said to have ceased") {
  const InternationalRegistration mark = textile();
  InternationalRegistration retold = mark;
  retold.events = in_step(mark, told("cancelled 2019-05-06", "-")).mark.events;
  REQUIRE(retold.events.size() == 1);
  CHECK(in_step(retold, told("registered", "-")).mark == mark);
  const InternationalRegistration ceased = in_step(mark, told("cancelled 2019-05-06", "-")).mark;
  CHECK(in_step(ceased, told("registered", "-")).mark == ceased);   // a person has to say so
}
