#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace marque {

/// Likeness of every character of one text to every one of another; rows are the first text's characters.
class PairTable {
 public:
  void resize(std::size_t rows, std::size_t columns) {
    columns_ = columns;
    rows_ = rows;
    cells_.assign(rows * columns, 0.0f);
  }
  float& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
  float at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<float> cells_;
};

/// The likeness of the best alignment that keeps both orders, as a share of both lengths: 2·sum / (rows + columns).
float aligned_share(const PairTable& pairs, std::vector<float>& scratch);

/// Where the shorter text stands inside the longer: its mean likeness there and the offset. 0 where equal in length.
struct Containment {
  float likeness = 0;
  std::size_t offset = 0;
};
Containment best_containment(const PairTable& pairs);

/// The alignment behind aligned_share(): index pairs in order, npos where a side has nothing.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);
std::vector<std::pair<std::size_t, std::size_t>> best_alignment(const PairTable& pairs);

}  // namespace marque
