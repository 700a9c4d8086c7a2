#include "marque/base/limits.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace marque;

TEST_CASE("every bound can be set by its name, from 1 to its ceiling, and says what it bounds") {
  std::set<std::string_view> names;
  for (const LimitInfo& info : limit_table()) {
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK(info.standard <= info.ceiling);
    CHECK_FALSE(info.what.zh.empty());
    CHECK_FALSE(info.what.en.empty());
    Limits limits;
    CHECK(limit_value(limits, info.name) == info.standard);
    REQUIRE(set_limit(limits, info.name, info.ceiling));
    CHECK(limit_value(limits, info.name) == info.ceiling);
    CHECK(set_limit(limits, info.name, info.ceiling + 1).error().code == ErrorCode::invalid_argument);
    CHECK(set_limit(limits, info.name, 0).error().code == ErrorCode::invalid_argument);
    REQUIRE(set_limit(limits, info.name, 1));
    CHECK(limit_value(limits, info.name) == 1);
  }
  Limits limits;
  CHECK(set_limit(limits, "patience", 3).error().code == ErrorCode::invalid_argument);
}

TEST_CASE("an error says which bound was passed") {
  const Error error = limit_error("depth", 64, "values are nested too deep");
  CHECK(error.code == ErrorCode::limit_exceeded);
  CHECK(error.message == "values are nested too deep (limit depth = 64)");
  CHECK(limit_in(error) == "depth");
  CHECK(limit_in(error.in_file("a").in_record(3)) == "depth");
  CHECK(limit_in({ErrorCode::malformed, error.message}).empty());
  CHECK(limit_in({ErrorCode::limit_exceeded, "over 4 GiB"}).empty());
}
