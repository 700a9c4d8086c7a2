#include "marque/law/goods_table.hpp"

#include <catch2/catch.hpp>

#include "marque/law/goods_relation.hpp"
#include "support/table_file.hpp"

using namespace marque;

namespace {

SimilarGroup group(const std::string& code) { return *SimilarGroup::parse(code); }

/// Made up: no item of it is in any real table.
GoodsTable table() {
  GoodsEdition made;
  made.edition = {13, 2026};
  const auto item = [&](const char* name, const char* code, const char* in, int section = 0) {
    made.items.push_back({name, code, group(in), section});
  };
  item("甲衫", "250001", "2501", 1);
  item("甲裤", "250002", "2501", 1);
  item("乙靴", "250003", "2501", 2);
  item("乙鞋垫", "250004", "2501", 3);
  item("丙帽", "250005", "2508");
  item("圆帽", "250005", "2508");
  item("丁包", "180001", "1802");
  item("戊鞭", "180002", "1802");
  item("己伞", "180003", "1802");
  item("庚毯", "240001", "2406");
  item("庚布", "240002", "2406");
  item("壬油", "040001", "0407");
  std::vector<Error> bad;
  const auto notes = [&](const char* home, const char* text) {
    NoteSide side;
    side.group = group(home);
    side.nice_class = side.group->nice_class();
    for (GoodsNote& note : parse_goods_note(text, side, bad)) made.notes.push_back(std::move(note));
  };
  notes("2501", "1.本类似群各部分之间商品不类似；2.本类似群第（二）部分与第（三）部分类似；3.甲裤与1802丁包交叉检索；");
  notes("2508", "丙帽与1802丁包类似");
  notes("1802", "丁包与1802戊鞭不类似");
  notes("2406", "跨类似群保护商品：庚毯（2406，2501）");
  REQUIRE(bad.empty());
  return GoodsTable({made});
}

/// `25:甲衫/2501`
std::vector<ClassScope> scope(const std::string& text) {
  const std::size_t colon = text.find(':'), slash = text.find('/');
  ClassScope made{*NiceClass::parse(text.substr(0, colon)), {}, {}};
  if (colon != std::string::npos) {
    GoodsItem item;
    item.name = text.substr(colon + 1, slash == std::string::npos ? slash : slash - colon - 1);
    if (slash != std::string::npos) item.group = group(text.substr(slash + 1));
    made.goods.push_back(item);
  }
  return {made};
}

}  // namespace

TEST_CASE("with a table goods relate by its groups, sections and notes, alike in both directions") {
  const GoodsTable goods = table();
  for (const auto& row : test::rows_of("goods_relations.tsv")) {
    CAPTURE(row[0], row[1], row.back());
    const GoodsComparison found = compare_goods(scope(row[0]), scope(row[1]), goods);
    CHECK(std::string(name_of(found.relation)) + (found.certain || found.relation == GoodsRelation::same_class ? "" : "?") == row[2]);
    CHECK(compare_goods(scope(row[1]), scope(row[0]), goods).relation == found.relation);
  }
}

TEST_CASE("the note that decided is told") {
  CHECK(compare_goods(scope("25:甲裤"), scope("18:丁包"), table()).note == "甲裤与1802丁包交叉检索");
  CHECK(compare_goods(scope("25:甲衫"), scope("25:甲裤"), table()).note.empty());
}

TEST_CASE("a text is found by its pairs of characters, and only an item's own name is certain") {
  const GoodsTable goods = table();
  const auto own = goods.find("甲裤", {}, 3);
  REQUIRE_FALSE(own.empty());
  CHECK(own.front().item.code == "250002");
  CHECK(own.front().score == 1);
  const auto near = goods.find("新式甲裤", *NiceClass::make(25), 3);
  REQUIRE_FALSE(near.empty());
  CHECK(near.front().item.name == "甲裤");
  CHECK(near.front().score < 1);
  CHECK(goods.find("天外物", {}, 3).empty());
  CHECK(GoodsTable().find("甲裤", {}, 3).empty());
}

TEST_CASE("the newest edition decides, an older one is asked for what it lacks") {
  GoodsEdition old{{10, 2016}, {}, {}, {{"旧物", "250009", group("2501"), 0}, {"丙帽", "250005", group("2501"), 0}}, {}};
  GoodsEdition present{{13, 2026}, {}, {}, {{"丙帽", "250005", group("2508"), 0}}, {}};
  const GoodsTable goods({old, present});
  CHECK(goods.editions().front() == NiceEdition{13, 2026});
  CHECK(goods.places_of({"丙帽", {}, {}}, *NiceClass::make(25)).front().group == group("2508"));
  CHECK(goods.places_of({"旧物", {}, {}}, *NiceClass::make(25)).front().group == group("2501"));
}

TEST_CASE("classes that a note links, or that hold an item of one name, are searched along") {
  const GoodsTable goods = table();
  CHECK(goods.classes_to_search(scope("25:甲裤")).classes() == std::vector{*NiceClass::make(18), *NiceClass::make(24), *NiceClass::make(25)});
  CHECK(goods.classes_to_search(scope("9")).size() == 1);
  CHECK(goods.classes_to_search(scope("9:丁包")).contains(*NiceClass::make(18)));
  CHECK(GoodsTable().classes_to_search(scope("25:甲裤")).size() == 1);
}

TEST_CASE("every class has a short title of our own in both languages") {
  for (int number = 1; number <= 45; ++number) {
    CAPTURE(number);
    CHECK_FALSE(title_of(*NiceClass::make(number)).zh.empty());
    CHECK_FALSE(title_of(*NiceClass::make(number)).en.empty());
  }
}

TEST_CASE("groups have short titles, and a group that is none has no title") {
  CHECK(title_of(group("2501")).zh == "服装");
  CHECK(title_of(group("2501")).en == "Clothing");
  CHECK(title_of(group("2599")).zh.empty());
}

TEST_CASE("a group that an edition moved is followed") {
  CHECK(moved_to(group("0117")) == group("0407"));
  CHECK(moved_to(group("2501")) == group("2501"));
  CHECK(moved_to(group("0921")) == group("1011"));
  CHECK(moved_to(group("0921"), 12) == group("0921"));
  CHECK(title_of(group("1011")).zh == "眼镜");
}

TEST_CASE("the edition that governs is that of the filing's day, and its moves are those made by then") {
  GoodsEdition older, newer;
  older.edition = {12, 2025};
  older.items = {{"甲镜", "090001", group("0921"), 0}};
  newer.edition = {13, 2026};
  newer.items = {{"甲镜", "100001", group("1011"), 0}, {"乙架", "100002", group("1011"), 0}};
  const GoodsTable both({older, newer});
  const auto [filed, governing, place] = GENERATE(table<std::string, std::string, std::string>({
      {"2025-12-31", "12-2025", "0921"},
      {"2026-01-01", "13-2026", "1011"},
      {"2030-01-01", "13-2026", "1011"},
      {"2019-01-01", "12-2025", "0921"},  // all are later: the oldest
  }));
  CAPTURE(filed);
  const GoodsTable on = both.on(*Date::parse(filed));
  CHECK(on.governing()->to_string() == governing);
  GoodsItem glasses;
  glasses.name = "甲镜";
  glasses.group = group("0921");
  const auto places = on.places_of(glasses, *NiceClass::make(9));
  REQUIRE(places.size() == 1);
  CHECK(places.front().group == group(place));
  CHECK(both.governing()->to_string() == "13-2026");
}
