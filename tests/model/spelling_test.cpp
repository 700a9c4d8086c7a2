#include "model/spelling.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("Every full-width form becomes its ASCII character, and only those") {
  for (char c = '!'; c <= '~'; ++c) {
    const int code = 0xff01 + (c - '!');
    const std::string wide{static_cast<char>(0xe0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3f)),
                           static_cast<char>(0x80 | (code & 0x3f))};
    REQUIRE(half_width(wide) == std::string(1, c));
  }
  const std::string kept =
      GENERATE(as<std::string>{}, "海门", "\uff00", "\uff5f", "\uffe5", "\u3001", "é", "\xef\xbc", "\xef");
  CHECK(half_width(kept) == kept);
}

TEST_CASE("Space is dropped at the ends or everywhere") {
  CHECK(trimmed("\u3000 \t海门 山羊 \n\u3000") == "海门 山羊");
  CHECK(trimmed(" \u3000 ").empty());
  CHECK(without_spaces("\u3000海门\u00a0山 羊 ") == "海门山羊");
}

TEST_CASE("A quotation is short and never cuts a character") {
  CHECK(quoted("海门") == "\"海门\"");
  const std::string text = quoted("x" + std::string(3000, 'y'));
  CHECK(text.size() == 64 + std::string("\"…\"").size());
  std::string long_chinese = "a";
  for (int i = 0; i < 100; ++i) long_chinese += "海";
  CHECK(quoted(long_chinese).ends_with("海…\""));
}

TEST_CASE("A decimal number is all digits and at most nine of them") {
  CHECK(decimal("000000009") == 9);
  CHECK(decimal("999999999") == 999999999);
  const std::string text = GENERATE(as<std::string>{}, "", "1234567890", "-1", "+1", "1 ", "1.0", "0x1");
  CHECK(decimal(text) == -1);
}
