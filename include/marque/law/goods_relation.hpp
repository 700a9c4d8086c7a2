#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/law/goods_table.hpp"
#include "marque/model/goods.hpp"

namespace marque {

/// How the goods of two marks relate under the goods table 区分表, closest first.
enum class GoodsRelation : std::uint8_t {
  same,                 ///< 同一种: the same name, or another name for the same thing
  similar,              ///< 类似: same similar group (and section)
  cross_search,         ///< 交叉检索: groups that the table says to search together, no claim of similarity
  protected_item,       ///< 跨类似群保护: one named item protected over listed groups
  same_class,           ///< same class, and one side names no group or item: must be looked at
  presumed_dissimilar,  ///< different groups or classes
  unknown,              ///< a side names no goods at all, or all it names are gone
};

std::string_view name_of(GoodsRelation relation) noexcept;
std::string_view chinese_of(GoodsRelation relation) noexcept;
std::string english_of(GoodsRelation relation);   ///< the name as words: `same class`

/// The closest relation between two lists, and the items that have it.
struct GoodsComparison {
  GoodsRelation relation = GoodsRelation::unknown;
  Bilingual a{}, b{};                   ///< the items compared, as they are named, or `class 25`, `第25类` where only the class is
  std::optional<SimilarGroup> group{};  ///< the shared group, where there is one
  bool certain = true;                  ///< false: an item was placed by search for the nearest one in the table
  std::string note{};                   ///< the note of the table that decided, in its words

  bool operator==(const GoodsComparison&) const = default;
};

/// Compares what two marks cover. Items are the same by code or by name, without regard to spaces, width and letter case, in
/// whatever class (an item may have moved between editions).
///
/// Without a table, from what the records say alone: similar by a shared group; cross_search and protected_item are never
/// given. With the user's table, items are placed in it first (GoodsTable::places_of): one group and, where the
/// group has them, one section is similar, notes of the table going before that; then cross-search, then protected items.
/// What the table does not hold is placed by the nearest item, the comparison says so, and two guesses never exclude each other:
/// presumed dissimilar within a class becomes same_class.
///
/// Symmetric in the relation; `a` and `b` are the first items that have it, in the order of `a`. Expected O(n + m)
/// without a table, O(n × m) with one.
/// Source: 类似商品和服务区分表; SPC civil interpretation Arts. 11–12 (the table is a reference only).
GoodsComparison compare_goods(const std::vector<ClassScope>& a, const std::vector<ClassScope>& b,
                              const GoodsTable& table = {});

}  // namespace marque
