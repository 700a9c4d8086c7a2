#include "shapes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace {

constexpr int unit = 16;           // sixteenths in a pixel
constexpr int scanlines = 4;       // in a pixel's height
constexpr int one = 1 << 14;       // a sine of 1

int sine(int angle) {
  constexpr int half = whole_turn / 2;
  angle = ((angle % whole_turn) + whole_turn) % whole_turn;
  const int x = angle % half;
  const int s = x * (half - x);
  const int value = static_cast<int>(std::int64_t{16} * s * one / (5 * half * half - 4 * s));
  return angle < half ? value : -value;
}

int cosine(int angle) { return sine(angle + whole_turn / 4); }

std::int32_t scaled(std::int64_t product) { return static_cast<std::int32_t>((product + one / 2) >> 14); }

Contour arc(int radius, int from, int to, int steps) {
  Contour contour;
  for (int i = 0; i <= steps; ++i) contour.push_back(polar(from + (to - from) * i / steps, radius));
  return contour;
}

constexpr std::uint8_t mixed(int a, int b, int share, int whole) {
  return static_cast<std::uint8_t>((a * (whole - share) + b * share + whole / 2) / whole);
}

}  // namespace

Point polar(int angle, int length) {
  return {scaled(std::int64_t{length} * sine(angle)), -scaled(std::int64_t{length} * cosine(angle))};
}

Point turned(Point point, int angle) {
  const std::int64_t c = cosine(angle), s = sine(angle);
  return {scaled(point.x * c - point.y * s), scaled(point.x * s + point.y * c)};
}

Shape turned(const Shape& shape, int angle) {
  Shape result = shape;
  for (Contour& contour : result)
    for (Point& point : contour) point = turned(point, angle);
  return result;
}

Shape moved(Shape shape, Point by) {
  for (Contour& contour : shape)
    for (Point& point : contour) point = {point.x + by.x, point.y + by.y};
  return shape;
}

Shape mirrored(Shape shape) {
  for (Contour& contour : shape)
    for (Point& point : contour) point.x = -point.x;
  return shape;
}

void append(Shape& shape, const Shape& more) { shape.insert(shape.end(), more.begin(), more.end()); }

Shape regular(int corners, int radius, int phase) {
  Contour contour;
  for (int i = 0; i < corners; ++i) contour.push_back(polar(phase + i * whole_turn / corners, radius));
  return {contour};
}

Shape disc(int radius) { return regular(64, radius, 0); }

Shape ring(int radius, int width) {
  Shape shape = disc(radius);
  append(shape, disc(radius - width));
  return shape;
}

Shape star(int points, int radius, int inner_radius) {
  Contour contour;
  for (int i = 0; i < 2 * points; ++i)
    contour.push_back(polar(i * whole_turn / (2 * points), i % 2 == 0 ? radius : inner_radius));
  return {contour};
}

Shape petals(int count, int radius, int width) {
  Contour petal;
  constexpr int steps = 24;
  for (int i = 0; i < steps; ++i) {
    const Point p = polar(i * whole_turn / steps, one);
    petal.push_back({scaled(std::int64_t{p.x} * width), radius * 11 / 20 * -1 + scaled(std::int64_t{p.y} * radius * 9 / 20)});
  }
  return copies({petal}, count);
}

Shape crescent(int radius, int bite) {
  Contour contour = arc(radius, 0, whole_turn / 2, 32);
  const int inner = radius - bite;
  for (int i = 0; i <= 32; ++i) {
    const Point p = polar(whole_turn / 2 - i * whole_turn / 64, radius);
    contour.push_back({static_cast<std::int32_t>(std::int64_t{p.x} * inner / radius), p.y});
  }
  return {contour};
}

Shape box(int half_width, int half_height) {
  return {{{-half_width, -half_height}, {half_width, -half_height}, {half_width, half_height}, {-half_width, half_height}}};
}

Shape rounded_box(int half_side, int corner) {
  Contour contour;
  const int inset = half_side - corner;
  for (int quarter = 0; quarter < 4; ++quarter)
    for (const Point p : arc(corner, quarter * whole_turn / 4, (quarter + 1) * whole_turn / 4, 8))
      contour.push_back({p.x + (quarter < 2 ? inset : -inset), p.y + (quarter == 0 || quarter == 3 ? -inset : inset)});
  return {contour};
}

