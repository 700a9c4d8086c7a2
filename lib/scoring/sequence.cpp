#include "scoring/sequence.hpp"

#include <algorithm>

namespace marque {

namespace {

float window_likeness(const PairTable& pairs, std::size_t offset) {
  const bool rows_shorter = pairs.rows() < pairs.columns();
  const std::size_t length = std::min(pairs.rows(), pairs.columns());
  float sum = 0;
  for (std::size_t i = 0; i < length; ++i) sum += rows_shorter ? pairs.at(i, offset + i) : pairs.at(offset + i, i);
  return sum / static_cast<float>(length);
}

}  // namespace

float aligned_share(const PairTable& pairs, std::vector<float>& scratch) {
  const std::size_t columns = pairs.columns();
  scratch.assign(columns + 1, 0.0f);
  for (std::size_t i = 0; i < pairs.rows(); ++i) {
    float diagonal = 0;
    for (std::size_t j = 0; j < columns; ++j) {
      const float above = scratch[j + 1];
      scratch[j + 1] = std::max({above, scratch[j], diagonal + pairs.at(i, j)});
      diagonal = above;
    }
  }
  return 2 * scratch[columns] / static_cast<float>(pairs.rows() + columns);
}

Containment best_containment(const PairTable& pairs) {
  const auto [shorter, longer] = std::minmax({pairs.rows(), pairs.columns()});
  Containment best;
  if (shorter == longer || shorter == 0) return best;
  for (std::size_t offset = 0; offset + shorter <= longer; ++offset) {
    const float likeness = window_likeness(pairs, offset);
    if (likeness > best.likeness) best = {likeness, offset};
  }
  return best;
}

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
