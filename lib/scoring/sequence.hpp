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

/// The alignment of the greatest sum that keeps both orders: index pairs in order, no_index where a side has nothing.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);
std::vector<std::pair<std::size_t, std::size_t>> best_alignment(const PairTable& pairs);

}  // namespace marque
