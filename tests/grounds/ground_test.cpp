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
      {GroundCode::prior_use, LawVersion::cn_tml_2026, "CN-TML-2026 Art.24"},
      {GroundCode::unregistered_well_known, LawVersion::cn_tml_2026, "CN-TML-2026 Art.21"},
      {GroundCode::barred_sign, LawVersion::cn_tml_2026, "CN-TML-2026 Art.15"},
      {GroundCode::deceptive_origin, LawVersion::cn_tml_2026, "CN-TML-2026 (CN-TML-2019 Art.10(1)(7))"},
      {GroundCode::identical_mark, LawVersion::cn_tml_2013, "CN-TML-2013 (CN-TML-2019 Art.30)"},
  }));
  CHECK(provision_of(code, law) == expected);
}

TEST_CASE("an item narrows a barred sign down") {
  CHECK(provision_of(GroundCode::barred_sign, LawVersion::cn_tml_2019) == "CN-TML-2019 Art.10(1)");
  CHECK(provision_of(GroundCode::barred_sign, LawVersion::cn_tml_2019, "10(1)(2)") == "CN-TML-2019 Art.10(1)(2)");
}

TEST_CASE("every ground has an article of 2019, one who may rely on it, and a question left open") {
  for (int i = 0; i <= static_cast<int>(GroundCode::prior_work); ++i) {
    const auto code = static_cast<GroundCode>(i);
    CAPTURE(name_of(code));
    const Ground ground = make_ground(code, Risk::low, LawVersion::cn_tml_2019, {"", ""});
    CHECK(ground.provision.starts_with("CN-TML-2019 Art."));
    CHECK(ground.verified == Verification::primary);
    CHECK_FALSE(chinese_of(code).empty());
    CHECK_FALSE(open_question(code).zh.empty());
    CHECK_FALSE(open_question(code).en.empty());
    CHECK_FALSE(objection_sentence(ground).zh.empty());
  }
}

TEST_CASE("who may object follows Arts. 33, 44 and 45") {
  const auto [code, objector, why] = GENERATE(table<GroundCode, Objector, std::string>({
      {GroundCode::place_name, Objector::anyone, "Art. 10"},
      {GroundCode::descriptive, Objector::anyone, "Art. 11"},
      {GroundCode::functional_shape, Objector::anyone, "Art. 12"},
      {GroundCode::agency_filing, Objector::anyone, "Art. 19(4)"},
      {GroundCode::unregistered_well_known, Objector::prior_right_holder, "Art. 13(2)"},
      {GroundCode::well_known_mark, Objector::prior_right_holder, "Art. 13(3)"},
      {GroundCode::agent_filing, Objector::prior_right_holder, "Art. 15"},
      {GroundCode::gi_misleading, Objector::prior_right_holder, "Art. 16(1)"},
      {GroundCode::similar_mark, Objector::prior_right_holder, "Art. 30"},
      {GroundCode::earlier_application, Objector::prior_right_holder, "Art. 31"},
      {GroundCode::prior_use, Objector::prior_right_holder, "Art. 32"},
      {GroundCode::prior_name, Objector::prior_right_holder, "Art. 32"},
      {GroundCode::prior_work, Objector::prior_right_holder, "Art. 32"},
      {GroundCode::gap_year, Objector::office, "Art. 50 is not in the list of Art. 33"},
  }));
  CAPTURE(why);
  CHECK(objector_of(code) == objector);
}

TEST_CASE("under the law of 2027 the sentence on objections names the articles known of it") {
  const auto sentence = [](GroundCode code) { return objection_sentence(make_ground(code, Risk::low, LawVersion::cn_tml_2026, {"", ""})).en; };
  CHECK(sentence(GroundCode::place_name).find("Art.36") != std::string::npos);
  CHECK(sentence(GroundCode::place_name).find("Art.50") != std::string::npos);
  CHECK(sentence(GroundCode::similar_mark).find("CN-TML-2019 Art.45") != std::string::npos);
}
