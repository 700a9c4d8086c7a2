#pragma once

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

#include "marque/search/candidate.hpp"

namespace marque {

/// The best candidates seen so far; an entry counts once, by its best name.
class BestCandidates {
 public:
  explicit BestCandidates(std::size_t top) : top_(top) {}

  bool wants(const Candidate& candidate) const {
    return candidate.rank > 0 && top_ > 0 && (order_.size() < top_ || better(candidate, *order_.rbegin()));
  }
  void add(const Candidate& candidate);
  void add(const BestCandidates& others) {
    for (const Candidate& candidate : others.order_) add(candidate);
  }

  bool full() const { return order_.size() >= top_; }

  /// What a candidate must have at least to be among the best; 0 while there are too few.
  float least_rank() const { return full() && !order_.empty() ? order_.rbegin()->rank : 0; }

  /// How many have this rank or a higher one.
  std::size_t at_or_above(float rank) const;

  std::vector<Candidate> list() const { return {order_.begin(), order_.end()}; }

 private:
  struct Order {
    bool operator()(const Candidate& a, const Candidate& b) const { return better(a, b); }
  };

  std::size_t top_;
  std::set<Candidate, Order> order_;   // best first
  std::unordered_map<std::uint64_t, std::set<Candidate, Order>::const_iterator> by_id_;
};

}  // namespace marque
