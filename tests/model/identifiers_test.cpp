#include "marque/model/identifiers.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

template <class Number>
void check_refused(const std::string& text) {
  CAPTURE(text);
  const auto number = Number::parse(text);
  REQUIRE_FALSE(number);
  CHECK(number.error().code == ErrorCode::invalid_identifier);
}

}  // namespace

TEST_CASE("A national number is read however it is written") {
  const auto [text, number] = GENERATE(table<std::string, std::string>({
      {"12345678", "12345678"},
      {"12345678A", "12345678A"},
      {"12345678a", "12345678A"},
      {"第12345678号", "12345678"},
      {"第12345678A号", "12345678A"},
      {"第 12345678 号", "12345678"},
      {"No. 12345678", "12345678"},
      {"NO12345678", "12345678"},
      {"12345678", "12345678"},
      {"第12345678A号", "12345678A"},
      {" 1234 5678 ", "12345678"},
      {"00123456", "123456"},
      {"1", "1"},
      {"12345678Z", "12345678Z"},
  }));
  CAPTURE(text);
  const auto parsed = NationalNumber::parse(text);
  REQUIRE(parsed);
  CHECK(parsed->to_string() == number);
  CHECK(parsed->display() == "第" + number + "号");
  CHECK(*NationalNumber::parse(parsed->display()) == *parsed);
}

TEST_CASE("What is no national number is refused") {
  const std::string text = GENERATE(as<std::string>{}, "", "0", "00000000", "123456789", "0123456789", "12345678AB",
                                    "A12345678", "G1234567", "1234-5678", "第号", "12345678A1", "一二三", "12.5");
  check_refused<NationalNumber>(text);
}

TEST_CASE("An international number keeps its digits and the letter of a transferred part") {
  const auto [text, number] = GENERATE(table<std::string, std::string>({
      {"1234567", "1234567"},
      {"1234567A", "1234567A"},
      {"0567890", "567890"},
      {"R 234567", "234567"},
      {"2R123456", "123456"},
      {"2R 123456 B", "123456B"},
      {"国际注册第1234567号", "1234567"},
      {"第1234567号", "1234567"},
      {"1234567a", "1234567A"},
  }));
  CAPTURE(text);
  const auto parsed = InternationalNumber::parse(text);
  REQUIRE(parsed);
  CHECK(parsed->to_string() == number);
}

TEST_CASE("What is no international number is refused") {
  const std::string text = GENERATE(as<std::string>{}, "", "0", "12345678", "G1234567", "1234567ABC", "12R34567", "R",
                                    "RR123456", "1234567A1");
  check_refused<InternationalNumber>(text);
}

TEST_CASE("A designation of China names the registration it belongs to") {
  const auto [text, number, international] = GENERATE(table<std::string, std::string, std::string>({
      {"G1234567", "G1234567", "1234567"},
      {"g1234567", "G1234567", "1234567"},
      {"G1234567H", "G1234567H", "1234567"},
      {"G1234567A", "G1234567A", "1234567A"},
      {"G1234567AH", "G1234567AH", "1234567A"},
      {"G1234567H1", "G1234567H1", "1234567"},
      {"第G1234567号", "G1234567", "1234567"},
      {"G 0567890", "G567890", "567890"},
      {"G1234567", "G1234567", "1234567"},
  }));
  CAPTURE(text);
  const auto parsed = ChinaDesignationNumber::parse(text);
  REQUIRE(parsed);
  CHECK(parsed->to_string() == number);
  CHECK(parsed->international().to_string() == international);
}

TEST_CASE("What is no designation number is refused") {
  const std::string text = GENERATE(as<std::string>{}, "", "G", "G0", "1234567", "G12345678", "G1234567ABC",
                                    "G1234567H12", "GG123456", "H1234567");
  check_refused<ChinaDesignationNumber>(text);
}

TEST_CASE("The certificate number of an agricultural GI is not that of its quality specification") {
  CHECK(AgiNumber::parse("AGI01459")->to_string() == "AGI01459");
  CHECK(AgiNumber::parse("agi 00423")->digits() == 423);
  CHECK(AgiNumber::parse("AGI00423")->to_string() == "AGI00423");
  const std::string text = GENERATE(as<std::string>{}, "AGI2012-02-869", "AGI2014-02-1497", "AGI1459", "AGI014599",
                                    "AGI00000", "01459", "AGI", "");
  check_refused<AgiNumber>(text);
}

TEST_CASE("An announcement is known by authority, year and number") {
  const auto [text, authority, year, number, written] =
      GENERATE(table<std::string, std::string, int, std::uint32_t, std::string>({
          {"国家质检总局2010年第166号公告", "国家质检总局", 2010, 166, "国家质检总局2010年第166号公告"},
          {"国家知识产权局公告第354号", "国家知识产权局", 0, 354, "国家知识产权局公告第354号"},
          {"国家知识产权局第354号公告", "国家知识产权局", 0, 354, "国家知识产权局公告第354号"},
          {"国家质检总局公告 2010年第 166 号", "国家质检总局", 2010, 166, "国家质检总局2010年第166号公告"},
      }));
  CAPTURE(text);
  const auto parsed = AnnouncementNumber::parse(text);
  REQUIRE(parsed);
  CHECK(parsed->authority() == authority);
  CHECK(parsed->year() == year);
  CHECK(parsed->number() == number);
  CHECK(parsed->to_string() == written);
  CHECK(*AnnouncementNumber::parse(written) == *parsed);
}

TEST_CASE("What names no announcement is refused") {
  const std::string text = GENERATE(as<std::string>{}, "", "第166号公告", "国家质检总局2010年166号公告",
                                    "2010年第166号公告", "国家质检总局2010年第号公告", "国家质检总局2010年第0号公告",
                                    "国家质检总局1010年第1号公告", "国家质检总局2010年第166号令");
  check_refused<AnnouncementNumber>(text);
}
