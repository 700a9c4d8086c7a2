#include "marque/base/redaction.hpp"

#include <catch2/catch.hpp>

#include "marque/base/error.hpp"

using namespace marque;

TEST_CASE("what identifies or reaches a person is made unreadable, and nothing else") {
  const auto [given, shown] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"身份证11010519491231002X,男", "身份证***,男"},        // the example of GB 11643-1999
      {"11010519491231002x", "***"},
      {"110105194912310021", "110105194912310021"},           // its check is wrong
      {"110105194913310020", "110105194913310020"},           // there is no month 13
      {"91350100M000100Y43", "91350100M000100Y43"},           // a credit code
      {"手机:13800000000。", "手机:***。"},
      {"138 0000 0000", "***"},
      {"138-0000-0000", "***"},
      {"8613800000000", "***"},
      {"+86 138 0000 0000", "***"},
      {"+41 22 338 91 11", "***"},
      {"0513-80000000", "***"},
      {"021 50000000 转 12", "*** 转 12"},
      {"a@example.com", "***"},
      {"写信到 zhang.san+tm@mail.example.cn, 谢谢", "写信到 ***, 谢谢"},
      {"商标@公司", "商标@公司"},
      {"user@host", "user@host"},
      {"注册号 12345678 与 12345678A", "注册号 12345678 与 12345678A"},
      {"G1234567 2026-11-22 13800000000000", "G1234567 2026-11-22 13800000000000"},
      {"X13800000000", "X13800000000"},
      {"\xff\xfe 13800000000 \x80", "\xff\xfe *** \x80"},
  }));
  CHECK(redacted(given) == shown);
  CHECK(redacted(redacted(given)) == redacted(given));
}

TEST_CASE("a line about an error does not tell whose number was in the wrong column") {
  const Error error{ErrorCode::invalid_identifier, "not a Chinese trademark number: \"13800000000\"", {}};
  CHECK(to_string(error) == "not a Chinese trademark number: \"***\" (invalid_identifier)");
}
