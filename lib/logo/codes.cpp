#include "logo/codes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "logo/layout.hpp"

namespace marque {

namespace {

constexpr std::size_t margin = 4, field_side = square_side + 2 * margin, field_area = field_side * field_side;
constexpr std::int32_t unit_step = 255 * 16 * 4;  // the gradient at an edge from 0 to 255: smoothing × 16, Sobel × 4

using Plane = std::array<std::int32_t, field_area>;

/// Edges around each pixel of the square and its margin: strength and direction.
struct Gradients {
  Plane strength{};
  std::array<std::uint16_t, field_area> angle{};
};

/// The strongest gradient of all layers at each pixel.
struct Strongest {
  Plane x{}, y{}, squared{};
};

/// 1 2 1 along one direction; `step` is 1 for rows, field_side for columns.
Plane smoothed(const Plane& plane, std::size_t step) {
  Plane out{};
  for (std::size_t i = field_side; i < field_area - field_side; ++i)
    out[i] = plane[i - step] + 2 * plane[i] + plane[i + step];
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

/// Keeps at each pixel the stronger of what is there and this layer's gradient.
void add_layer(Strongest& field, const Square& layer) {
  const Plane soft = smoothed(smoothed(padded(layer), 1), field_side);
  const Plane down = smoothed(soft, field_side), across = smoothed(soft, 1);
  for (std::size_t i = field_side; i < field_area - field_side; ++i) {
    const std::int32_t gx = down[i + 1] - down[i - 1], gy = across[i + field_side] - across[i - field_side];
    const std::int32_t squared = gx * gx + gy * gy;
    if (squared > field.squared[i]) field.x[i] = gx, field.y[i] = gy, field.squared[i] = squared;
  }
}

Gradients gradients_of(std::span<const Square> layers) {
  Strongest field;
  for (const Square& layer : layers) add_layer(field, layer);
  Gradients gradients;
  for (std::size_t i = 0; i < field_area; ++i) {
    if (field.squared[i] == 0) continue;
    gradients.strength[i] = static_cast<std::int32_t>(std::sqrt(static_cast<double>(field.squared[i])));
    gradients.angle[i] = binary_angle(field.x[i], field.y[i]);
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

/// √ of each value, as a share of the vector's length, in 1/`scale`, at most 255.
template <class Values>
std::vector<std::uint8_t> quantised(const Values& squares, double total, double scale) {
  std::vector<std::uint8_t> code;
  code.reserve(squares.size());
  for (const auto square : squares) {
    const double share = total > 0 ? scale * std::sqrt(static_cast<double>(square) / total) : 0;
    code.push_back(static_cast<std::uint8_t>(std::min(255.0, share + 0.5)));
  }
  return code;
}

std::vector<std::uint8_t> shape_code(const Gradients& field) {
  static constexpr auto weights = spline_weights();
  constexpr double scale = 640;
  std::array<std::uint64_t, shape_length> histogram{};
  for (std::size_t i = 0; i < field_area; ++i) {
    if (field.strength[i] == 0) continue;
    const std::uint32_t half_turn = field.angle[i] & 0x7fffu, bin = half_turn >> 12, share = half_turn & 0xfff;
    const std::size_t next = (bin + 1) % shape_directions;
    const auto strength = static_cast<std::uint64_t>(field.strength[i]);
    const std::size_t y = i / field_side, x = i % field_side;
    for (std::size_t r = first_cell(y); r <= last_cell(y); ++r) {
      const std::uint64_t row = strength * weights[y][r];
      for (std::size_t c = first_cell(x); c <= last_cell(x); ++c) {
        const std::uint64_t weight = row * weights[x][c];
        std::uint64_t* cell = &histogram[(r * shape_cells + c) * shape_directions];
        cell[bin] += weight * (4096 - share);
        cell[next] += weight * share;
      }
    }
  }
  const std::uint64_t total = std::accumulate(histogram.begin(), histogram.end(), std::uint64_t{0});
  return quantised(histogram, static_cast<double>(total), scale);
}

/// Where the edges lie and how far they spread, in 1/256 pixel.
struct Spread {
  std::int64_t x = 0, y = 0;
  double radius = 0;
};

Spread spread_of(const Gradients& field) {
  std::int64_t mass = 0, x = 0, y = 0, squares = 0;
  for (std::size_t i = 0; i < field_area; ++i) {
    const std::int64_t strength = field.strength[i];
    const auto column = static_cast<std::int64_t>(i % field_side), row = static_cast<std::int64_t>(i / field_side);
    mass += strength;
    x += strength * column;
    y += strength * row;
    squares += strength * (column * column + row * row);
  }
  if (mass == 0) return {};
  const double m = static_cast<double>(mass), cx = static_cast<double>(x) / m, cy = static_cast<double>(y) / m;
  const double variance = static_cast<double>(squares) / m - cx * cx - cy * cy;
  return {256 * x / mass, 256 * y / mass, 256 * std::sqrt(std::max(variance, 1e-6))};
}

constexpr std::size_t polar_angles = 24;
using Rings = std::array<std::uint64_t, polar_rings * polar_directions * polar_angles>;

/// A position in 1/256 shared between its two neighbours of a cycle.
struct Split {
  std::size_t low, high;
  std::uint64_t low_weight, high_weight;
};

Split split(std::uint32_t position, std::size_t count) {
  const std::size_t low = position >> 8;
  return {low % count, (low + 1) % count, 256 - (position & 255), position & 255};
}

Rings rings_of(const Gradients& field, const Spread& spread) {
  constexpr double reach = 2.2;  // rings cover this many radii
  Rings rings{};
  for (std::size_t i = 0; i < field_area; ++i) {
    if (field.strength[i] <= unit_step / 50) continue;
    const auto dx = static_cast<std::int32_t>(256 * static_cast<std::int64_t>(i % field_side) - spread.x);
    const auto dy = static_cast<std::int32_t>(256 * static_cast<std::int64_t>(i / field_side) - spread.y);
    const double distance = std::sqrt(static_cast<double>(dx) * dx + static_cast<double>(dy) * dy);
    const double outward = distance / spread.radius * (256 * polar_rings / reach);
    if (outward >= 256 * polar_rings) continue;
    const std::uint32_t theta = binary_angle(dx, dy), against = (field.angle[i] - theta) & 0x7fffu;
    const Split around = split(theta * std::uint32_t{polar_angles} >> 8, polar_angles),
                turned = split(against >> 4, polar_directions);
    const Split out = split(static_cast<std::uint32_t>(outward) + 128, polar_rings + 2);  // 0 and the last: outside
    for (const auto& [r, wr] : {std::pair(out.low, out.low_weight), std::pair(out.high, out.high_weight)}) {
      if (r == 0 || r > polar_rings) continue;
      for (const auto& [d, wd] :
           {std::pair(turned.low, turned.low_weight), std::pair(turned.high, turned.high_weight)}) {
        std::uint64_t* ring_cells = &rings[((r - 1) * polar_directions + d) * polar_angles];
        const std::uint64_t weight = static_cast<std::uint64_t>(field.strength[i]) * wr * wd;
        ring_cells[around.low] += weight * around.low_weight;
        ring_cells[around.high] += weight * around.high_weight;
      }
    }
  }
  return rings;
}

/// cos(15° · i), from square roots alone.
std::array<double, polar_angles> cosines() {
  const double r2 = std::sqrt(2.0), r3 = std::sqrt(3.0), r6 = std::sqrt(6.0);
  const std::array<double, 7> quarter{1, (r6 + r2) / 4, r3 / 2, r2 / 2, 0.5, (r6 - r2) / 4, 0};
  std::array<double, polar_angles> table{};
  for (std::size_t i = 0; i < polar_angles; ++i) {
    const std::size_t folded = std::min(i, polar_angles - i);
    table[i] = folded <= 6 ? quarter[folded] : -quarter[12 - folded];
  }
  return table;
}

/// The power at each frequency around each ring, phases dropped: what a turn of the picture leaves alone.
std::vector<std::uint8_t> polar_code(const Gradients& field) {
  static const auto cosine = cosines();
  constexpr double scale = 640;
  const Spread spread = spread_of(field);
  if (spread.radius == 0) return std::vector<std::uint8_t>(polar_length);
  const Rings rings = rings_of(field, spread);
  std::vector<double> powers;
  powers.reserve(polar_length);
  double total = 0;
  for (std::size_t series = 0; series < polar_rings * polar_directions; ++series) {
    std::array<double, polar_angles> values;
    for (std::size_t a = 0; a < polar_angles; ++a)
      values[a] = std::sqrt(static_cast<double>(rings[series * polar_angles + a]));
    for (std::size_t f = 0; f < polar_frequencies; ++f) {
      double real = 0, imaginary = 0;
      for (std::size_t a = 0; a < polar_angles; ++a) {
        real += values[a] * cosine[a * f % polar_angles];
        imaginary += values[a] * cosine[(a * f + 18) % polar_angles];
      }
      powers.push_back(real * real + imaginary * imaginary);
      total += powers.back();
    }
  }
  return quantised(powers, total, scale);
}

}  // namespace

std::uint16_t binary_angle(std::int32_t x, std::int32_t y) noexcept {
  // atan(t) ≈ π/4 t + 0.273 t (1 − t) for 0 ≤ t ≤ 1, with 8192 for π/4.
  const std::int64_t ax = std::abs(x), ay = std::abs(y);
  if (ax == 0 && ay == 0) return 0;
  const std::int64_t t = (std::min(ax, ay) << 15) / std::max(ax, ay);
  std::int64_t angle = (8192 * t + (2847 * t * (32768 - t) >> 15)) >> 15;
  if (ay > ax) angle = 16384 - angle;
  if (x < 0) angle = 32768 - angle;
  if (y < 0) angle = 65536 - angle;
  return static_cast<std::uint16_t>(angle & 0xffff);
}

Codes codes_of(std::span<const Square> layers) {
  const Gradients field = gradients_of(layers);
  return {shape_code(field), polar_code(field)};
}

}  // namespace marque
