#include "marque/model/uscc.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("A unified social credit code with its right check character is read") {
  const auto [text, code, area] = GENERATE(table<std::string, std::string, std::uint32_t>({
      {"91350100M000100Y43", "91350100M000100Y43", 350100},
      {"914403001922038216", "914403001922038216", 440300},
      {"91110000802100433B", "91110000802100433B", 110000},
      {"91350100m000100y43", "91350100M000100Y43", 350100},
      {"91350100M000100Y43", "91350100M000100Y43", 350100},
      {" 9135 0100 M000 100Y43 ", "91350100M000100Y43", 350100},
  }));
  CAPTURE(text);
  const auto parsed = Uscc::parse(text);
  REQUIRE(parsed);
  CHECK(parsed->to_string() == code);
  CHECK(parsed->area().digits() == area);
}

TEST_CASE("A wrong code is refused and the fault is named") {
  const auto [text, fault] = GENERATE(table<std::string, std::string>({
      {"91350100M000100Y4Z", "at place 18"},
      {"91310115MA1G4L1WXK", "should end in 7"},
      {"91310115MA1H8R7C6D", "should end in"},
      {"91350100M000100Y4", "18 characters"},
      {"91350100M000100Y433", "18 characters"},
      {"9135O100M000100Y43", "at place 5"},
      {"91350100I000100Y43", "at place 9"},
      {"91A50100M000100Y43", "places 3 to 8"},
      {"91050100M000100Y43", "places 3 to 8"},
      {"", "18 characters"},
  }));
  CAPTURE(text);
  const auto parsed = Uscc::parse(text);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == ErrorCode::invalid_identifier);
  CHECK_THAT(parsed.error().message, Catch::Contains(fault));
}

TEST_CASE("Every change of one character, and every exchange of neighbours, is found out") {
  const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const std::string good = "91350100M000100Y43";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char other : alphabet) {
      std::string bad = good;
      bad[i] = other;
      REQUIRE(Uscc::parse(bad).has_value() == (other == good[i]));
    }
    std::string swapped = good;
    if (i + 1 < good.size()) std::swap(swapped[i], swapped[i + 1]);
    REQUIRE(Uscc::parse(swapped).has_value() == (swapped == good));
  }
}
