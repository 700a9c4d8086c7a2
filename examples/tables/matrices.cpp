#include "matrices.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marque {

Matrix operator*(const Matrix& a, const Matrix& b) {
  Matrix out(a.rows, b.columns);
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t k = 0; k < a.columns; ++k) {
      for (std::size_t j = 0; j < b.columns; ++j) out(i, j) += a(i, k) * b(k, j);
    }
  }
  return out;
}

Matrix transposed(const Matrix& a) {
  Matrix out(a.columns, a.rows);
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t j = 0; j < a.columns; ++j) out(j, i) = a(i, j);
  }
  return out;
}

Matrix identity(std::size_t size) {
  Matrix out(size, size);
  for (std::size_t i = 0; i < size; ++i) out(i, i) = 1;
  return out;
}

Eigen eigen(Matrix a) {
  constexpr int most_sweeps = 60;
  const std::size_t n = a.rows;
  Matrix vectors = identity(n);  // as rows
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    double off = 0, on = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) (i == j ? on : off) += a(i, j) * a(i, j);
    }
    if (off <= 1e-22 * on) break;
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        if (a(p, q) == 0) continue;
        const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
        const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1)), c = 1 / std::sqrt(t * t + 1), s = t * c;
        const auto rotate = [c, s](double& x, double& y) {
          const double old = x;
          x = c * old - s * y;
          y = s * old + c * y;
        };
        for (std::size_t k = 0; k < n; ++k) rotate(a(k, p), a(k, q));
        for (std::size_t k = 0; k < n; ++k) rotate(a(p, k), a(q, k)), rotate(vectors(p, k), vectors(q, k));
      }
    }
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return a(i, i) > a(j, j); });
  Eigen out{{}, Matrix(n, n)};
  for (std::size_t i = 0; i < n; ++i) {
    out.values.push_back(a(order[i], order[i]));
    for (std::size_t k = 0; k < n; ++k) out.vectors(k, i) = vectors(order[i], k);
  }
  return out;
}

Matrix nearest_rotation(const Matrix& a) {
  const Eigen squares = eigen(transposed(a) * a);
  Matrix scaled = squares.vectors;
  for (std::size_t i = 0; i < scaled.rows; ++i) {
    for (std::size_t j = 0; j < scaled.columns; ++j) scaled(i, j) /= std::sqrt(std::max(squares.values[j], 1e-12));
  }
  return a * (scaled * transposed(squares.vectors));
}

}  // namespace marque
