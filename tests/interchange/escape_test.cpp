#include "interchange/escape.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("What would steer a terminal or turn a line around is shown by its code") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"海门 Haimen é 😀", "海门 Haimen é 😀"},
      {"a\x1B[2Jb", "a⟨U+001B⟩[2Jb"},
      {"a\nb", "a⟨U+000A⟩b"},
      {"\u202Egnp.exe", "⟨U+202E⟩gnp.exe"},
      {"a\u200Bb\uFEFF", "a⟨U+200B⟩b⟨U+FEFF⟩"},
      {"\u0085", "⟨U+0085⟩"},
      {"\U000E0041", "⟨U+E0041⟩"},
      {"a\xFFz\xC3", "a⟨FF⟩z⟨C3⟩"},
      {"", ""},
  }));
  CHECK(visible(text) == shown);
}

TEST_CASE("Markup in a name stays text") {
  CHECK(html_escaped("<script>alert(\"1\" & '2')</script>") ==
        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
}

TEST_CASE("Base 64 is that of RFC 4648") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>(
      {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"\xFF\xFE\xFD", "//79"}}));
  CHECK(base64(bytes) == text);
}
