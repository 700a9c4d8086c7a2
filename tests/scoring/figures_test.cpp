#include "marque/scoring/figures.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace marque;

namespace {

std::vector<ViennaCode> codes(const std::vector<std::string>& texts) {
  std::vector<ViennaCode> all;
  for (const std::string& text : texts) all.push_back(*ViennaCode::parse(text));
  return all;
}

struct Case {
  std::vector<std::string> a, b;
  float score;
  std::vector<std::string> shared, divisions;
};

}  // namespace

TEST_CASE("codes count by the deepest level that two marks have in common") {
  const Case example = GENERATE(values<Case>({{{"3.4.11"}, {"3.4.11"}, 1, {"3.4.11"}, {}},
                                              {{"3.4.11"}, {"3.4.13"}, 0.6f, {}, {"3.4"}},
                                              {{"3.4.11"}, {"3.1.1"}, 0.3f, {}, {"3"}},
                                              {{"3.4.11"}, {"26.1.1"}, 0, {}, {}},
                                              {{"3.4.11"}, {"26.1.1", "3.4.11", "5.3.11"}, 1, {"3.4.11"}, {}},
                                              {{"3.4.11", "26.1.1"}, {"26.1.3", "3.4.11"}, 0.8f, {"3.4.11"}, {"26.1"}},
                                              {{"3.4.11", "3.4.11"}, {"3.4.11", "5.3.11"}, 1, {"3.4.11"}, {}}}));
  const auto result = compare_figures(codes(example.a), codes(example.b));
  REQUIRE(result);
  CHECK(result->score == Approx(example.score));
  CHECK(result->shared == codes(example.shared));
  CHECK(result->divisions == codes(example.divisions));
}

TEST_CASE("what a record does not say is not compared") {
  CHECK_FALSE(compare_figures({}, codes({"3.4.11"})));
  CHECK_FALSE(compare_figures(codes({"3.4.11"}), {}));
}

TEST_CASE("figures compare the same both ways round") {
  std::mt19937 random(3);
  const auto some = [&] {
    std::vector<ViennaCode> codes;
    for (std::size_t i = 0; i <= random() % 4; ++i)
      codes.push_back({static_cast<std::uint8_t>(1 + random() % 3), static_cast<std::uint8_t>(1 + random() % 3), static_cast<std::uint8_t>(random() % 3)});
    return codes;
  };
  for (int i = 0; i < 500; ++i) {
    const auto a = some(), b = some();
    CHECK(compare_figures(a, b) == compare_figures(b, a));
    CHECK(compare_figures(a, a)->score == 1);
  }
}

TEST_CASE("shared figures are told by their codes") {
  const auto both = *compare_figures(codes({"3.4.11", "26.1.1"}), codes({"26.1.3", "3.4.11"}));
  CHECK(sentence_of(both).zh == "图形要素相同：3.4.11；图形要素同类：26.1");
  CHECK(sentence_of(both).en == "both depict 3.4.11; something else of 26.1");
  CHECK(sentence_of(*compare_figures(codes({"1.1.1"}), codes({"2.1.1"}))).zh == "图形要素不同");
}
