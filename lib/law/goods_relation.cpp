#include "marque/law/goods_relation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "law/ended.hpp"
#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<GoodsRelation>, 7> names{{
    {GoodsRelation::same, "same", "同一种"},
    {GoodsRelation::similar, "similar", "类似"},
    {GoodsRelation::cross_search, "cross_search", "交叉检索"},
    {GoodsRelation::protected_item, "protected_item", "跨类似群保护"},
    {GoodsRelation::same_class, "same_class", "同类待查"},
    {GoodsRelation::presumed_dissimilar, "presumed_dissimilar", "推定不类似"},
    {GoodsRelation::unknown, "unknown", "不明"},
}};
static_assert(in_order(names));

/// One item, or a class that names none.
struct Covered {
  NiceClass nice_class;
  const GoodsItem* item;

  std::string label() const { return item != nullptr ? item->name : "第" + nice_class.to_string() + "类"; }
  bool has_group() const { return item != nullptr && item->group.has_value(); }
};

std::vector<Covered> covered_by(const std::vector<ClassScope>& scope) {
  std::vector<Covered> all;
  for (const ClassScope& part : scope) {
    if (part.goods.empty()) all.push_back({part.nice_class, nullptr});
    for (const GoodsItem& item : part.goods)
      if (!item.status || !is_gone(*item.status)) all.push_back({part.nice_class, &item});
  }
  return all;
}

GoodsComparison comparison(GoodsRelation relation, const Covered& a, const Covered& b) {
  return {relation, a.label(), b.label(), {}};
}

/// The items of one side by name and by code; the first of each holds the place.
class ItemIndex {
 public:
  explicit ItemIndex(const std::vector<Covered>& covered) {
    for (const Covered& one : covered) {
      if (one.item == nullptr) continue;
      if (!one.item->name.empty()) by_name_.emplace(wording_key(one.item->name), one.item);
      if (!one.item->item_code.empty()) by_code_.emplace(wording_key(one.item->item_code), one.item);
    }
  }

  const GoodsItem* same_as(const GoodsItem& item) const {
    if (const auto found = by_name_.find(wording_key(item.name)); found != by_name_.end()) return found->second;
    const auto found = by_code_.find(wording_key(item.item_code));
    return found != by_code_.end() ? found->second : nullptr;
  }

 private:
  std::unordered_map<std::string, const GoodsItem*> by_name_, by_code_;
};

std::optional<GoodsComparison> same_item(const std::vector<Covered>& a, const std::vector<Covered>& b) {
  const ItemIndex index(b);
  for (const Covered& one : a) {
    const GoodsItem* other = one.item != nullptr ? index.same_as(*one.item) : nullptr;
    if (other == nullptr) continue;
    const bool one_group = one.item->group == other->group;
    return GoodsComparison{GoodsRelation::same, one.item->name, other->name, one_group ? other->group : std::nullopt};
  }
  return {};
}

std::optional<GoodsComparison> shared_group(const std::vector<Covered>& a, const std::vector<Covered>& b) {
  std::map<SimilarGroup, const Covered*> by_group;
  for (const Covered& other : b) {
    if (other.has_group()) by_group.emplace(*other.item->group, &other);
  }
  for (const Covered& one : a) {
    if (!one.has_group()) continue;
    const auto found = by_group.find(*one.item->group);
    if (found == by_group.end()) continue;
    GoodsComparison similar = comparison(GoodsRelation::similar, one, *found->second);
    similar.group = one.item->group;
    return similar;
  }
  return {};
}

/// The items of each class that stand for it: the first, and the first that names no group.
struct ClassWitness {
  const Covered* first = nullptr;
  const Covered* ungrouped = nullptr;
};

std::map<NiceClass, ClassWitness> witnesses(const std::vector<Covered>& covered) {
  std::map<NiceClass, ClassWitness> by_class;
  for (const Covered& one : covered) {
    ClassWitness& witness = by_class[one.nice_class];
    if (witness.first == nullptr) witness.first = &one;
    if (witness.ungrouped == nullptr && !one.has_group()) witness.ungrouped = &one;
  }
  return by_class;
}

std::optional<GoodsComparison> open_class(const std::vector<Covered>& a, const std::vector<Covered>& b) {
  const auto of_b = witnesses(b);
  for (const auto& [nice_class, one] : witnesses(a)) {
    const auto other = of_b.find(nice_class);
    if (other == of_b.end() || (one.ungrouped == nullptr && other->second.ungrouped == nullptr)) continue;
    const Covered* from_a = one.ungrouped != nullptr ? one.ungrouped : one.first;
    const Covered* from_b = other->second.ungrouped != nullptr ? other->second.ungrouped : other->second.first;
    return comparison(GoodsRelation::same_class, *from_a, *from_b);
  }
  return {};
}

}  // namespace

std::string_view name_of(GoodsRelation relation) noexcept { return names[static_cast<std::size_t>(relation)].english; }

std::string_view chinese_of(GoodsRelation relation) noexcept {
  return names[static_cast<std::size_t>(relation)].chinese;
}

std::string english_of(GoodsRelation relation) {
  std::string term(name_of(relation));
  std::replace(term.begin(), term.end(), '_', ' ');
  return term;
}

GoodsComparison compare_goods(const std::vector<ClassScope>& a, const std::vector<ClassScope>& b) {
  if (a.empty() || b.empty()) return {};
  const std::vector<Covered> of_a = covered_by(a), of_b = covered_by(b);
  if (auto same = same_item(of_a, of_b)) return *same;
  if (auto similar = shared_group(of_a, of_b)) return *similar;
  if (auto open = open_class(of_a, of_b)) return *open;
  return comparison(GoodsRelation::presumed_dissimilar, of_a.front(), of_b.front());
}

}  // namespace marque
