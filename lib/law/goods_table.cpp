#include "marque/law/goods_table.hpp"

#include <algorithm>
#include <mutex>
#include <set>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/table_text.hpp"
#include "model/spelling.hpp"

MARQUE_EMBEDDED(marque_class_titles)
MARQUE_EMBEDDED(marque_group_moves)
MARQUE_EMBEDDED(marque_group_titles)

namespace marque {
namespace {

constexpr float near_enough = 0.6f;   // a text that shares fewer pairs with an item is not placed by it
constexpr std::size_t head_length = 2;      // the last characters say what goods are: 小山羊皮 is a skin, no goat
constexpr float head_share = 0.3f;          // so that without them six sevenths of all pairs must be shared
constexpr float most_for_a_guess = 0.99f;   // 1 is the item's own name
constexpr std::size_t places_kept = 3;      // nearest items that place a text
constexpr std::size_t cached_searches = 20'000;

using Pair = std::uint64_t;

/// Pairs of neighbouring characters, each with its weight: the last two characters name the goods and weigh double.
std::vector<std::pair<Pair, int>> pairs_of(std::u32string_view text) {
  std::vector<std::pair<Pair, int>> pairs;
  if (text.size() == 1) pairs.emplace_back(text.front(), 2);
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    pairs.emplace_back((Pair{text[i]} << 32) | text[i + 1], i + 2 == text.size() ? 2 : 1);
  return pairs;
}

int weight_of(const std::vector<std::pair<Pair, int>>& pairs) {
  int weight = 0;
  for (const auto& [pair, w] : pairs) weight += w;
  return weight;
}

/// The name without what stands in brackets at its end: 鲤鱼（活的）is found for 鲤鱼.
std::u32string core_of(std::u32string text) {
  const std::size_t open = text.find_first_of(U"（(");
  if (open != std::u32string::npos && open > 0) text.resize(open);
  return text;
}

}  // namespace

struct GoodsTable::Contents {
  struct Indexed {
    GoodsEdition edition;
    std::unordered_multimap<std::string, std::uint32_t> by_name, by_code;
    std::unordered_map<Pair, std::vector<std::uint32_t>> by_pair;
    std::vector<int> weights;
    std::set<SimilarGroup> groups, sectioned;
    std::multimap<SimilarGroup, const GoodsNote*> notes;
  };
  std::vector<Indexed> editions;  // newest first

  mutable std::mutex mutex;
  mutable std::unordered_map<std::string, std::vector<GoodsMatch>> searches;

  explicit Contents(std::vector<GoodsEdition> given) {
    std::stable_sort(given.begin(), given.end(),
                     [](const GoodsEdition& a, const GoodsEdition& b) { return a.edition > b.edition; });
    editions.reserve(given.size());
    for (GoodsEdition& edition : given) {
      editions.push_back({std::move(edition), {}, {}, {}, {}, {}, {}, {}});
      index(editions.back());
    }
  }

  static void index(Indexed& made) {
    const auto& items = made.edition.items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      made.by_name.emplace(wording_key(items[i].name), i);
      if (!items[i].code.empty()) made.by_code.emplace(wording_key(items[i].code), i);
      made.groups.insert(items[i].group);
      if (items[i].section != 0) made.sectioned.insert(items[i].group);
      const auto pairs = pairs_of(core_of(points_of(wording_key(items[i].name))));
      made.weights.push_back(weight_of(pairs));
      for (const auto& [pair, weight] : pairs) {
        auto& holders = made.by_pair[pair];
        if (holders.empty() || holders.back() != i) holders.push_back(i);
      }
    }
    for (const auto& [group, title] : made.edition.groups) made.groups.insert(group);
    for (const GoodsNote& note : made.edition.notes) {
      std::set<SimilarGroup> sides;
      if (note.a.group) sides.insert(*note.a.group);
      if (note.b.group) sides.insert(*note.b.group);
      for (const SimilarGroup side : sides) made.notes.emplace(side, &note);
      if (!note.a.group || !note.b.group) {  // a class: kept with each of its groups
        const auto nice_class = !note.a.group ? note.a.nice_class : note.b.nice_class;
        for (const SimilarGroup group : made.groups)
          if (nice_class && group.nice_class() == *nice_class && !sides.contains(group)) made.notes.emplace(group, &note);
      }
    }
  }

  std::vector<const TableItem*> items(const std::unordered_multimap<std::string, std::uint32_t>& by,
                                      const Indexed& edition, const std::string& key) const {
    std::vector<const TableItem*> found;
    const auto [first, last] = by.equal_range(key);
    for (auto i = first; i != last; ++i) found.push_back(&edition.edition.items[i->second]);
    std::sort(found.begin(), found.end());
    return found;
  }

