#include "marque/indicators/indicators.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

Date day(const char* text) { return *Date::parse(text); }

Party party(const char* name) {
  Party made;
  made.name = name;
  return made;
}

/// Made up: no such records.
Trademark mark(const char* number, const char* owner, const char* expires = "2030-12-06", Status status = Status::registered) {
  Trademark made{*NationalNumber::parse(number)};
  made.mark.text = "睿蔻";
  made.scope = {{*NiceClass::make(25), {}, {}}};
  made.owners = {party(owner)};
  made.dates.registered = day("2020-12-07");
  made.dates.expires = day(expires);
  made.status = status;
  return made;
}

Event pledge(const char* on, std::optional<std::int64_t> yuan, const char* contract = "") {
  Event event{EventKind::pledge, day(on), contract, party("测试银行")};
  if (yuan) event.amount = Yuan::from_fen(*yuan * 100);
  return event;
}

InternationalRegistration madrid(const char* number, Status status = Status::registered) {
  InternationalRegistration made{*InternationalNumber::parse(number)};
  made.registered = day("2021-05-05");
  made.expires = day("2031-05-05");
  made.status = status;
  return made;
}

GeographicalIndication indication() {
  GeographicalIndication made;
  made.number = "local:test";
  made.name = "海门山羊";
  made.years = {{2025, "", "1200 t", Yuan::from_fen(30'000'000'00)}, {2025, "某社", "", Yuan::from_fen(1'000'00)}, {2024, "", "", Yuan::from_fen(5'00)}};
  made.users = {{party("某社"), {}, day("2024-01-01"), {}}, {party("旧社"), {}, {}, day("2023-12-31")}};
  return made;
}

Indicator figure(IndicatorKind kind, const std::vector<Entry>& entries, const char* as_of = "2026-11-22", Plan plan = {}) {
  if (plan.targets.empty()) plan.targets = {{kind, {}, {}, {}, {}}};
  IndicatorBuilder builder(plan, day(as_of));
  for (const Entry& entry : entries) builder.add(entry);
  return std::move(builder).finish().front();
}

}  // namespace

TEST_CASE("a figure counts what stands on the day, and what it is made of adds up to it") {
  const std::vector<Entry> entries{mark("99000001", "甲"), mark("99000002", "甲"), mark("99000003", "乙"),
                                   mark("99000004", "丙", "2025-01-06"), mark("99000005", "丁", "2030-12-06", Status::cancelled)};
  const auto [kind, as_of, value] = GENERATE(table<IndicatorKind, const char*, std::int64_t>({
      {IndicatorKind::marks, "2026-11-22", 3},
      {IndicatorKind::marks, "2025-03-01", 4},  // 丙 in its grace
      {IndicatorKind::marks, "2020-12-06", 0},  // the day before registration
      {IndicatorKind::holders, "2026-11-22", 2},
  }));
  CAPTURE(name_of(kind), as_of);
  const Indicator made = figure(kind, entries, as_of);
  CHECK(made.value == value);
  std::int64_t sum = 0;
  for (const Contribution& record : made.records) sum += record.value;
  CHECK(sum == value);
}

TEST_CASE("a state that is not known is told, never counted") {
  const Indicator made = figure(IndicatorKind::marks, {mark("99000001", "甲", "2030-12-06", Status::unknown)});
  CHECK_FALSE(made.value);
  CHECK(made.bound() == FigureBound::unknown);
  REQUIRE(made.missing.size() == 1);
  CHECK(made.missing.front().number == "99000001");
}

