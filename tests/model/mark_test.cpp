#include "marque/model/mark.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("A Vienna code is read with points or without") {
  const auto [text, written] = GENERATE(table<std::string, std::string>({
      {"3.4.11", "3.4.11"},
      {"03.04.11", "3.4.11"},
      {"030411", "3.4.11"},
      {"3.4.11", "3.4.11"},
      {"26.4", "26.4"},
      {"2604", "26.4"},
      {"29", "29"},
      {"3", "3"},
      {" 3.4.11 ", "3.4.11"},
  }));
  CAPTURE(text);
  const auto code = ViennaCode::parse(text);
  REQUIRE(code);
  CHECK(code->to_string() == written);
  CHECK(*ViennaCode::parse(written) == *code);
}

TEST_CASE("What is no Vienna code is refused") {
  const std::string text = GENERATE(as<std::string>{}, "", "0", "30.1.1", "3.4.11.2", "3..11", "3.0.11", "3.4.",
                                    "30411", "3.4.111", "a.b.c", "03041101", "-3.4.11");
  CAPTURE(text);
  const auto code = ViennaCode::parse(text);
  REQUIRE_FALSE(code);
  CHECK(code.error().code == ErrorCode::invalid_identifier);
}
