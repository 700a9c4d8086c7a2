#include "scoring/sequence.hpp"

#include <algorithm>
#include <array>

namespace marque {

std::vector<std::pair<std::size_t, std::size_t>> best_alignment(const PairTable& pairs) {
  constexpr float unbroken = 1e-4f;   // of alignments that are level, the one of longer stretches is what a reader sees
  std::array<PairTable, 2> sums;      // from here on; the second where the pair before this place is alike
  for (PairTable& table : sums) table.resize(pairs.rows() + 1, pairs.columns() + 1);
  const auto of_pair = [&](bool goes_on, std::size_t i, std::size_t j) {
    const float pair = pairs.at(i, j);
    return pair > 0 ? pair + (goes_on ? unbroken : 0) + sums[1].at(i + 1, j + 1) : sums[0].at(i + 1, j + 1);
  };
  for (std::size_t i = pairs.rows(); i-- > 0;) {
    for (std::size_t j = pairs.columns(); j-- > 0;) {
      for (const bool goes_on : {false, true}) sums[goes_on].at(i, j) = std::max({sums[0].at(i + 1, j), sums[0].at(i, j + 1), of_pair(goes_on, i, j)});
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> path;
  std::size_t i = 0, j = 0;
  bool goes_on = false;
  while (i < pairs.rows() || j < pairs.columns()) {
    const bool both = i < pairs.rows() && j < pairs.columns();
    if (both && sums[goes_on].at(i, j) == of_pair(goes_on, i, j)) {
      goes_on = pairs.at(i, j) > 0;
      path.emplace_back(i++, j++);
    } else if (i < pairs.rows() && (j == pairs.columns() || sums[goes_on].at(i, j) == sums[0].at(i + 1, j))) {
      goes_on = false;
      path.emplace_back(i++, no_index);
    } else {
      goes_on = false;
      path.emplace_back(no_index, j++);
    }
  }
  return path;
}

}  // namespace marque
