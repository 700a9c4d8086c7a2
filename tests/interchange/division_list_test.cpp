#include "marque/interchange/division_list.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

Division division(const char* code, const char* name, PlaceLevel level, int from = 0, int to = 0, std::vector<const char*> successors = {}) {
  Division made{*AreaCode::parse(code), name, level, from, to, {}};
  for (const char* successor : successors) made.successors.push_back(*AreaCode::parse(successor));
  return made;
}

}  // namespace

TEST_CASE("a list with years and what followed is read, with its byte order mark") {
  const auto read = read_division_list(
      "\xEF\xBB\xBF代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\r\n"
      "320000,江苏省,,江苏省,省级,在用,1981,,\r\n"
      "320684,江苏省,南通市,海门市,县级,弃用,1994,2020,320614\r\n"
      "130103,河北省,石家庄市,桥东区,县级,弃用,1983,2014,130102;130104\r\n"
      "130123,河北省,石家庄市,正定县,县级,在用,1986,,130102[2001];130108[2001]\r\n",
      "list.csv");
  REQUIRE(read);
  CHECK(read->bad_count == 0);
  CHECK(read->divisions == std::vector{division("320000", "江苏省", PlaceLevel::province, 1981),
                                       division("320684", "海门市", PlaceLevel::county, 1994, 2020, {"320614"}),
                                       division("130103", "桥东区", PlaceLevel::county, 1983, 2014, {"130102", "130104"}),
                                       division("130123", "正定县", PlaceLevel::county, 1986)});
}

TEST_CASE("flat lists of today's codes are read, of two, four and six digits; streets are counted") {
  const auto read = read_division_list("code,name,cityCode\n11,\"北京市\",\n1101,\"市辖区\",\n110101,\"东城区\",1101\n110101001,\"东华门街道\",1101\n", "areas.csv");
  REQUIRE(read);
  CHECK(read->divisions == std::vector{division("110000", "北京市", PlaceLevel::province), division("110100", "市辖区", PlaceLevel::prefecture),
                                       division("110101", "东城区", PlaceLevel::county)});
  CHECK(read->below_county == 1);
}

TEST_CASE("a bad row costs itself, with place, field and code") {
  const auto read = read_division_list("code,name,from,to,successors\n320614,海门区,2020,,\n32061,甲,,,\n320615,,,,\n320616,乙,x,,\n320617,丙,2020,2010,\n320618,丁,,,12\"\n320619,戊,,,1\n", "a.csv");
  REQUIRE(read);
  CHECK(read->divisions.size() == 1);
  REQUIRE(read->bad_count == 6);
  const std::vector<std::pair<ErrorCode, std::string>> wanted = {{ErrorCode::invalid_identifier, "code"}, {ErrorCode::missing_field, "name"}, {ErrorCode::invalid_date, "from"},
                                                                 {ErrorCode::invalid_date, "to"},         {ErrorCode::invalid_identifier, "successors"}, {ErrorCode::invalid_identifier, "successors"}};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CAPTURE(i);
    CHECK(read->bad[i].code == wanted[i].first);
    CHECK(read->bad[i].where.field == wanted[i].second);
    CHECK(read->bad[i].where.record == i + 2);
  }
}

TEST_CASE("what is no list of divisions is refused") {
  const auto [bytes, code] = GENERATE(table<std::string, ErrorCode>({{"", ErrorCode::malformed},
                                                                     {"number,mark\n1,a\n", ErrorCode::malformed},
                                                                     {"code,name\n", ErrorCode::malformed},
                                                                     {"code,name\nx,y\n", ErrorCode::malformed}}));
  CHECK(read_division_list(bytes, "a.csv").error().code == code);
  DocumentLimits limits;
  limits.stream_bytes = 10;
  CHECK(limit_in(read_division_list("code,name\n11,x\n", "a.csv", limits).error()) == "stream_bytes");
}
