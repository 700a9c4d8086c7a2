#include "marque/base/error.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>

#include "marque/base/result.hpp"
#include "marque/base/sentence.hpp"

using namespace marque;

TEST_CASE("an error names file, record, field and code on one line") {
  const Error error = Error{ErrorCode::invalid_date, "no such day \"2024-02-31\""}.in_field("申请日期").in_record(12).in_file("r.csv");
  CHECK(to_string(error) == "r.csv: record 12: 申请日期: no such day \"2024-02-31\" (invalid_date)");
}

TEST_CASE("the innermost place wins when an error is handed up") {
  const Error error = Error{ErrorCode::malformed, "bad"}.in_field("inner").in_field("outer").at_offset(3).at_offset(9);
  CHECK(error.where.field == "inner");
  CHECK(error.where.offset == 3u);
}

TEST_CASE("every error code has a name of its own") {
  std::set<std::string_view> names;
  for (int code = 1; code <= 21; ++code) names.insert(name_of(static_cast<ErrorCode>(code)));
  CHECK(names.size() == 21);
}

TEST_CASE("a result holds either its value or its error") {
  const Result<int> good = 3;
  const Result<int> bad = Error{ErrorCode::not_found, "nothing"};
  CHECK(*good == 3);
  CHECK_FALSE(bad);
  CHECK(bad.error().code == ErrorCode::not_found);
  CHECK(bad.value_or(7) == 7);
}

TEST_CASE("every code says what it means in both languages, and an error names place and meaning in Chinese") {
  for (int code = 1; code <= static_cast<int>(ErrorCode::internal); ++code) {
    CAPTURE(code);
    CHECK_FALSE(meaning_of(static_cast<ErrorCode>(code)).zh.empty());
    CHECK_FALSE(meaning_of(static_cast<ErrorCode>(code)).en.empty());
    CHECK((name_of(static_cast<ErrorCode>(code)) == "internal") == (code == static_cast<int>(ErrorCode::internal)));
  }
  const Error error{ErrorCode::invalid_date, "no such day \"2024-02-31\"", {"register.csv", 12, "申请日期", 7}, {}};
  CHECK(to_string(error, Language::zh) == "register.csv: 记录 12: 申请日期: 没有这一天：\"2024-02-31\" 字节 7 (invalid_date)");
  CHECK(to_string(error, Language::en) == to_string(error));
}

TEST_CASE("a sentence is found in Chinese by its English one, with its values and the sentences in it") {
  const auto said = [](const char* english) { return sentence_of(Error{ErrorCode::malformed, english}, Language::zh); };
  CHECK(said("there is no record with id 7") == "没有内部编号为 7 的记录");
  CHECK(said("not a Chinese trademark number: \"x: y\"") == "不是中国商标注册号或者申请号：\"x: y\"");
  CHECK(said("archive entry \"a.png\": it is larger than 9 bytes") == "压缩包中的“a.png”：大于 9 字节");
  CHECK(said("a string is too long (limit string_bytes = 65536)") == "字符串过长（限度 string_bytes = 65536）");
  CHECK(said("the widget broke") == "内容不符合其格式: the widget broke");
  Error own{ErrorCode::malformed, "there is no record with id 7"};
  own.chinese = "自己的句子";
  CHECK(sentence_of(own, Language::zh) == "自己的句子");
  CHECK(sentence_of(own, Language::en) == own.message);
}

TEST_CASE("every sentence of the table has as many values in Chinese as in English, and none is there twice") {
  std::ifstream table(MARQUE_SENTENCES);
  std::set<std::string> english;
  const auto holes = [](std::string text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("{}", at)) != std::string::npos; at += 2) ++count;
    return count;
  };
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string en = line.substr(0, tab), zh = line.substr(tab + 1);
    CHECK(holes(en) == holes(zh));
    CHECK(zh.find('\t') == std::string::npos);
    CHECK(english.insert(en).second);
    CHECK(std::any_of(zh.begin(), zh.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  }
  CHECK(english.size() > 300);
}
