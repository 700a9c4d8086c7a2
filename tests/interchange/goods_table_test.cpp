#include "marque/interchange/goods_table.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

/// Made up, one table in three forms.
constexpr const char* tree = R"([{"code":"25","name":"自拟类","children":[
  {"code":"2501","name":"甲组","notes":"注：1.本类似群各部分之间商品不类似；2.甲物与2502丙物类似；","children":[
    {"code":"250001","name":"甲物*","section":1},{"code":"C250001","name":"甲料","section":1},{"code":"250003","name":"乙物","section":2}]},
  {"code":"2502","name":"乙组","children":[{"code":"250004","name":"丙物"}]}]}])";

constexpr const char* lines = R"({"code":"25","name":"自拟类","type":"class","parentCode":null}
{"code":"250001","name":"甲物*","type":"item","parentCode":"2501","section":1}
{"code":"C250001","name":"甲料","type":"item","parentCode":"2501","section":1}
{"code":"250003","name":"乙物","type":"item","parentCode":"2501","section":2}
{"code":"250004","name":"丙物","type":"item","parentCode":"2502"}
{"code":"2501","name":"甲组","type":"group","parentCode":"25"}
{"code":"2502","name":"乙组","type":"group","parentCode":"25"}
{"type":"note","parentCode":"2501","name":"注：1.本类似群各部分之间商品不类似；2.甲物与2502丙物类似；"}
)";

constexpr const char* printed = "第二十五类 自拟类\r\n2501 甲组\r\n（一）甲物*250001，\r\n※甲料C250001\r\n（二）乙物250003\r\n"
                                "注：1.本类似群各部分之间商品不类似；\r\n2.甲物与2502丙物类似；\r\n2502 乙组\r\n丙物250004\r\n";

}  // namespace

TEST_CASE("the three forms of one table read alike") {
  const auto form = GENERATE(as<std::string>{}, tree, lines, printed);
  CAPTURE(form);
  const auto read = read_goods_table(form, "tables/ncl13-2026.json");
  REQUIRE(read);
  CHECK(read->bad.empty());
  const GoodsEdition& made = read->edition;
  CHECK(made.edition == NiceEdition{13, 2026});
  CHECK(made.headings.at(*NiceClass::make(25)) == "自拟类");
  CHECK(made.groups.size() == 2);
  auto items = made.items;
  std::sort(items.begin(), items.end(), [](const TableItem& a, const TableItem& b) { return a.code < b.code; });
  REQUIRE(items.size() == 4);
  CHECK(items[0] == TableItem{"甲物", "250001", *SimilarGroup::parse("2501"), 1});
  CHECK(items[1] == TableItem{"乙物", "250003", *SimilarGroup::parse("2501"), 2});
  CHECK(items[2] == TableItem{"丙物", "250004", *SimilarGroup::parse("2502"), 0});
  CHECK(items[3] == TableItem{"甲料", "C250001", *SimilarGroup::parse("2501"), 1});
  REQUIRE(made.notes.size() == 2);
  CHECK(made.notes[0].apart);
  CHECK(made.notes[1].kind == NoteKind::similar);
}

TEST_CASE("several names of one code are several items, and a name twice is one") {
  const auto read = read_goods_table("{\"code\":\"250001\",\"name\":\"甲物，甲件（大的，小的）\",\"parentCode\":\"2501\"}\n"
                                     "{\"code\":\"250001\",\"name\":\"甲物\",\"parentCode\":\"2501\"}\n"
                                     "{\"code\":\"250001\",\"name\":\"甲物\",\"parentCode\":\"2502\"}\n", "t");
  REQUIRE(read);
  REQUIRE(read->edition.items.size() == 3);
  CHECK(read->edition.items[1].name == "甲件（大的，小的）");
  CHECK(read->edition.edition == NiceEdition{});
}

TEST_CASE("a bad row costs itself alone and is told with its place") {
  const auto [row, code, field] = GENERATE(table<std::string, ErrorCode, std::string>({
      {R"({"code":"2500011","name":"甲","parentCode":"2501"})", ErrorCode::invalid_identifier, "code"},
      {R"({"code":"250001","name":"","parentCode":"2501"})", ErrorCode::missing_field, "name"},
      {R"({"code":"250001","name":"甲","parentCode":"9901"})", ErrorCode::invalid_class, "parentCode"},
      {R"({"code":"46","name":"甲"})", ErrorCode::invalid_class, "code"},
      {R"({"type":"note","name":"见附录","parentCode":"2501"})", ErrorCode::malformed, "notes"},
      {R"({"type":"note","name":"与2502类似","parentCode":""})", ErrorCode::invalid_identifier, "parentCode"},
      {R"({"code":)", ErrorCode::malformed, ""},
  }));
  CAPTURE(row);
  const auto read = read_goods_table("{\"code\":\"250009\",\"name\":\"好物\",\"parentCode\":\"2501\"}\n" + row + "\n", "t.jsonl");
  REQUIRE(read);
  CHECK(read->edition.items.size() == 1);
  REQUIRE(read->bad_count == 1);
  CHECK(read->bad[0].code == code);
  CHECK(read->bad[0].where.file == "t.jsonl");
  CHECK(read->bad[0].where.record == 2);
  CHECK(read->bad[0].where.field == field);
}

TEST_CASE("what holds no table is refused") {
  const auto [bytes, code] = GENERATE(table<std::string, ErrorCode>({
      {"", ErrorCode::malformed},
      {"[]", ErrorCode::malformed},
      {"[{\"code\":", ErrorCode::malformed},
      {"只是文字", ErrorCode::malformed},
      {"\xff\xfe", ErrorCode::invalid_text},
  }));
  CAPTURE(bytes);
  const auto read = read_goods_table(bytes, "t");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == code);
  CHECK(read.error().where.file == "t");
}

TEST_CASE("the edition is found in the file's name, or given") {
  const auto [name, edition] = GENERATE(table<std::string, NiceEdition>({{"ncl13-2026.jsonl", {13, 2026}},
                                                                         {"/data/NCL11-2018-all.json", {11, 2018}},
                                                                         {"ncl9-2011.txt", {9, 2011}},
                                                                         {"table.json", {0, 0}},
                                                                         {"2018-05-01.json", {0, 0}}}));
  CAPTURE(name);
  CHECK(read_goods_table(printed, name)->edition.edition == edition);
  CHECK(read_goods_table(printed, name, NiceEdition{12, 2025})->edition.edition == NiceEdition{12, 2025});
}
