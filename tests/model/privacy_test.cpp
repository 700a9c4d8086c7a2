#include "marque/model/privacy.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("a field's name says who may see it") {
  const auto [field, tag] = GENERATE(table<std::string, Privacy>({
      {"申请人", Privacy::open},
      {"申请人地址", Privacy::open},
      {"number", Privacy::open},
      {"联系电话", Privacy::restricted},
      {"代理人手机(备用)", Privacy::restricted},
      {"身份证号", Privacy::restricted},
      {"E-mail", Privacy::restricted},
      {"ID Number", Privacy::restricted},
      {"PhoneNumber", Privacy::restricted},
      {"开户行银行账号", Privacy::secret},
      {"登录密码", Privacy::secret},
  }));
  CHECK(privacy_of(field) == tag);
}

TEST_CASE("a record is shown without what is not for everybody, and is otherwise the same") {
  Trademark trademark{.number = *NationalNumber::parse("1000001")};
  trademark.owners = {Party{.name = "张三", .address = "海门区人民路1号"}};
  CHECK_FALSE(has_restricted(trademark));
  CHECK(disclosed(trademark) == Entry(trademark));
  trademark.provenance.raw = {{"联系电话", "13800000000"}, {"备注", "请致电 13800000000"}, {"密码", "x"}, {"备用", "原文"}};
  trademark.events = {Event{.kind = EventKind::note, .date = *Date::parse("2026-01-01"), .note = "a@example.com 来信"}};
  CHECK(has_restricted(trademark));

  const Entry open = disclosed(trademark);
  using Raw = std::vector<std::pair<std::string, std::string>>;
  CHECK(provenance_of(open).raw == Raw{{"备注", "请致电 ***"}, {"备用", "原文"}});
  CHECK(std::get<Trademark>(open).events.front().note == "*** 来信");
  CHECK(owners_of(open) == trademark.owners);
  CHECK_FALSE(has_restricted(open));

  const Entry asked_for = disclosed(trademark, Disclosure::restricted);
  CHECK(provenance_of(asked_for).raw == Raw{{"联系电话", "13800000000"}, {"备注", "请致电 13800000000"}, {"备用", "原文"}});
}

TEST_CASE("a record concerns those who are party to it") {
  Trademark trademark{.number = *NationalNumber::parse("1000001")};
  trademark.owners = {Party{.name = "张三"}};
  trademark.agent = Party{.name = "某代理所"};
  trademark.events = {Event{.kind = EventKind::pledge, .date = *Date::parse("2026-01-01"), .party = Party{.name = "南通银行"}}};
  trademark.provenance.raw = {{"联系人电话", "李四 13800000000"}, {"备用", "王五"}};
  CHECK(concerns(trademark, "张三"));
  CHECK(concerns(trademark, "某代理所"));
  CHECK(concerns(trademark, "南通银行"));
  CHECK(concerns(trademark, "李四"));
  CHECK_FALSE(concerns(trademark, "王五"));
  CHECK_FALSE(concerns(trademark, ""));
  CHECK_FALSE(concerns(trademark, "张"));
}
