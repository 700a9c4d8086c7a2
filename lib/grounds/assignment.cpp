#include "marque/grounds/assignment.hpp"

#include <algorithm>
#include <optional>

#include "marque/law/standing.hpp"
#include "marque/scoring/scorer.hpp"

namespace marque {
namespace {

/// Registered: pending applications may be withdrawn or follow by themselves.
bool moves(const Entry& entry, Date on) {
  const Standing standing = standing_on(entry, on);
  return standing == Standing::in_force || standing == Standing::unknown;
}

bool may_be_similar(GoodsRelation relation) {
  return relation == GoodsRelation::same || relation == GoodsRelation::similar || relation == GoodsRelation::same_class ||
         relation == GoodsRelation::unknown || relation == GoodsRelation::cross_search;
}

}  // namespace

std::vector<BundledMark> assignment_bundle(const Trademark& assigned, std::span<const Entry> others, Date on,
                                           const GoodsTable& table) {
  std::vector<BundledMark> bundle;
  const auto subject = make_subject(assigned.mark.text);
  std::optional<Scorer> scorer;
  if (subject && !subject->empty()) scorer.emplace(*subject);
  for (const Entry& entry : others) {
    const auto* mark = std::get_if<Trademark>(&entry);
    if (mark == nullptr || mark->number == assigned.number || !share_party(mark->owners, assigned.owners) || !moves(entry, on)) continue;
    GoodsComparison goods = compare_goods(assigned.scope, mark->scope, table);
    if (!may_be_similar(goods.relation)) continue;
    const bool by_table = goods.certain && (goods.relation == GoodsRelation::same || goods.relation == GoodsRelation::similar);
    const auto other = make_subject(mark->mark.text);
    if (!scorer || !other || other->empty()) {  // figures: a person must look
      bundle.push_back({mark->number.to_string(), mark->mark.text, Verdict::similar, std::move(goods), false});
      continue;
    }
    const AspectScores scores = scorer->score(*other);
    const Verdict verdict = scorer->examine(*other, scores).verdict;
    if (verdict != Verdict::not_similar)
      bundle.push_back({mark->number.to_string(), mark->mark.text, verdict, std::move(goods), by_table});
  }
  std::sort(bundle.begin(), bundle.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return bundle;
}

}  // namespace marque
