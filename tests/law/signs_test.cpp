#include <catch2/catch.hpp>

#include "marque/law/signs.hpp"
#include "marque/text/encoding.hpp"
#include "support/table_file.hpp"

using namespace marque;

namespace {

std::string manner_of(const BarredSign& sign) {
  if (sign.exception == SignException::objective_thing) return "thing";
  if (sign.exception == SignException::nationality) return "nationality";
  return sign.identical ? "identical" : "contained";
}

}  // namespace

TEST_CASE("barred names are found by words, with the exception that may speak for the mark") {
  for (const auto& row : test::rows_of("barred_signs.tsv")) {
    CAPTURE(row[0], row.back());
    const auto signs = barred_signs(*normalize(row[0]));
    if (row[1].empty()) {
      CHECK(signs.empty());
      continue;
    }
    REQUIRE(signs.size() == 1);
    CHECK(encode_utf8(signs[0].text) == row[1]);
    CHECK(signs[0].article == row[2]);
    CHECK(manner_of(signs[0]) == row[3]);
    CHECK(signs[0].why.zh.find("“") == 0);
  }
}