  /// A group of any edition as the governing one knows it.
  SimilarGroup known_as(SimilarGroup group, std::size_t governing) const {
    for (std::size_t i = governing; i < editions.size(); ++i)
      for (const GoodsNote& note : editions[i].edition.notes)
        if (note.kind == NoteKind::moved && note.a.group == group && note.a.items.empty() && note.b.group) return *note.b.group;
    if (editions[governing].groups.contains(group)) return group;
    const int edition = editions[governing].edition.edition.edition;
    return edition == 0 ? moved_to(group) : moved_to(group, edition);
  }
};

GoodsTable::GoodsTable(std::vector<GoodsEdition> editions) {
  if (!editions.empty()) contents_ = std::make_shared<const Contents>(std::move(editions));
}

std::vector<NiceEdition> GoodsTable::editions() const {
  std::vector<NiceEdition> all;
  if (contents_)
    for (const auto& edition : contents_->editions) all.push_back(edition.edition.edition);
  return all;
}

GoodsTable GoodsTable::on(Date filed) const {
  GoodsTable governed = *this;
  if (!contents_) return governed;
  const auto& editions = contents_->editions;
  const auto found = std::find_if(editions.begin(), editions.end(),
                                  [&](const auto& known) { return known.edition.edition.year <= filed.year(); });
  governed.governing_ = found == editions.end() ? editions.size() - 1 : static_cast<std::size_t>(found - editions.begin());
  return governed;
}

std::optional<NiceEdition> GoodsTable::governing() const {
  return contents_ ? std::optional(contents_->editions[governing_].edition.edition) : std::nullopt;
}

std::size_t GoodsTable::size() const noexcept {
  std::size_t items = 0;
  if (contents_)
    for (const auto& edition : contents_->editions) items += edition.edition.items.size();
  return items;
}

bool GoodsTable::has_item(std::string_view name, NiceClass in_class) const {
  if (!contents_) return false;
  const auto& governing = contents_->editions[governing_];
  for (const TableItem* item : contents_->items(governing.by_name, governing, wording_key(name)))
    if (item->group.nice_class() == in_class) return true;
  return false;
}

std::vector<GoodsPlace> GoodsTable::places_of(const GoodsItem& item, NiceClass in_class) const {
  std::vector<GoodsPlace> places;
  if (!contents_) return places;
  const auto add = [&](GoodsPlace place) {
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
  };
  const auto add_items = [&](const std::vector<const TableItem*>& found, bool in_class_only) {
    for (const TableItem* one : found) {
      const SimilarGroup group = contents_->known_as(one->group, governing_);
      if (in_class_only && one->group.nice_class() != in_class && group.nice_class() != in_class) continue;
      if (item.group && contents_->known_as(*item.group, governing_) != group) continue;  // the record's own group decides
      add({group, group == one->group ? one->section : 0, one->code, one->name, true});
    }
  };
  for (std::size_t i = governing_; i < contents_->editions.size(); ++i) {
    const auto& edition = contents_->editions[i];
    add_items(contents_->items(edition.by_name, edition, wording_key(item.name)), true);
    if (places.empty() && !item.item_code.empty())
      add_items(contents_->items(edition.by_code, edition, wording_key(item.item_code)), false);
    if (!places.empty()) return places;
  }
  if (item.group) return {{contents_->known_as(*item.group, governing_), 0, item.item_code, {}, true}};
  if (item.name.empty()) return places;
  for (const GoodsMatch& match : find(item.name, in_class, places_kept))
    if (match.score >= near_enough)
      add({contents_->known_as(match.item.group, governing_), match.item.section, match.item.code, match.item.name, false});
  return places;
}

