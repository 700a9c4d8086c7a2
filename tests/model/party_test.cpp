#include "marque/model/party.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

Party named(std::string name, std::string foreign = {}) {
  Party party;
  party.name = std::move(name);
  party.foreign_name = std::move(foreign);
  return party;
}

Party coded(std::string name, std::string_view uscc) {
  Party party = named(std::move(name));
  party.uscc = *Uscc::parse(uscc);
  return party;
}

}  // namespace

TEST_CASE("Two records of one party are seen to be the same") {
  const auto [a, b, why] = GENERATE(table<Party, Party, std::string>({
      {named("南通市海门区叠石桥商会"), named("南通市海门区 叠石桥商会"), "a space"},
      {named("海门(南通)家纺有限公司"), named("海门(南通)家纺有限公司"), "full-width brackets"},
      {named("HAIMEN TEXTILE CO., LTD."), named("Haimen Textile Co., Ltd."), "letter case"},
      {named("海门家纺", "Haimen Textile"), named("HAIMEN TEXTILE"), "the foreign name alone in one of them"},
      {coded("旧名", "914403001922038216"), coded("新名", "914403001922038216"), "one code, two names"},
      {coded("同名", "914403001922038216"), named("同名"), "one side without a code"},
  }));
  CAPTURE(why);
  CHECK(same_party(a, b));
  CHECK(same_party(b, a));
}

TEST_CASE("Different parties are kept apart") {
  const auto [a, b, why] = GENERATE(table<Party, Party, std::string>({
      {coded("同名", "914403001922038216"), coded("同名", "91110000802100433B"), "two codes, one name"},
      {named("海门家纺"), named("南通家纺"), "two names"},
      {named(""), named(""), "no names at all"},
      {named("海门家纺"), named("", ""), "one side without a name"},
  }));
  CAPTURE(why);
  CHECK_FALSE(same_party(a, b));
  CHECK_FALSE(same_party(b, a));
}
