#include "marque/scoring/evidence.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

std::vector<Evidence> evidence(std::string_view a, std::string_view b) { return explain(*make_subject(a), *make_subject(b)); }

const Evidence* about(const std::vector<Evidence>& all, Aspect aspect) {
  for (const Evidence& one : all) {
    if (one.aspect == aspect) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a look-alike character is shown against the one it resembles") {
  const auto all = evidence("海们山羊", "海门山羊");
  const Evidence* look = about(all, Aspect::appearance);
  REQUIRE(look != nullptr);
  REQUIRE(look->aligned.size() == 4);
  CHECK(look->aligned[0].reason == "=");
  CHECK(look->aligned[1].a == "们");
  CHECK(look->aligned[1].b == "门");
  CHECK(look->aligned[1].similarity < 1);
}

TEST_CASE("the reading two characters share is named") {
  const auto all = evidence("银行", "银杭");
  const Evidence* sound = about(all, Aspect::sound);
  REQUIRE(sound != nullptr);
  CHECK(sound->aligned[1].reason == "háng = háng");
  CHECK(sound->sentence.zh == "读音相同");
}

TEST_CASE("pinyin is told to be the pinyin of the characters") {
  const auto all = evidence("HAIMEN SHANYANG", "海门山羊");
  REQUIRE(about(all, Aspect::sound) != nullptr);
  CHECK(about(all, Aspect::sound)->sentence.en == "“haimenshanyang” is the pinyin of “海门山羊”");
}

TEST_CASE("the strongest evidence comes first, and strangers have none") {
  const auto all = evidence("红太阳", "太阳");
  REQUIRE(all.size() >= 2);
  CHECK(all[0].score >= all[1].score);
  CHECK(evidence("睿蔻澜", "海门山羊").empty());
}
