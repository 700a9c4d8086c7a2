#pragma once

#include <cstdint>
#include <vector>

#include "marque/logo/decode.hpp"

/// A place on the canvas in sixteenths of a pixel, from its centre; y grows downward.
struct Point {
  std::int32_t x = 0, y = 0;
};

/// Closed outlines; what an odd number of them encloses is inside.
using Contour = std::vector<Point>;
using Shape = std::vector<Contour>;

/// Angles are in 1024ths of a turn. Whole numbers throughout, so that a picture has the same bytes on every machine.
constexpr int whole_turn = 1024;

/// `length` at an angle, from the sine formula of Bhaskara I (off by less than 0.2 %).
Point polar(int angle, int length);
Point turned(Point point, int angle);
Shape turned(const Shape& shape, int angle);
Shape moved(Shape shape, Point by);
Shape mirrored(Shape shape);   ///< left and right exchanged
void append(Shape& shape, const Shape& more);

Shape regular(int corners, int radius, int phase);
Shape disc(int radius);
Shape ring(int radius, int width);
Shape star(int points, int radius, int inner_radius);
Shape petals(int count, int radius, int width);
Shape crescent(int radius, int bite);
Shape box(int half_width, int half_height);
Shape rounded_box(int half_side, int corner);
Shape band(int half_width, int half_height, int amplitude, int waves);   ///< a stripe that swings up and down
Shape copies(const Shape& shape, int count);                             ///< turned about the centre

struct Colour {
  std::uint8_t red = 255, green = 255, blue = 255;
  bool operator==(const Colour&) const = default;
};

/// A square picture that shapes are laid on, edges smoothed by coverage.
class Canvas {
 public:
  Canvas(std::uint32_t side, Colour background);

  /// Fills a shape, `top` running into `bottom` down the canvas.
  void fill(const Shape& shape, Colour top, Colour bottom);

  const marque::Pixels& pixels() const { return pixels_; }

 private:
  struct Edge {
    Point upper, lower;
  };

  void cover_row(std::int32_t row);
  void cover_line(std::int32_t doubled_y);
  void blend_row(std::int32_t row, Colour colour);

  marque::Pixels pixels_;
  std::vector<Edge> edges_;             ///< of the shape being filled
  std::vector<Edge> active_;            ///< those that meet the row
  std::vector<std::int32_t> crossings_;
  std::vector<int> coverage_;           ///< of the row's pixels, in 64ths
};
