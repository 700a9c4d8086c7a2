#include "interchange/json_value.hpp"

#include <catch2/catch.hpp>

using namespace marque;

TEST_CASE("Numbers stay the text they were, even those on which RapidJSON's own reading crashes") {
  const std::string text = GENERATE("0.0000074836628E-2147483636", "128.74836467836484838364836483643636483648e-336",
                                    "1e300", "-0", "1234567890123456789012345678901234567890");
  const auto value = parse_json(text);
  REQUIRE(value);
  CHECK(value->to_string() == text);
}

TEST_CASE("Members keep their order and strings their characters") {
  const auto value = parse_json(R"({"b":[1,true,null,"\u6d77\u95e8\n"],"a":{"x":""}})");
  REQUIRE(value);
  CHECK(value->to_string() == "{\"b\":[1,true,null,\"海门\\u000a\"],\"a\":{\"x\":\"\"}}");
}

TEST_CASE("What is no strict JSON is refused, with the offset of the fault") {
  const auto [text, code, offset] = GENERATE(table<std::string, ErrorCode, std::uint64_t>({
      {"", ErrorCode::malformed, 0},
      {"{\"a\":1,}", ErrorCode::malformed, 7},
      {"[1] x", ErrorCode::malformed, 4},
      {"{'a':1}", ErrorCode::malformed, 1},
      {"[01]", ErrorCode::malformed, 2},
      {"\xEF\xBB\xBF{}", ErrorCode::malformed, 0},              // a byte order mark
      {std::string("{}\0{}", 5), ErrorCode::malformed, 2},      // a tail behind a NUL
      {"{\"a\":1,\"b\":2,\"a\":3}", ErrorCode::malformed, 18},  // a member twice
      {"\"\xC3\x28\"", ErrorCode::malformed, 1},                // no UTF-8
      {"\"\\ud800\"", ErrorCode::malformed, 1},                 // half a surrogate pair
      {"\"2\\udfb7\"", ErrorCode::malformed, 9},                // the other half
      {"{\"a\\ude00\":1}", ErrorCode::malformed, 10},            // the same in a name
      {"NaN", ErrorCode::malformed, 0},
  }));
  CAPTURE(text);
  const auto value = parse_json(text);
  REQUIRE(!value);
  CHECK(value.error().code == code);
  REQUIRE(value.error().where.offset);
  CHECK(*value.error().where.offset == offset);
}

TEST_CASE("The same member name in different objects is no duplicate") {
  CHECK(parse_json(R"([{"a":1},{"a":{"a":2}}])"));
}

TEST_CASE("Documents beyond the limits are refused before they cost anything") {
  DocumentLimits limits;
  limits.string_bytes = 8;
  limits.number_chars = 6;
  limits.dom_bytes = 4096;
  const std::string text =
      GENERATE(std::string(65, '[') + std::string(65, ']'), std::string(200'000, '['), "\"123456789\"",
               "{\"123456789\":1}", "1234567", "[" + std::string(300, '1') + "]", std::string(5000, ' ') + "1");
  CAPTURE(text.substr(0, 40));
  const auto value = parse_json(text, limits);
  REQUIRE(!value);
  CHECK(value.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("What just meets the limits is read") {
  DocumentLimits limits;
  limits.string_bytes = 8;
  limits.number_chars = 6;
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']'), limits));
  CHECK(parse_json("[\"12345678\",123456]", limits));
}

TEST_CASE("Many small values are counted against the memory they take, not the text") {
  DocumentLimits limits;
  limits.dom_bytes = 1 << 20;
  std::string text = "[0";
  for (int i = 0; i < 100'000; ++i) text += ",0";
  const auto value = parse_json(text + "]", limits);
  REQUIRE(!value);
  CHECK(value.error().code == ErrorCode::limit_exceeded);
}
