#include "marque/law/law_version.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("The law in force follows from the day") {
  const auto [day, name] = GENERATE(table<std::string, std::string>({
      {"2014-05-01", "CN-TML-2013"},
      {"2019-10-31", "CN-TML-2013"},
      {"2019-11-01", "CN-TML-2019"},
      {"2026-12-31", "CN-TML-2019"},
      {"2027-01-01", "CN-TML-2026"},
      {"2099-01-01", "CN-TML-2026"},
      {"1999-01-01", "CN-TML-2013"},
  }));
  CAPTURE(day);
  CHECK(name_of(law_in_force(*Date::parse(day))) == name);
}
