#include "logo/description.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "logo/resample.hpp"

namespace marque {

namespace {

constexpr std::size_t margin = 4, field_side = square_side + 2 * margin, field_area = field_side * field_side;

/// Samples smoothed three times over are below 2¹⁴.
using Plane = std::array<std::int16_t, field_area>;
using WidePlane = std::array<std::int32_t, field_area>;

/// Edges around each pixel of the square and its margin: strength and direction.
struct Gradients {
  WidePlane strength{};
  std::array<std::uint16_t, field_area> angle{};
};

/// The strongest gradient of all layers at each pixel.
struct Strongest {
  Plane x, y;
  WidePlane squared;
};

/// 1 2 1 along one direction; `step` is 1 for rows, field_side for columns.
Plane smoothed(const Plane& plane, std::size_t step) {
  Plane out;
  std::fill_n(out.begin(), field_side, 0);
  for (std::size_t i = field_side; i < field_area - field_side; ++i)
    out[i] = static_cast<std::int16_t>(plane[i - step] + 2 * plane[i] + plane[i + step]);
  std::fill_n(out.end() - field_side, field_side, 0);
  return out;
}

Plane padded(const Square& square) {
  Plane plane{};
  for (std::size_t y = 0; y < square_side; ++y) {
    std::copy_n(square.begin() + static_cast<std::ptrdiff_t>(y * square_side), square_side,
                plane.begin() + static_cast<std::ptrdiff_t>((y + margin) * field_side + margin));
  }
  return plane;
}

/// The gradients of one layer, none in the first and last row.
void find_edges(const Square& layer, Strongest& field) {
  const Plane soft = smoothed(smoothed(padded(layer), 1), field_side);
  const Plane down = smoothed(soft, field_side), across = smoothed(soft, 1);
  for (std::size_t i = field_side; i < field_area - field_side; ++i) {
    field.x[i] = static_cast<std::int16_t>(down[i + 1] - down[i - 1]);
    field.y[i] = static_cast<std::int16_t>(across[i + field_side] - across[i - field_side]);
    field.squared[i] = field.x[i] * field.x[i] + field.y[i] * field.y[i];
  }
}

/// Keeps at each pixel the stronger of what is there and another layer's gradient.
void keep_stronger(Strongest& field, const Strongest& other) {
  for (std::size_t i = field_side; i < field_area - field_side; ++i) {
    if (other.squared[i] > field.squared[i]) field.x[i] = other.x[i], field.y[i] = other.y[i], field.squared[i] = other.squared[i];
  }
}

/// binary_angle() for this file alone: what others see is called, not put in place, where code is to be position-independent.
std::uint16_t angle_of(std::int32_t x, std::int32_t y) {
  // atan(t) ≈ π/4 t + 0.273 t (1 − t) for 0 ≤ t ≤ 1, with 8192 for π/4.
  const std::int64_t ax = std::abs(x), ay = std::abs(y), more = std::max(ax, ay), less = std::min(ax, ay) << 15;
  if (more == 0) return 0;
  const std::int64_t t = less <= 0xffffffff ? static_cast<std::uint32_t>(less) / static_cast<std::uint32_t>(more) : less / more;
  std::int64_t angle = (8192 * t + (2847 * t * (32768 - t) >> 15)) >> 15;
  if (ay > ax) angle = 16384 - angle;
  if (x < 0) angle = 32768 - angle;
  if (y < 0) angle = 65536 - angle;
  return static_cast<std::uint16_t>(angle & 0xffff);
}

Gradients gradients_of(const Squares& squares) {
  Strongest field;
  // Layers that are the same, as of a picture without colours, have the same edges.
  find_edges(squares.front(), field);
  for (auto square = squares.begin() + 1; square != squares.end(); ++square) {
    if (std::find(squares.begin(), square, *square) != square) continue;
    Strongest other;
    find_edges(*square, other);
    keep_stronger(field, other);
  }
  Gradients gradients;
  for (std::size_t i = field_side; i < field_area - field_side; ++i) {
    if (field.squared[i] == 0) continue;
    gradients.strength[i] = static_cast<std::int32_t>(std::sqrt(static_cast<double>(field.squared[i])));
    gradients.angle[i] = angle_of(field.x[i], field.y[i]);
  }
  return gradients;
}

/// Quadratic B-spline of width 3 around each cell's centre, × 648, by distance in half pixels.
constexpr std::array<std::array<std::uint32_t, shape_cells>, field_side> spline_weights() {
  std::array<std::array<std::uint32_t, shape_cells>, field_side> weights{};
  constexpr int cell = 2 * field_side / shape_cells;
  for (int at = 0; at < static_cast<int>(field_side); ++at) {
    for (int c = 0; c < static_cast<int>(shape_cells); ++c) {
      const int d = 2 * at + 1 - cell * c - cell / 2, distance = d < 0 ? -d : d;
      const int far = 3 * cell / 2 - distance;
      const int weight = distance < cell / 2 ? 3 * cell * cell / 2 - 2 * distance * distance : far > 0 ? far * far : 0;
      weights[static_cast<std::size_t>(at)][static_cast<std::size_t>(c)] = static_cast<std::uint32_t>(weight);
    }
  }
  return weights;
}

/// The cells that the spline spreads a pixel over: its own and the neighbours.
std::size_t first_cell(std::size_t at) { return std::max<std::size_t>(at * shape_cells / field_side, 1) - 1; }
std::size_t last_cell(std::size_t at) { return std::min(at * shape_cells / field_side + 1, shape_cells - 1); }

/// Histograms of a row of pixels: by column of cells, then by direction.
using RowHistogram = std::array<std::uint64_t, shape_cells * shape_directions>;

RowHistogram row_histogram(const Gradients& field, std::size_t y) {
  static constexpr auto weights = spline_weights();
  RowHistogram row{};
  for (std::size_t x = 0; x < field_side; ++x) {
    const std::size_t i = y * field_side + x;
    if (field.strength[i] == 0) continue;
    const std::uint32_t half_turn = field.angle[i] & 0x7fffu, bin = half_turn >> 12, share = half_turn & 0xfff;
    const std::size_t next = (bin + 1) % shape_directions;
    const auto strength = static_cast<std::uint64_t>(field.strength[i]);
    for (std::size_t c = first_cell(x); c <= last_cell(x); ++c) {
      const std::uint64_t weight = strength * weights[x][c];
      row[c * shape_directions + bin] += weight * (4096 - share);
      row[c * shape_directions + next] += weight * share;
    }
  }
  return row;
}

/// In whole numbers below 2⁵³, which doubles hold and multiply sooner than words: strengths are at most 16320 · √2, a cell's weights sum to 5832
/// along each side, and directions' to 4096.
std::array<double, shape_length> histogram_of(const Gradients& field) {
  static constexpr auto weights = spline_weights();
  std::array<double, shape_length> histogram{};
  for (std::size_t y = 0; y < field_side; ++y) {
    const RowHistogram sums = row_histogram(field, y);
    std::array<double, shape_cells * shape_directions> row;
    std::transform(sums.begin(), sums.end(), row.begin(), [](std::uint64_t sum) { return static_cast<double>(static_cast<std::int64_t>(sum)); });
    for (std::size_t r = first_cell(y); r <= last_cell(y); ++r) {
      double* cells = &histogram[r * row.size()];
      const double weight = weights[y][r];
      for (std::size_t i = 0; i < row.size(); ++i) cells[i] += row[i] * weight;
    }
  }
  return histogram;
}

/// A side in the square: even, as the square is, so that what has no margins lies exactly in its middle.
std::uint32_t fitted(std::int64_t side, std::int64_t longer) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(2 * ((side * square_side + longer) / (2 * longer)), 2, square_side));
}

