#include "marque/law/goods_relation.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace marque;

namespace {

/// `25:服装/2501,鞋/2507;35` : classes with items, an item with its group or with `#` and its code.
std::vector<ClassScope> scope(std::string_view text) {
  std::vector<ClassScope> parts;
  const auto next = [](std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view piece = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return piece;
  };
  while (!text.empty()) {
    std::string_view part = next(text, ';');
    ClassScope covered{*NiceClass::parse(next(part, ':')), {}, {}};
    while (!part.empty()) {
      std::string_view item = next(part, ',');
      std::string_view coded = next(item, '/');
      GoodsItem goods;
      goods.name = next(coded, '#');
      goods.item_code = coded;
      if (!item.empty()) goods.group = *SimilarGroup::parse(item);
      covered.goods.push_back(goods);
    }
    parts.push_back(covered);
  }
  return parts;
}

/// Every pair looked at, closest relation kept.
GoodsRelation slow_relation(const std::vector<ClassScope>& a, const std::vector<ClassScope>& b) {
  GoodsRelation closest = GoodsRelation::unknown;
  const auto see = [&](GoodsRelation relation) { closest = std::min(closest, relation); };
  for (const ClassScope& x : a) {
    for (const ClassScope& y : b) {
      see(GoodsRelation::presumed_dissimilar);
      const bool one_class = x.nice_class == y.nice_class;
      if (one_class && (x.goods.empty() || y.goods.empty())) see(GoodsRelation::same_class);
      for (const GoodsItem& i : x.goods) {
        for (const GoodsItem& j : y.goods) {
          if (i.name == j.name) see(GoodsRelation::same);
          if (i.group && i.group == j.group) see(GoodsRelation::similar);
          if (one_class && (!i.group || !j.group)) see(GoodsRelation::same_class);
        }
      }
    }
  }
  return closest;
}

}  // namespace

TEST_CASE("Goods relate by name, by group, by class, in this order") {
  using enum GoodsRelation;
  const auto [a, b, relation, item_a, item_b, why] =
      GENERATE(table<std::string, std::string, GoodsRelation, std::string, std::string, std::string>({
          {"25:服装/2501", "25:服装/2501", same, "服装", "服装", "the same name"},
          {"25: 服 装", "25:服装/2501", same, " 服 装", "服装", "spaces do not count"},
          {"25:T恤衫", "25:t恤衫", same, "T恤衫", "t恤衫", "nor do width and case"},
          {"25:衣服#250045/2501", "25:服装#250045/2501", same, "衣服", "服装", "another name under the same code"},
          {"9:眼镜/0921", "10:眼镜", same, "眼镜", "眼镜", "moved to another class by a new edition"},
          {"25:鞋/2507,衬衫/2501", "25:裤子/2501", similar, "衬衫", "裤子", "a shared group"},
          {"25:服装", "25:裤子/2501", same_class, "服装", "裤子", "one side names no group"},
          {"25", "25:裤子/2501", same_class, "第25类", "裤子", "one side names no item"},
          {"25", "25", same_class, "第25类", "第25类", "neither names any"},
          {"25:鞋/2507,服装", "25:裤子/2501", same_class, "服装", "裤子", "the item without a group may be anything"},
          {"25:鞋/2507", "25:裤子/2501", presumed_dissimilar, "鞋", "裤子", "other groups of one class"},
          {"24:床单/2406", "25:裤子/2501", presumed_dissimilar, "床单", "裤子", "other classes"},
          {"24", "25", presumed_dissimilar, "第24类", "第25类", "other classes without items"},
          {"", "25:服装/2501", unknown, "", "", "a side without any class"},
          {"", "", unknown, "", "", "no classes at all"},
      }));
  CAPTURE(a, b, why);
  const GoodsComparison found = compare_goods(scope(a), scope(b));
  CHECK(name_of(found.relation) == name_of(relation));
  CHECK(found.a.zh == item_a);
  CHECK(found.b.zh == item_b);
  CHECK(compare_goods(scope(b), scope(a)).relation == relation);
}

TEST_CASE("A class that is compared by itself is named in either language, an item as it is written") {
  const GoodsComparison found = compare_goods(scope("25"), scope("25:裤子/2501"));
  CHECK(found.a.en == "class 25");
  CHECK(found.b.en == "裤子");
}

TEST_CASE("A shared group is told") {
  CHECK(compare_goods(scope("25:鞋/2507"), scope("25:靴/2507")).group == SimilarGroup::parse("2507").value());
  CHECK(compare_goods(scope("25:鞋"), scope("25:鞋/2507")).group == std::nullopt);
}

TEST_CASE("Items without a name are not the same for that") {
  CHECK(compare_goods(scope("25:/2501"), scope("25:/2507")).relation == GoodsRelation::presumed_dissimilar);
}

TEST_CASE("Any two lists relate as looking at every pair says, both ways round") {
  std::mt19937 random(20261122);
  const auto pick = [&](unsigned below) { return static_cast<int>(random() % below); };
  const auto some_scope = [&] {
    std::vector<ClassScope> parts;
    for (int classes = pick(4); classes > 0; --classes) {
      ClassScope part{*NiceClass::make(24 + pick(3)), {}, {}};
      for (int items = pick(4); items > 0; --items) {
        GoodsItem item;
        item.name = "item " + std::to_string(pick(40));
        if (pick(3) > 0) item.group = *SimilarGroup::parse(std::to_string(2401 + 100 * pick(3) + pick(9)));
        part.goods.push_back(item);
      }
      parts.push_back(part);
    }
    return parts;
  };
  std::array<int, 7> seen{};
  for (int round = 0; round < 20000; ++round) {
    const auto a = some_scope(), b = some_scope();
    const GoodsRelation relation = compare_goods(a, b).relation;
    REQUIRE(relation == slow_relation(a, b));
    REQUIRE(compare_goods(b, a).relation == relation);
    ++seen[static_cast<std::size_t>(relation)];
  }
  for (const GoodsRelation relation : {GoodsRelation::same, GoodsRelation::similar, GoodsRelation::same_class,
                                       GoodsRelation::presumed_dissimilar, GoodsRelation::unknown}) {
    CHECK(seen[static_cast<std::size_t>(relation)] > 100);
  }
}
