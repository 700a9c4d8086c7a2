#include "marque/model/nice_class.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("A class is read with or without its words") {
  const auto [text, number] = GENERATE(table<std::string, int>(
      {{"25", 25}, {"025", 25}, {"1", 1}, {"45", 45}, {"第25类", 25}, {"第 25 类", 25}, {"25", 25}, {"25类", 25}}));
  CAPTURE(text);
  REQUIRE(NiceClass::parse(text));
  CHECK(NiceClass::parse(text)->number() == number);
}

TEST_CASE("There are no classes but 1 to 45") {
  const std::string text =
      GENERATE(as<std::string>{}, "", "0", "46", "-1", "0025", "2 5x", "第二十五类", "25,35", "99999999999");
  CAPTURE(text);
  REQUIRE_FALSE(NiceClass::parse(text));
  CHECK(NiceClass::parse(text).error().code == ErrorCode::invalid_class);
}

TEST_CASE("Services begin at class 35") {
  CHECK_FALSE(NiceClass::make(34)->is_service());
  CHECK(NiceClass::make(35)->is_service());
}

TEST_CASE("A set of classes holds what was put in, in order, and nothing outside 1 to 45") {
  ClassSet set;
  CHECK(set.empty());
  for (const int number : {45, 1, 25, 25}) set.insert(*NiceClass::make(number));
  CHECK(set.size() == 3);
  CHECK(set.classes() == std::vector<NiceClass>{*NiceClass::make(1), *NiceClass::make(25), *NiceClass::make(45)});
  CHECK(set.contains(*NiceClass::make(45)));
  CHECK_FALSE(set.contains(*NiceClass::make(44)));
  CHECK(ClassSet::from_bits(set.bits()) == set);
  CHECK(ClassSet::from_bits(~std::uint64_t{0}).size() == 45);
  CHECK(ClassSet::from_bits(1).empty());

  ClassSet other;
  other.insert(*NiceClass::make(44));
  CHECK_FALSE(set.intersects(other));
  other.insert(*NiceClass::make(1));
  CHECK(set.intersects(other));
}

TEST_CASE("A similar group belongs to the class of its first two digits") {
  CHECK(SimilarGroup::parse("0304")->nice_class().number() == 3);
  CHECK(SimilarGroup::parse("0304")->to_string() == "0304");
  CHECK(SimilarGroup::parse("4505")->nice_class().number() == 45);
  const std::string text = GENERATE(as<std::string>{}, "", "304", "0004", "4601", "0300", "03041", "03O4");
  CAPTURE(text);
  REQUIRE_FALSE(SimilarGroup::parse(text));
  CHECK(SimilarGroup::parse(text).error().code == ErrorCode::invalid_class);
}

TEST_CASE("An edition of the classification is its number and year") {
  CHECK(NiceEdition::parse("13-2026")->to_string() == "13-2026");
  CHECK(*NiceEdition::parse("NCL13-2026") == NiceEdition{13, 2026});
  CHECK(*NiceEdition::parse("NCL 9-2007") == NiceEdition{9, 2007});
  const std::string text = GENERATE(as<std::string>{}, "", "13", "2026", "13-26", "0-2026", "113-2026", "13-20266");
  CAPTURE(text);
  CHECK_FALSE(NiceEdition::parse(text));
}
