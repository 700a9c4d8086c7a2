#include "marque/model/area_code.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("A division's code names its prefecture and province") {
  const auto haimen = AreaCode::parse("320614");
  REQUIRE(haimen);
  CHECK(haimen->prefecture().to_string() == "320600");
  CHECK(haimen->province().to_string() == "320000");
  CHECK(*AreaCode::parse(" 320614 ") == *haimen);
}

TEST_CASE("What has not six digits is no division's code") {
  const std::string text =
      GENERATE(as<std::string>{}, "", "32061", "3206140", "032061", "32061X", "-32061", "三二〇六一四");
  CAPTURE(text);
  const auto code = AreaCode::parse(text);
  REQUIRE_FALSE(code);
  CHECK(code.error().code == ErrorCode::invalid_identifier);
}
