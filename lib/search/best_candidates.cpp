#include "search/best_candidates.hpp"

#include <algorithm>
#include <iterator>

namespace marque {

void BestCandidates::add(const Candidate& candidate) {
  if (!wants(candidate)) return;
  if (const auto known = by_id_.find(candidate.id.value); known != by_id_.end()) {
    if (!better(candidate, *known->second)) return;
    order_.erase(known->second);
    by_id_.erase(known);
  }
  by_id_.emplace(candidate.id.value, order_.insert(candidate).first);
  if (order_.size() <= top_) return;
  by_id_.erase(order_.rbegin()->id.value);
  order_.erase(std::prev(order_.end()));
}

std::size_t BestCandidates::at_or_above(float rank) const {
  return static_cast<std::size_t>(std::count_if(order_.begin(), order_.end(), [&](const Candidate& c) { return c.rank >= rank; }));
}

}  // namespace marque
