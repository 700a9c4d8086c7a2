#pragma once

#include <cstddef>
#include <vector>

/// The little linear algebra that deriving tables needs: dense, in double, in a fixed order.
namespace marque {

struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<double> values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
  double& operator()(std::size_t r, std::size_t c) { return values[r * columns + c]; }
  double operator()(std::size_t r, std::size_t c) const { return values[r * columns + c]; }
};

Matrix operator*(const Matrix& a, const Matrix& b);
Matrix transposed(const Matrix& a);
Matrix identity(std::size_t size);

/// Eigenvalues of a symmetric matrix, falling, and its eigenvectors as columns (cyclic Jacobi).
struct Eigen {
  std::vector<double> values;
  Matrix vectors;
};
Eigen eigen(Matrix symmetric);

/// The orthogonal matrix nearest to a square one.
Matrix nearest_rotation(const Matrix& a);

}  // namespace marque
