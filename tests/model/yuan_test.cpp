#include "marque/model/yuan.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace marque;

TEST_CASE("A sum is read exactly, to the fen") {
  const auto [text, fen, written] = GENERATE(table<std::string, std::int64_t, std::string>({
      {"0", 0, "0"},
      {"1500000000", 150000000000, "1500000000"},
      {"1500000.50", 150000050, "1500000.50"},
      {"0.5", 50, "0.50"},
      {"0.05", 5, "0.05"},
      {"0.050000000000000000000000", 5, "0.05"},
      {"1,500,000", 150000000, "1500000"},
      {"1,500,000元", 150000000, "1500000"},
      {"999", 99900, "999"},
      {"1.5亿元", 15000000000, "150000000"},
      {"1.5亿", 15000000000, "150000000"},
      {"300万元", 300000000, "3000000"},
      {"0.123456万元", 123456, "1234.56"},
      {"300 万元", 300000000, "3000000"},
      {"1,500.00", 150000, "1500"},
      {"-12.34", -1234, "-12.34"},
      {"89999999999999.99", 8999999999999999, "89999999999999.99"},
  }));
  CAPTURE(text);
  const auto sum = Yuan::parse(text);
  REQUIRE(sum);
  CHECK(sum->fen() == fen);
  CHECK(sum->to_string() == written);
  CHECK(*Yuan::parse(sum->to_string()) == *sum);
}

TEST_CASE("A sum that is unclear, too fine or too large is refused, never rounded") {
  const std::string text = GENERATE(as<std::string>{}, "", "元", "万元", "1.5.0", "1.", ".5", "0.001", "0.0000001万元",
                                    "15,00", "1,5000", ",500", "1,500,", "1 5 a", "1e9", "+5", "--5", "USD 5",
                                    "90000000000000", "900000亿元", "99999999999999999999999999");
  CAPTURE(text);
  const auto sum = Yuan::parse(text);
  REQUIRE_FALSE(sum);
  CHECK(sum.error().code == ErrorCode::invalid_argument);
}

TEST_CASE("The smallest number of fen is written without overflow") {
  CHECK(Yuan::from_fen(std::numeric_limits<std::int64_t>::min()).to_string() == "-92233720368547758.08");
}
