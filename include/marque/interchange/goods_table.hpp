#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/law/goods_table.hpp"

namespace marque {

/// An edition as read, and what was left out.
struct GoodsTableRead {
  GoodsEdition edition;
  std::vector<Error> bad;        ///< rows left out and notes not understood, each with its place; at most the first 1,000
  std::uint64_t bad_count = 0;
};

/// Reads the user's file of the table of similar goods and services 区分表, in any of three forms, told by their first
/// characters:
///
/// - JSON, a tree: classes (`code` of two digits) with groups (four) with items (six digits, or `C` and six) in `children`, each with
///   `code` and `name`; items may have `section`, classes and groups `notes` (a text or a list);
/// - JSON Lines: one row a line with `code`, `name`, `parentCode` and `type` (`class`, `group`, `item`), in any order, with the same
///   optional members, and rows of type `note` with `name` and `parentCode`;
/// - text, as the table is printed: `第二十五类 …` or `25 …`, `2501 衣物`, sections `（一）`, items followed by their codes
///   (`服装*250045，帽子250055`), `注：…` to the end of the notes.
///
/// Marks such as `*` and `※` are no part of a name; several names in one cell (`，`) are several names of one code. Group and class need
/// not agree with an item's code. The edition is `edition` where given, else found in the file's name (`ncl13-2026`,
/// `NCL11-2018`), else unknown (0-0). Untrusted: strict UTF-8, limits. A bad row costs itself alone; a file without any item
/// is malformed. A class, group or item twice is kept once. Error: malformed, invalid_text, limit_exceeded.
Result<GoodsTableRead> read_goods_table(std::string_view bytes, const std::string& name, std::optional<NiceEdition> edition = {},
                                        const DocumentLimits& limits = {});

}  // namespace marque
