#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/nice_class.hpp"

namespace marque {

/// What a note 注 of the goods table says. The kinds must not be merged: a cross-search is no similarity, and the
/// protection of one named item over other groups is neither.
enum class NoteKind : std::uint8_t {
  similar,         ///< 类似
  not_similar,     ///< 不类似, 不判为类似: an exception from what the group would say
  cross_search,    ///< 交叉检索
  protected_item,  ///< 跨类似群保护商品/服务
  moved,           ///< 移入: a group or items of it that an edition put into another group
};

std::string_view name_of(NoteKind kind) noexcept;

/// One side of a note. What is unset or empty stands for all of it.
struct NoteSide {
  std::optional<NiceClass> nice_class{};
  std::optional<SimilarGroup> group{};
  int section = 0;                   ///< 第（一）部分 is 1; 0: every section
  std::vector<std::string> items{};  ///< named items

  bool operator==(const NoteSide&) const = default;
};

/// One statement of a note.
struct GoodsNote {
  NoteKind kind = NoteKind::similar;
  NoteSide a, b;
  int up_to_edition = 0;  ///< `第十版及以前版本`: side b is meant as in editions up to this; 0: the present one
  bool apart = false;     ///< 各部分之间: any two different sections of the group (of side a)
  std::string text{};     ///< the clause, for people

  bool operator==(const GoodsNote&) const = default;
};

/// Reads a note of the goods table standing with a class, a group or a section of it (`home`). Clauses end at `；` or
/// `。` and are numbered or not; their kind is told by its words, the longest first, because 不类似 and 跨类似群 contain
/// 类似. A clause that is not understood, or says more than its sides (除…外, 自然段), is an Error (malformed) in `bad` with its
/// text: it is never read as another kind. Examples:
///
///     注：1.本类似群各部分之间商品不类似；2.肉与0105肉类似，与第十版及以前版本2902肉交叉检索。
///     跨类似群保护商品：羽绒服（2501，2502）
std::vector<GoodsNote> parse_goods_note(std::string_view text, const NoteSide& home, std::vector<Error>& bad);

}  // namespace marque
