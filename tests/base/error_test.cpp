#include "marque/base/error.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "marque/base/result.hpp"

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
  CHECK(to_string(error, Language::zh) == "register.csv: 记录 12: 申请日期: 日期不存在,或先后不可能: no such day \"2024-02-31\" 字节 7 (invalid_date)");
  CHECK(to_string(error, Language::en) == to_string(error));
}
