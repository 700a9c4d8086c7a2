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

  Bilingual label() const {
    if (item != nullptr) return {item->name, item->name};
    return {"第" + nice_class.to_string() + "类", "class " + nice_class.to_string()};
  }
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
  GoodsComparison made;
  made.relation = relation;
  made.a = a.label();
  made.b = b.label();
  return made;
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
    GoodsComparison same;
    same.relation = GoodsRelation::same;
    same.a = one.label();
    same.b = Covered{one.nice_class, other}.label();
    if (one_group) same.group = other->group;
    return same;
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

// --- with a table

struct Placed {
  Covered covered;
  std::vector<GoodsPlace> places;
};

std::vector<Placed> placed(const std::vector<Covered>& covered, const GoodsTable& table) {
  std::vector<Placed> all;
  for (const Covered& one : covered)
    all.push_back({one, one.item != nullptr ? table.places_of(*one.item, one.nice_class) : std::vector<GoodsPlace>{}});
  return all;
}

/// Whether goods are on a side of a note. A section the record does not tell is taken for the note's where `lenient`.
bool on_side(const NoteSide& side, const Placed& goods, const GoodsPlace& place, bool lenient, bool old_edition) {
  const std::optional<SimilarGroup> own = old_edition ? goods.covered.item->group : std::optional(place.group);
  if (!own || (side.nice_class && own->nice_class() != *side.nice_class) || (side.group && *own != *side.group)) return false;
  if (side.section != 0 && place.section != side.section && !(lenient && place.section == 0)) return false;
  if (side.items.empty()) return true;
  const std::string name = wording_key(goods.covered.item->name), item = wording_key(place.item);
  return std::any_of(side.items.begin(), side.items.end(), [&](const std::string& known) {
    const std::string key = wording_key(known);
    return key == name || key == item;
  });
}

struct Decision {
  GoodsRelation relation = GoodsRelation::presumed_dissimilar;
  std::string note{};
};

/// Whether a note is about two goods, in either order.
bool applies(const GoodsNote& note, const Placed& a, const GoodsPlace& in_a, const Placed& b, const GoodsPlace& in_b) {
  const bool lenient = note.kind != NoteKind::not_similar, old = note.up_to_edition != 0;
  if (note.apart)
    return in_a.group == in_b.group && note.a.group == in_a.group && in_a.section != 0 && in_b.section != 0 &&
           in_a.section != in_b.section;
  return (on_side(note.a, a, in_a, lenient, false) && on_side(note.b, b, in_b, lenient, old)) ||
         (on_side(note.a, b, in_b, lenient, false) && on_side(note.b, a, in_a, lenient, old));
}

Decision decided(const GoodsTable& table, const Placed& a, const GoodsPlace& in_a, const Placed& b, const GoodsPlace& in_b) {
  const GoodsNote *similar = nullptr, *excluded = nullptr, *apart = nullptr, *crossed = nullptr, *protects = nullptr;
  for (const GoodsNote* note : table.notes_of(in_a.group)) {
    if (!applies(*note, a, in_a, b, in_b)) continue;
    switch (note->kind) {
      case NoteKind::similar: similar = note; break;
      case NoteKind::not_similar: (note->apart ? apart : excluded) = note; break;
      case NoteKind::cross_search: crossed = note; break;
      case NoteKind::protected_item: protects = note; break;
      case NoteKind::moved: break;
    }
  }
  if (excluded == nullptr && similar != nullptr) return {GoodsRelation::similar, similar->text};
  const bool sections_differ = table.has_sections(in_a.group) && in_a.section != 0 && in_b.section != 0 &&
                               in_a.section != in_b.section;
  if (in_a.group == in_b.group && excluded == nullptr && apart == nullptr && !sections_differ)
    return {GoodsRelation::similar, {}};
  if (crossed != nullptr) return {GoodsRelation::cross_search, crossed->text};
  if (protects != nullptr) return {GoodsRelation::protected_item, protects->text};
  const GoodsNote* against = excluded != nullptr ? excluded : apart;
  return {GoodsRelation::presumed_dissimilar, against != nullptr ? against->text : std::string()};
}

GoodsComparison compared(const GoodsTable& table, const Placed& a, const Placed& b) {
  const bool one_class = a.covered.nice_class == b.covered.nice_class;
  GoodsComparison best = comparison(one_class && (a.places.empty() || b.places.empty()) ? GoodsRelation::same_class
                                                                                          : GoodsRelation::presumed_dissimilar,
                                    a.covered, b.covered);
  bool first = true;
  for (const GoodsPlace& in_a : a.places)
    for (const GoodsPlace& in_b : b.places) {
      Decision decision = decided(table, a, in_a, b, in_b);
      const bool certain = in_a.certain && in_b.certain;
      if (certain && !in_a.code.empty() && !in_a.item.empty() && !in_b.item.empty() && in_a.code == in_b.code)
        decision = {GoodsRelation::same, {}};
      if (!certain && one_class && decision.relation == GoodsRelation::presumed_dissimilar) decision.relation = GoodsRelation::same_class;
      if (!first && decision.relation >= best.relation) continue;
      first = false;
      best.relation = decision.relation;
      best.note = std::move(decision.note);
      best.certain = certain;
      best.group = in_a.group == in_b.group && decision.relation <= GoodsRelation::similar ? std::optional(in_a.group) : std::nullopt;
    }
  return best;
}

GoodsComparison compared_by_table(const std::vector<Covered>& a, const std::vector<Covered>& b, const GoodsTable& table) {
  const std::vector<Placed> of_a = placed(a, table), of_b = placed(b, table);
  std::optional<GoodsComparison> best;
  for (const Placed& one : of_a)
    for (const Placed& other : of_b) {
      GoodsComparison found = compared(table, one, other);
      const bool closer = !best || found.relation < best->relation ||
                          (found.relation == best->relation && found.certain && !best->certain);
      if (closer) best = std::move(found);
      if (best->relation == GoodsRelation::similar && best->certain) break;
    }
  return *best;
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

GoodsComparison compare_goods(const std::vector<ClassScope>& a, const std::vector<ClassScope>& b, const GoodsTable& table) {
  if (a.empty() || b.empty()) return {};
  const std::vector<Covered> of_a = covered_by(a), of_b = covered_by(b);
  if (of_a.empty() || of_b.empty()) return {};  // all that a side listed is gone
  if (auto same = same_item(of_a, of_b)) return *same;
  if (!table.empty()) return compared_by_table(of_a, of_b, table);
  if (auto similar = shared_group(of_a, of_b)) return *similar;
  if (auto open = open_class(of_a, of_b)) return *open;
  return comparison(GoodsRelation::presumed_dissimilar, of_a.front(), of_b.front());
}

}  // namespace marque