Shape band(int half_width, int half_height, int amplitude, int waves) {
  constexpr int steps = 32;
  Contour upper, lower;
  for (int i = 0; i <= steps; ++i) {
    const int x = -half_width + 2 * half_width * i / steps;
    const int y = polar(whole_turn * waves * i / steps, amplitude).x;
    upper.push_back({x, y - half_height});
    lower.push_back({x, y + half_height});
  }
  upper.insert(upper.end(), lower.rbegin(), lower.rend());
  return {upper};
}

Shape copies(const Shape& shape, int count) {
  Shape result;
  for (int i = 0; i < count; ++i) append(result, turned(shape, i * whole_turn / count));
  return result;
}

Canvas::Canvas(std::uint32_t side, Colour background) : pixels_{side, side, {}}, coverage_(side) {
  pixels_.rgb.resize(std::size_t{3} * side * side);
  for (std::size_t i = 0; i < pixels_.rgb.size(); i += 3) {
    pixels_.rgb[i] = background.red;
    pixels_.rgb[i + 1] = background.green;
    pixels_.rgb[i + 2] = background.blue;
  }
}

void Canvas::fill(const Shape& shape, Colour top, Colour bottom) {
  const auto side = static_cast<std::int32_t>(pixels_.height);
  std::int32_t low = side * unit, high = -low;
  edges_.clear();
  for (const Contour& contour : shape)
    for (std::size_t i = 0; i < contour.size(); ++i) {
      Edge edge{contour[i], contour[i + 1 == contour.size() ? 0 : i + 1]};
      if (edge.upper.y > edge.lower.y) std::swap(edge.upper, edge.lower);
      if (edge.upper.y == edge.lower.y) continue;
      low = std::min(low, edge.upper.y);
      high = std::max(high, edge.lower.y);
      edges_.push_back(edge);
    }
  const std::int32_t first = std::max(low / unit + side / 2 - 1, 0);
  const std::int32_t last = std::min(high / unit + side / 2 + 1, side - 1);
  for (std::int32_t row = first; row <= last; ++row) {
    cover_row(row);
    blend_row(row, {mixed(top.red, bottom.red, row, side), mixed(top.green, bottom.green, row, side), mixed(top.blue, bottom.blue, row, side)});
  }
}

void Canvas::cover_row(std::int32_t row) {
  std::fill(coverage_.begin(), coverage_.end(), 0);
  const std::int32_t top = row * unit - static_cast<std::int32_t>(pixels_.height) * unit / 2;
  active_.clear();
  for (const Edge& edge : edges_)
    if (edge.upper.y <= top + unit && edge.lower.y >= top) active_.push_back(edge);
  if (active_.empty()) return;
  // Heights are doubled and odd, so that no scanline runs through a corner.
  for (int line = 0; line < scanlines; ++line) cover_line(2 * (top + line * unit / scanlines) + unit / scanlines + 1);
}

void Canvas::cover_line(std::int32_t doubled_y) {
  const std::int32_t half = static_cast<std::int32_t>(pixels_.width) * unit / 2;
  crossings_.clear();
  for (const auto& [upper, lower] : active_) {
    if (2 * upper.y > doubled_y || 2 * lower.y < doubled_y) continue;
    const std::int64_t share = std::int64_t{lower.x - upper.x} * (doubled_y - 2 * upper.y) / (2 * (lower.y - upper.y));
    crossings_.push_back(std::clamp(upper.x + half + static_cast<std::int32_t>(share), 0, 2 * half));
  }
  std::sort(crossings_.begin(), crossings_.end());
  for (std::size_t i = 0; i + 1 < crossings_.size(); i += 2)
    for (std::int32_t x = crossings_[i]; x < crossings_[i + 1];) {
      const std::int32_t end = std::min((x / unit + 1) * unit, crossings_[i + 1]);
      coverage_[static_cast<std::size_t>(x / unit)] += end - x;
      x = end;
    }
}

void Canvas::blend_row(std::int32_t row, Colour colour) {
  std::uint8_t* pixel = pixels_.rgb.data() + std::size_t{3} * pixels_.width * static_cast<std::size_t>(row);
  for (const int covered : coverage_) {
    if (covered > 0) {
      pixel[0] = mixed(pixel[0], colour.red, covered, unit * scanlines);
      pixel[1] = mixed(pixel[1], colour.green, covered, unit * scanlines);
      pixel[2] = mixed(pixel[2], colour.blue, covered, unit * scanlines);
    }
    pixel += 3;
  }
}
