#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace marque::bench {

/// How well rankings answer questions, summed over questions. A tie counts against the method.
struct Retrieval {
  double questions = 0, at_1 = 0, at_10 = 0, precision = 0, rank = 0;  ///< recall at 1 and 10, AP@100, normalised average rank

  void add(const Retrieval& other);
};

/// One ranking judged: `scores` of a whole gallery, of which `left_out` do not count.
Retrieval judged(const std::vector<float>& scores, const std::vector<std::size_t>& relevant, const std::set<std::size_t>& left_out);

/// Rankings by kind of question, and pooled: `real` (all that begin so, but icon2word), the rest as attacks.
class RetrievalTable {
 public:
  void add(const std::string& kind, const Retrieval& one) { kinds_[kind].add(one); }
  void print(const std::string& method, bool by_kind) const;

 private:
  std::map<std::string, Retrieval> kinds_;
};

/// How often a best hit is right, by what it scores: what scores mean.
class Calibration {
 public:
  void add(float closeness, float score, bool right);
  void print() const;

 private:
  static constexpr std::size_t bins = 20;  // of closeness
  struct Bin {
    double hits = 0, right = 0, score = 0, squares = 0;
  };
  std::array<Bin, bins> bins_;
};

}  // namespace marque::bench
