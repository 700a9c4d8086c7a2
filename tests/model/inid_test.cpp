#include "marque/model/inid.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace marque;

TEST_CASE("fields of marks have their codes of ST.60") {
  const auto [field, code] = GENERATE(table<std::string, std::string>({
      {"irn", "111"},
      {"registered", "151"},
      {"expires", "180"},
      {"owners", "732"},
      {"classes", "511"},
      {"basic_registration", "822"},
      {"designations_9sexies", "834"},
      {"designated", "891"},
  }));
  CHECK(inid_of(field) == code);
  CHECK(inid(code)->field == field);
}

TEST_CASE("codes are three digits, ascending, and each says how far it is verified") {
  std::string last;
  std::set<std::string_view> fields;
  for (const InidCode& row : inid_codes()) {
    CAPTURE(row.code);
    CHECK(row.code.size() == 3);
    CHECK(row.code > last);
    CHECK(fields.insert(row.field).second);
    CHECK((row.verified == "V2" || row.verified == "M"));
    CHECK_FALSE((row.english.empty() || row.chinese.empty()));
    last = row.code;
  }
  CHECK(inid_codes().size() == 60);
  CHECK(inid("999") == nullptr);
  CHECK(inid_of("nothing").empty());
}