/// Where a side lies along its direction of the square.
struct Span {
  std::uint32_t begin, length;
};

Span span_of(std::int64_t side, int before, int after, std::int64_t longer) {
  const std::int64_t whole = 100 + before + after;
  const std::uint32_t length = fitted(100 * side, longer), with_margins = fitted(side * whole, longer);
  const std::uint32_t begin = (square_side - with_margins) / 2 + static_cast<std::uint32_t>(std::int64_t{with_margins} * before / whole);
  return {std::min(begin, square_side - length), length};
}

}  // namespace

Squares squared(const Layers& layers, const Placement& placement) {
  const std::int64_t width = std::int64_t{layers.width} * placement.stretch, height = std::int64_t{layers.height} * 100;
  const std::int64_t longer = std::max(width * (100 + placement.left + placement.right), height * (100 + placement.top + placement.bottom));
  const Span across = span_of(width, placement.left, placement.right, longer), down = span_of(height, placement.top, placement.bottom, longer);
  const auto scaled = area_average(layers.samples, {static_cast<std::uint32_t>(layers.width), static_cast<std::uint32_t>(layers.height)},
                                   {across.length, down.length}, Layers::count);
  Squares squares{};
  for (std::size_t y = 0; y < down.length; ++y) {
    for (std::size_t x = 0; x < across.length; ++x) {
      const std::size_t to = (down.begin + y) * square_side + across.begin + x, from = (y * across.length + x) * Layers::count;
      for (std::size_t layer = 0; layer < Layers::count; ++layer) squares[layer][to] = scaled[from + layer];
    }
  }
  return squares;
}

Description description_of(const Squares& squares) {
  constexpr double scale = 640;
  const auto histogram = histogram_of(gradients_of(squares));
  const auto total = static_cast<double>(
      std::accumulate(histogram.begin(), histogram.end(), std::uint64_t{0}, [](std::uint64_t sum, double value) { return sum + static_cast<std::uint64_t>(value); }));
  Description description{};
  if (total == 0) return description;
  for (std::size_t i = 0; i < description.size(); ++i) {
    const double share = scale * std::sqrt(histogram[i] / total);
    description[i] = static_cast<std::uint8_t>(std::min(255.0, share + 0.5));
  }
  return description;
}

std::uint16_t binary_angle(std::int32_t x, std::int32_t y) noexcept { return angle_of(x, y); }

}  // namespace marque
