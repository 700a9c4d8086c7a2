#include "marque/text/encoding.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <tuple>

using namespace marque;
using namespace std::string_view_literals;

TEST_CASE("strict UTF-8 refuses every ill-formed sequence and names its offset") {
  const auto [bytes, offset, why] = GENERATE(table<std::string_view, std::size_t, std::string_view>({
      {"a\xC0\x80"sv, 1, "NUL in two bytes"},
      {"\xC1\xBF"sv, 0, "DEL in two bytes"},
      {"\xE0\x9F\xBF"sv, 0, "U+07FF in three bytes"},
      {"\xF0\x8F\xBF\xBF"sv, 0, "U+FFFF in four bytes"},
      {"\xED\xA0\x80"sv, 0, "first surrogate"},
      {"\xED\xBF\xBF"sv, 0, "last surrogate"},
      {"\xF4\x90\x80\x80"sv, 0, "U+110000"},
      {"\xF5\x80\x80\x80"sv, 0, "lead byte past the end of Unicode"},
      {"\xFE"sv, 0, "no lead byte"},
      {"\x80"sv, 0, "continuation without lead"},
      {"ab\xE6\xB5"sv, 2, "cut off"},
      {"\xE6\xB5z"sv, 0, "a letter where a continuation is due"},
      {"\xE6\xB5\xB7\xFF"sv, 3, "after a good character"},
  }));
  INFO(why);
  const auto decoded = decode_utf8(bytes);
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().code == ErrorCode::invalid_text);
  CHECK(decoded.error().where.offset == offset);
  CHECK(check_utf8(bytes).error() == decoded.error());
}

TEST_CASE("the bounds of each length of UTF-8 are read") {
  const auto [bytes, point] = GENERATE(table<std::string_view, char32_t>({
      {"\0"sv, 0x0},
      {"\x7F", 0x7F},
      {"\xC2\x80", 0x80},
      {"\xDF\xBF", 0x7FF},
      {"\xE0\xA0\x80", 0x800},
      {"\xED\x9F\xBF", 0xD7FF},
      {"\xEE\x80\x80", 0xE000},
      {"\xEF\xBF\xBF", 0xFFFF},
      {"\xF0\x90\x80\x80", 0x10000},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF},
  }));
  CHECK(*decode_utf8(bytes) == std::u32string(1, point));
  CHECK(encode_utf8(std::u32string(1, point)) == bytes);
}

TEST_CASE("encoding and decoding any scalar values gives them back") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 200; ++round) {
    std::u32string points;
    while (points.size() < 40) {
      const auto point = static_cast<char32_t>(random() % 0x110000);
      if (point < 0xD800 || point > 0xDFFF) points.push_back(point);
    }
    CHECK(*decode_utf8(encode_utf8(points)) == points);
    CHECK(encode_utf8(points).size() == utf8_size(points));
  }
}

TEST_CASE("the charset is told from the bytes") {
  const auto [bytes, charset, why] = GENERATE(table<std::string_view, Charset, std::string_view>({
      {"", Charset::utf8, "nothing"},
      {"HAIMEN", Charset::utf8, "ASCII is both"},
      {"海门山羊", Charset::utf8, "UTF-8"},
      {"\xEF\xBB\xBF\xBA\xA3", Charset::utf8, "the mark settles it"},
      {"海门\xE5\xB1", Charset::utf8, "a prefix that ends inside a character"},
      {"\xBA\xA3\xC3\xC5\xC9\xBD\xD1\xF2", Charset::gb18030, "海门山羊 in GBK"},
      {"HAIMEN,\xBA\xA3", Charset::gb18030, "mixed"},
  }));
  INFO(why);
  CHECK(detect_charset(bytes) == charset);
}

TEST_CASE("GB 18030 is read in one, two and four bytes") {
  const auto [bytes, text] = GENERATE(table<std::string_view, std::string_view>({
      {"\xBA\xA3\xC3\xC5\xC9\xBD\xD1\xF2", "海门山羊"},
      {"A\xA3\xC1", "AＡ"},
      {"\x81\x30\x81\x30", "\xC2\x80"},
      {"\x82\x35\x8F\x33", "\U00009FA6"},
      {"\x95\x32\x82\x36", "\U00020000"},
      {"\x84\x31\x95\x33\xBA\xA3", "海"},
  }));
  CHECK(*to_utf8(bytes, Charset::gb18030) == text);
}

TEST_CASE("cells that the edition of 2005 left private carry the characters of 2022") {
  const auto [bytes, text] = GENERATE(table<std::string_view, std::string_view>({
      {"\xA6\xD9", "\uFE10"},
      {"\xFE\x59", "\u9FB4"},
      {"\xFE\xA0", "\u9FBB"},
      {"\xFE\x51", "\U00020087"},
      {"\xFE\x91", "\U000241FE"},
      {"\xAA\xA1", "\uE000"},
  }));
  CHECK(*to_utf8(bytes, Charset::gb18030) == text);
}

TEST_CASE("impossible GB 18030 is refused with its offset") {
  const auto [bytes, offset] = GENERATE(table<std::string_view, std::size_t>({
      {"ab\xFF", 2},
      {"\xBA\xA3\xBA", 2},
      {"\xBA\x20", 0},
      {"\x81\x30\x81", 0},
      {"\xE3\x32\x9A\x36", 0},
  }));
  const auto text = to_utf8(bytes, Charset::gb18030);
  REQUIRE_FALSE(text);
  CHECK(text.error().code == ErrorCode::invalid_text);
  CHECK(text.error().where.offset == offset);
}

TEST_CASE("a fault far into a long GB 18030 file is found where it lies") {
  std::string bytes;
  for (int i = 0; i < 10000; ++i) bytes += "\xBA\xA3";
  CHECK(to_utf8(bytes, Charset::gb18030)->size() == 30000);
  bytes += '\xFF';
  CHECK(to_utf8(bytes + "tail", Charset::gb18030).error().where.offset == 20000u);
}

TEST_CASE("UTF-8 loses its byte order mark at the start only") {
  CHECK(*to_utf8("\xEF\xBB\xBFx\xEF\xBB\xBF", Charset::utf8) == "x\xEF\xBB\xBF");
  CHECK_FALSE(to_utf8("x\xFF", Charset::utf8));
}
