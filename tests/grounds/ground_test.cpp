#include <catch2/catch.hpp>

#include "marque/grounds/ground.hpp"

using namespace marque;

TEST_CASE("a provision names the law in force, and never a number that is not verified") {
  const auto [code, law, expected] = GENERATE(table<GroundCode, LawVersion, std::string>({
      {GroundCode::identical_mark, LawVersion::cn_tml_2019, "CN-TML-2019 Art.30"},
      {GroundCode::earlier_application, LawVersion::cn_tml_2019, "CN-TML-2019 Art.31"},
      {GroundCode::gi_misleading, LawVersion::cn_tml_2019, "CN-TML-2019 Art.16(1)"},
      {GroundCode::deceptive_origin, LawVersion::cn_tml_2019, "CN-TML-2019 Art.10(1)(7)"},
      {GroundCode::well_known_mark, LawVersion::cn_tml_2019, "CN-TML-2019 Art.13(3)"},
      {GroundCode::gap_year, LawVersion::cn_tml_2019, "CN-TML-2019 Art.50"},
      {GroundCode::gi_misleading, LawVersion::cn_tml_2026, "CN-TML-2026 (CN-TML-2019 Art.16(1))"},
      {GroundCode::similar_mark, LawVersion::cn_tml_2026, "CN-TML-2026 (CN-TML-2019 Art.30)"},
      {GroundCode::gap_year, LawVersion::cn_tml_2026, "CN-TML-2026 Art.49"},
      {GroundCode::well_known_mark, LawVersion::cn_tml_2026, "CN-TML-2026 Art.21"},
      {GroundCode::identical_mark, LawVersion::cn_tml_2013, "CN-TML-2013 (CN-TML-2019 Art.30)"},
  }));
  CHECK(provision_of(code, law) == expected);
}

TEST_CASE("an item narrows a barred sign down") {
  CHECK(provision_of(GroundCode::barred_sign, LawVersion::cn_tml_2019) == "CN-TML-2019 Art.10(1)");
  CHECK(provision_of(GroundCode::barred_sign, LawVersion::cn_tml_2019, "10(1)(2)") == "CN-TML-2019 Art.10(1)(2)");
}