std::vector<GoodsMatch> GoodsTable::find(std::string_view text, std::optional<NiceClass> in_class, std::size_t top) const {
  if (!contents_) return {};
  const std::string key = wording_key(text);
  const std::string asked = std::to_string(governing_) + ":" + (in_class ? in_class->to_string() : "*") + ":" + std::to_string(top) + ":" + key;
  {
    const std::lock_guard lock(contents_->mutex);
    if (const auto known = contents_->searches.find(asked); known != contents_->searches.end()) return known->second;
  }
  const auto& governing = contents_->editions[governing_];
  const std::u32string core = core_of(points_of(key));
  const auto pairs = pairs_of(core);
  const int weight = weight_of(pairs);
  const std::u32string head = core.size() > head_length ? core.substr(core.size() - head_length) : core;
  std::unordered_map<std::uint32_t, int> shared;
  for (const auto& [pair, w] : pairs)
    if (const auto holders = governing.by_pair.find(pair); holders != governing.by_pair.end())
      for (const std::uint32_t i : holders->second) shared[i] += w;
  std::vector<GoodsMatch> matches;
  for (const auto& [i, common] : shared) {
    const TableItem& item = governing.edition.items[i];
    if (in_class && item.group.nice_class() != *in_class) continue;
    const bool own_name = wording_key(item.name) == key;
    const float dice = std::min(1.0f, 2.0f * static_cast<float>(common) / static_cast<float>(weight + governing.weights[i]));
    const bool one_head = core_of(points_of(wording_key(item.name))).ends_with(head);
    const float score = (1 - head_share) * dice + (one_head ? head_share : 0);
    matches.push_back({item, own_name ? 1.0f : std::min(score, most_for_a_guess)});
  }
  std::sort(matches.begin(), matches.end(), [](const GoodsMatch& a, const GoodsMatch& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.item.name.size() != b.item.name.size()) return a.item.name.size() < b.item.name.size();
    return std::tie(a.item.group, a.item.name) < std::tie(b.item.group, b.item.name);
  });
  if (matches.size() > top) matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(top), matches.end());
  const std::lock_guard lock(contents_->mutex);
  if (contents_->searches.size() < cached_searches) contents_->searches.emplace(asked, matches);
  return matches;
}

std::vector<const GoodsNote*> GoodsTable::notes_of(SimilarGroup group) const {
  std::vector<const GoodsNote*> notes;
  if (!contents_) return notes;
  const auto [first, last] = contents_->editions[governing_].notes.equal_range(group);
  for (auto i = first; i != last; ++i) notes.push_back(i->second);
  return notes;
}

bool GoodsTable::has_sections(SimilarGroup group) const {
  return contents_ && contents_->editions[governing_].sectioned.contains(group);
}

ClassSet GoodsTable::classes_to_search(const std::vector<ClassScope>& scope) const {
  const ClassSet own = classes_of(scope);
  if (!contents_) return own;
  ClassSet all = own;
  const auto class_of = [](const NoteSide& side) { return side.group ? std::optional(side.group->nice_class()) : side.nice_class; };
  for (const GoodsNote& note : contents_->editions[governing_].edition.notes) {
    const auto a = class_of(note.a), b = class_of(note.b);
    if (!a || !b || note.kind == NoteKind::not_similar) continue;
    if (own.contains(*a)) all.insert(*b);
    if (own.contains(*b)) all.insert(*a);
  }
  for (const ClassScope& in_class : scope)
    for (const GoodsItem& item : in_class.goods)
      for (const auto& edition : contents_->editions)
        for (const TableItem* found : contents_->items(edition.by_name, edition, wording_key(item.name)))
          all.insert(found->group.nice_class());
  return all;
}

Bilingual title_of(NiceClass nice_class) {
  static const auto titles = [] {
    std::map<int, Bilingual> rows;
    for_each_row(embedded(marque_class_titles, marque_class_titles_end), [&](const auto& fields) {
      if (const auto c = NiceClass::parse(fields[0])) rows[c->number()] = {std::string(fields[1]), std::string(fields[2])};
    });
    return rows;
  }();
  const auto found = titles.find(nice_class.number());
  return found == titles.end() ? Bilingual{} : found->second;
}

Bilingual title_of(SimilarGroup group) {
  static const auto titles = [] {
    std::map<SimilarGroup, std::string> rows;
    for_each_row(embedded(marque_group_titles, marque_group_titles_end), [&](const auto& fields) {
      if (const auto known = SimilarGroup::parse(fields[0])) rows.emplace(*known, std::string(fields[1]));
    });
    return rows;
  }();
  const auto found = titles.find(group);
  return found == titles.end() ? Bilingual{} : Bilingual{found->second, title_of(group.nice_class()).en};
}

SimilarGroup moved_to(SimilarGroup group, int edition) {
  struct Move {
    SimilarGroup to;
    int edition;
  };
  static const auto moves = [] {
    std::map<SimilarGroup, Move> rows;
    for_each_row(embedded(marque_group_moves, marque_group_moves_end), [&](const auto& fields) {
      const auto from = SimilarGroup::parse(fields[0]), to = SimilarGroup::parse(fields[1]);
      if (from && to) rows.emplace(*from, Move{*to, std::stoi(std::string(fields[2]))});
    });
    return rows;
  }();
  const auto found = moves.find(group);
  return found == moves.end() || found->second.edition > edition ? group : found->second.to;
}

}  // namespace marque
