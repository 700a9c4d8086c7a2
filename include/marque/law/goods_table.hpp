#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/law/goods_note.hpp"
#include "marque/model/date.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/nice_class.hpp"

namespace marque {

/// An item of the goods table. One code may have several names, and stand in several groups.
struct TableItem {
  std::string name;
  std::string code{};  ///< `250045`, or `C250001` for what only the Chinese table has; its digits need not be the group's
  SimilarGroup group;
  int section = 0;  ///< 1 for （一）; 0 where the group has none, or the source does not tell

  bool operator==(const TableItem&) const = default;
};

/// One edition of the table of similar goods and services 类似商品和服务区分表, as the user's file gives it. Its text is
/// CNIPA's (and, of the Nice items, WIPO's): marque reads it and ships none of it.
struct GoodsEdition {
  NiceEdition edition{};  ///< 0-0: the file does not tell
  std::map<NiceClass, std::string> headings{};
  std::map<SimilarGroup, std::string> groups{};
  std::vector<TableItem> items{};
  std::vector<GoodsNote> notes{};
};

/// An item found for a text that is none itself.
struct GoodsMatch {
  TableItem item;
  float score = 0;  ///< in [0,1]: 1 is the item's own name; below that, how near its words are
};

/// Where the table puts goods of a record.
struct GoodsPlace {
  SimilarGroup group;
  int section = 0;
  std::string code{};
  std::string item{};      ///< the item's name in the table; empty where only the group is known
  bool certain = true;     ///< false: found by search, for a text that is no item

  bool operator==(const GoodsPlace&) const = default;
};

/// The goods tables a user loaded. One edition governs, the newest unless on() says otherwise; editions older than it say what older
/// records meant. A value: copies share what was read; any number of threads may look up. Empty by default: no table.
class GoodsTable {
 public:
  GoodsTable() = default;
  explicit GoodsTable(std::vector<GoodsEdition> editions);

  bool empty() const noexcept { return contents_ == nullptr; }
  std::vector<NiceEdition> editions() const;   ///< newest first

  /// The same tables, governed by the edition that applications of that day fall under: the newest whose year has begun (an edition
  /// governs what is filed from 1 January of its year). Where all are later, the oldest; one that does not tell its year is taken
  /// to have been there always.
  GoodsTable on(Date filed) const;
  std::optional<NiceEdition> governing() const;
  std::size_t size() const noexcept;   ///< items of all editions

  /// Whether the governing edition names it so in that class; spaces, width and case do not count.
  bool has_item(std::string_view name, NiceClass in_class) const;

  /// Where goods of a record belong in the governing edition: by name, else by code; a group of the record that editions up to
  /// that one moved is followed (0117 → 0407). Last, by search for the nearest item of the class, marked uncertain.
  /// Empty where nothing comes near.
  std::vector<GoodsPlace> places_of(const GoodsItem& item, NiceClass in_class) const;

  /// The items nearest to a text, best first, at most `top`: seven tenths are the share of common pairs of neighbouring characters
  /// (Dice), three tenths whether both end in the same two characters, because those say what the goods are: 小山羊皮 is a skin and no
  /// goat. Brackets at the end do not count. Of the governing edition. O(items that share a pair).
  std::vector<GoodsMatch> find(std::string_view text, std::optional<NiceClass> in_class, std::size_t top) const;

  /// Statements of the governing edition with this group on either side.
  std::vector<const GoodsNote*> notes_of(SimilarGroup group) const;

  bool has_sections(SimilarGroup group) const;

  /// The classes of a scope, with those that its goods may relate to: that a note of one of its classes names, or in which any edition has
  /// an item of the same name. Without a table, its own.
  ClassSet classes_to_search(const std::vector<ClassScope>& scope) const;

 private:
  struct Contents;
  std::shared_ptr<const Contents> contents_;
  std::size_t governing_ = 0;   ///< place among the editions
};

/// A class in few words of our own, not its heading: 服装鞋帽, clothing.
Bilingual title_of(NiceClass nice_class);

/// A group in few words of our own, in Chinese: 2501 is 服装; in English, its class's title. Empty for a group that neither the edition
/// NCL 11-2018 nor 13-2026 has.
Bilingual title_of(SimilarGroup group);

/// The group a group's goods were moved to by an edition up to `edition` (its number, 13 of 13-2026; the newest by default), from
/// lib/law/data/group_moves.tsv; itself where none.
SimilarGroup moved_to(SimilarGroup group, int edition = 99);

}  // namespace marque
