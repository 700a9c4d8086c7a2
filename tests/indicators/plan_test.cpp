#include "marque/indicators/plan.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("a plan's numbers are read in their indicator's unit") {
  const auto plan = parse_plan("# plan\nmadrid\t25\t40\t2030-12-31\tthe plan, p. 3\ngi_sales\t-\t15亿元\t\t\n"
                               "holders_per_10000\t400\t412.5\nenterprises\t52000\t\t\tstatistics of 2025\n", "plan.tsv");
  REQUIRE(plan);
  REQUIRE(plan->targets.size() == 3);
  CHECK(plan->targets[0] == PlanTarget{IndicatorKind::madrid, 25, 40, *Date::make(2030, 12, 31), "the plan, p. 3"});
  CHECK(plan->targets[1].target == 150'000'000'000);   // fen
  CHECK_FALSE(plan->targets[1].baseline);
  CHECK(plan->targets[2].target == 41'250);
  CHECK(plan->enterprises == 52'000);
}

TEST_CASE("a bad plan is refused, and its place named") {
  const auto [text, code, line, field] = GENERATE(table<std::string, ErrorCode, std::uint64_t, std::string>({
      {"madrids\t1\t2", ErrorCode::invalid_argument, 1, "indicator"},
      {"madrid\t1\t2\nmadrid\t1\t2", ErrorCode::duplicate, 2, "indicator"},
      {"madrid\tmany\t2", ErrorCode::invalid_argument, 1, "baseline"},
      {"madrid\t1\t-5", ErrorCode::invalid_argument, 1, "target"},
      {"madrid\t1\t2.5", ErrorCode::invalid_argument, 1, "target"},
      {"holders_per_10000\t1\t2.555", ErrorCode::invalid_argument, 1, "target"},
      {"madrid\t1\t2\t2030-02-30", ErrorCode::invalid_date, 1, "by"},
      {"enterprises\t0", ErrorCode::missing_field, 1, "baseline"},
  }));
  CAPTURE(text);
  const auto plan = parse_plan(text, "plan.tsv");
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == code);
  CHECK(plan.error().where.file == "plan.tsv");
  CHECK(plan.error().where.record == line);
  CHECK(plan.error().where.field == field);
}

TEST_CASE("a plan of nothing, or of no text, is refused") {
  CHECK(parse_plan("", "p").error().code == ErrorCode::missing_field);
  CHECK(parse_plan("# only a comment\n", "p").error().code == ErrorCode::missing_field);
  CHECK(parse_plan("madrid\t\xff", "p").error().code == ErrorCode::invalid_text);
}
