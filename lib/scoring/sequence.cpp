#include "scoring/sequence.hpp"

#include <algorithm>

namespace marque {

std::vector<std::pair<std::size_t, std::size_t>> best_alignment(const PairTable& pairs) {
  PairTable sums;
  sums.resize(pairs.rows() + 1, pairs.columns() + 1);
  for (std::size_t i = pairs.rows(); i-- > 0;) {
    for (std::size_t j = pairs.columns(); j-- > 0;)
      sums.at(i, j) = std::max({sums.at(i + 1, j), sums.at(i, j + 1), sums.at(i + 1, j + 1) + pairs.at(i, j)});
  }
  std::vector<std::pair<std::size_t, std::size_t>> path;
  std::size_t i = 0, j = 0;
  while (i < pairs.rows() || j < pairs.columns()) {
    const bool both = i < pairs.rows() && j < pairs.columns();
    if (both && sums.at(i, j) == sums.at(i + 1, j + 1) + pairs.at(i, j)) {
      path.emplace_back(i++, j++);
    } else if (i < pairs.rows() && (j == pairs.columns() || sums.at(i, j) == sums.at(i + 1, j))) {
      path.emplace_back(i++, no_index);
    } else {
      path.emplace_back(no_index, j++);
    }
  }
  return path;
}

}  // namespace marque