TEST_CASE("a figure is unknown where all its records lack it, and a least value where some do") {
  Trademark with_sum = mark("99000001", "甲"), without = mark("99000002", "乙"), well_known = mark("99000003", "丙", "2030-12-06", Status::unknown);
  with_sum.events = {pledge("2026-03-01", 1'000'000)};
  without.events = {pledge("2026-04-01", {})};
  well_known.events = {{EventKind::well_known, day("2022-05-05")}};
  GeographicalIndication sold = indication(), silent = indication(), partly = indication(), ended = indication();
  silent.number = "local:silent";
  silent.years.clear();
  silent.users.clear();
  partly.years = {{2025, "某社", "", Yuan::from_fen(1'000'00)}};
  partly.users.push_back({party("他社"), {}, {}, {}});
  ended.users = {{party("旧社"), {}, {}, day("2023-12-31")}};
  Trademark ownerless = mark("99000004", "");
  ownerless.owners.clear();
  struct Row {
    const char* what;
    IndicatorKind kind;
    std::vector<Entry> entries;
    std::optional<std::int64_t> value;
    FigureBound bound;
    std::size_t missing;
  };
  const std::vector<Row> rows{
      {"nothing pledged", IndicatorKind::pledge_sum, {mark("99000009", "丁")}, 0, FigureBound::exact, 0},
      {"a sum", IndicatorKind::pledge_sum, {with_sum}, 1'000'000'00, FigureBound::exact, 0},
      {"no sum", IndicatorKind::pledge_sum, {without}, {}, FigureBound::unknown, 1},
      {"a sum, and none", IndicatorKind::pledge_sum, {with_sum, without}, 1'000'000'00, FigureBound::at_least, 1},
      {"no sum in force", IndicatorKind::pledges_in_force, {without}, {}, FigureBound::unknown, 1},
      {"a sum in force, and none", IndicatorKind::pledges_in_force, {with_sum, without}, 1'000'000'00, FigureBound::at_least, 1},
      {"no indication", IndicatorKind::gi_sales, {mark("99000009", "丁")}, 0, FigureBound::exact, 0},
      {"no sales", IndicatorKind::gi_sales, {silent}, {}, FigureBound::unknown, 1},
      {"sales, and none", IndicatorKind::gi_sales, {sold, silent}, 30'000'000'00, FigureBound::at_least, 1},
      {"one user of two", IndicatorKind::gi_sales, {partly}, 1'000'00, FigureBound::at_least, 1},
      {"no users on record", IndicatorKind::gi_users, {silent}, {}, FigureBound::unknown, 1},
      {"users whose time is over", IndicatorKind::gi_users, {ended}, 0, FigureBound::exact, 0},
      {"well known, its state unknown", IndicatorKind::well_known, {well_known}, {}, FigureBound::unknown, 1},
      {"no owner", IndicatorKind::holders, {ownerless}, {}, FigureBound::unknown, 1},
      {"an owner, and none", IndicatorKind::holders, {ownerless, with_sum}, 1, FigureBound::at_least, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Indicator made = figure(row.kind, row.entries);
    CHECK(made.value == row.value);
    CHECK(made.bound() == row.bound);
    CHECK(made.missing.size() == row.missing);
    if (made.value) {
      std::int64_t sum = 0;
      for (const Contribution& record : made.records) sum += record.value;
      CHECK(sum == *made.value);
    }
  }
}

TEST_CASE("Madrid registrations count as a whole, wherever they are designated") {
  CHECK(figure(IndicatorKind::madrid, {madrid("9990001"), madrid("9990002", Status::cancelled)}).value == 1);
  CHECK(figure(IndicatorKind::madrid, {madrid("9990001")}, "2021-05-04").value == 0);
  CHECK(figure(IndicatorKind::madrid, {madrid("9990001")}, "2032-05-06").value == 0);
}

TEST_CASE("a recognition counts from its day, once a mark") {
  Trademark known = mark("99000001", "甲");
  known.events = {{EventKind::well_known, day("2022-05-05")}, {EventKind::well_known, day("2023-05-05")}};
  CHECK(figure(IndicatorKind::well_known, {known}).value == 1);
  CHECK(figure(IndicatorKind::well_known, {known}, "2022-05-04").value == 0);
}

TEST_CASE("sales are those of the last full year, the whole before its parts") {
  CHECK(figure(IndicatorKind::gi_sales, {indication()}).value == 30'000'000'00);
  CHECK(figure(IndicatorKind::gi_sales, {indication()}, "2025-11-22").value == 5'00);
  const Indicator none = figure(IndicatorKind::gi_sales, {indication()}, "2030-11-22");
  CHECK_FALSE(none.value);
  CHECK(none.missing.size() == 1);
}

TEST_CASE("lawful users count within their time") {
  CHECK(figure(IndicatorKind::gi_users, {indication()}).value == 1);
  CHECK(figure(IndicatorKind::gi_users, {indication()}, "2023-06-01").value == 1);
}

TEST_CASE("a pledge counts in its year, one contract once, and one without a sum is told") {
  Trademark a = mark("99000001", "甲"), b = mark("99000002", "甲"), c = mark("99000003", "乙");
  a.events = {pledge("2026-03-01", 1'000'000, "合同1")};
  b.events = {pledge("2026-03-01", 1'000'000, "合同1")};
  c.events = {pledge("2026-04-01", {}), pledge("2025-04-01", 700'000)};
  const Indicator year = figure(IndicatorKind::pledge_sum, {a, b, c});
  CHECK(year.value == 1'000'000'00);
  CHECK(year.records.size() == 2);
  CHECK(year.missing.size() == 1);
  CHECK(figure(IndicatorKind::pledges_in_force, {a, b, c}).value == 1'700'000'00);
}

TEST_CASE("a pledge released or run out secures nothing") {
  Trademark a = mark("99000001", "甲");
  a.events = {pledge("2024-03-01", 500'000), pledge("2025-03-01", 300'000)};
  a.events[1].until = day("2026-03-01");
  CHECK(figure(IndicatorKind::pledges_in_force, {a}, "2025-06-01").value == 800'000'00);
  CHECK(figure(IndicatorKind::pledges_in_force, {a}).value == 500'000'00);
  a.events.push_back({EventKind::pledge_release, day("2026-05-01"), {}, party("测试银行")});
  CHECK(figure(IndicatorKind::pledges_in_force, {a}).value == 0);
}

TEST_CASE("holders for each 10,000 enterprises need the number of enterprises, which no register has") {
  Plan plan;
  plan.targets = {{IndicatorKind::holders_per_10000, {}, {}, {}, {}}};
  const std::vector<Entry> entries{mark("99000001", "甲"), mark("99000002", "乙")};
  CHECK_FALSE(figure(IndicatorKind::holders_per_10000, entries, "2026-11-22", plan).value);
  plan.enterprises = 3'000;
  const Indicator made = figure(IndicatorKind::holders_per_10000, entries, "2026-11-22", plan);
  CHECK(made.value == 666);   // 6.66
  CHECK(made.records.size() == 2);
}

TEST_CASE("the way gone runs from the baseline to the target") {
  Indicator made;
  made.plan.baseline = 25;
  made.plan.target = 40;
  made.value = 31;
  CHECK(made.progress() == 40);
  made.value = 20;
  CHECK(made.progress() == -33);
  made.plan.baseline.reset();
  CHECK_FALSE(made.progress());
}

TEST_CASE("a value is written in its unit") {
  CHECK(value_text(25, IndicatorUnit::count) == "25");
  CHECK(value_text(1'500'000'000'00, IndicatorUnit::yuan) == "1500000000");
  CHECK(value_text(41'205, IndicatorUnit::per_ten_thousand) == "412.05");
}
