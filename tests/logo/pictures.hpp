#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "marque/logo/decode.hpp"

/// Pictures drawn from formulas, and what copyists do to them.
namespace pictures {

using marque::Pixels;
using Colour = std::array<int, 3>;
inline constexpr Colour white{255, 255, 255}, black{0, 0, 0};

/// The colour at a point of the unit square.
using Drawing = std::function<Colour(double x, double y)>;

/// Nine samples a pixel, so that edges are smooth.
inline Pixels render(const Drawing& drawing, std::uint32_t width, std::uint32_t height) {
  Pixels pixels{width, height, {}};
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      Colour sum{};
      for (int i = 0; i < 9; ++i) {
        const Colour sample = drawing((x + (i % 3 + 0.5) / 3) / width, (y + (i / 3 + 0.5) / 3) / height);
        for (std::size_t c = 0; c < 3; ++c) sum[c] += sample[c];
      }
      for (const int value : sum) pixels.rgb.push_back(static_cast<std::uint8_t>(value / 9));
    }
  }
  return pixels;
}

struct Blob {
  int kind;  ///< disc, box or ring
  double x, y, width, height;
  Colour colour;

  bool covers(double px, double py) const {
    const double u = (px - x) / width, v = (py - y) / height, r = u * u + v * v;
    return kind == 0 ? r < 1 : kind == 1 ? std::max(std::abs(u), std::abs(v)) < 1 : r < 1 && r > 0.4;
  }
};

/// A mark of a few overlapping shapes on white; another one for each seed.
inline Drawing mark(unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() % 1000) / 1000;
  };
  std::vector<Blob> blobs;
  for (int i = 0; i < 5; ++i) {
    Blob blob{static_cast<int>(random() % 3),
              number(0.28, 0.72),
              number(0.28, 0.72),
              number(0.04, 0.2),
              number(0.04, 0.2),
              {}};
    for (int& channel : blob.colour) channel = static_cast<int>(random() % 140);
    blobs.push_back(blob);
  }
  return [blobs](double x, double y) {
    Colour colour = white;
    for (const Blob& blob : blobs) {
      if (blob.covers(x, y)) colour = blob.colour;
    }
    return colour;
  };
}

inline Drawing rotated(Drawing drawing, double degrees) {
  const double radians = degrees * 3.14159265358979 / 180, c = std::cos(radians), s = std::sin(radians);
  return [=](double x, double y) {
    const double u = x - 0.5, v = y - 0.5;
    return drawing(0.5 + c * u + s * v, 0.5 - s * u + c * v);
  };
}

/// The drawing at `scale`, its corner at (left, top), on white.
inline Drawing placed(Drawing drawing, double scale, double left, double top) {
  return [=](double x, double y) {
    const double u = (x - left) / scale, v = (y - top) / scale;
    return u < 0 || v < 0 || u > 1 || v > 1 ? white : drawing(u, v);
  };
}

/// A device with words beside it, three times as wide as high.
inline Drawing lock_up(Drawing device) {
  return [=](double x, double y) -> Colour {
    if (3 * x < 1) return device(3 * x, y);
    const bool letters = 3 * x > 1.1 && 3 * x < 2.9 && y > 0.4 && y < 0.6 && static_cast<int>(60 * x) % 3 != 0;
    return letters ? black : white;
  };
}

inline Drawing recoloured(Drawing drawing, std::function<Colour(Colour)> change) {
  return [=](double x, double y) { return change(drawing(x, y)); };
}

inline Colour inverted(Colour colour) { return {255 - colour[0], 255 - colour[1], 255 - colour[2]}; }

inline Pixels mirrored(const Pixels& pixels) {
  Pixels out = pixels;
  for (std::size_t y = 0; y < pixels.height; ++y) {
    for (std::size_t x = 0; x < pixels.width; ++x) {
      for (std::size_t c = 0; c < 3; ++c)
        out.rgb[3 * (y * pixels.width + pixels.width - 1 - x) + c] = pixels.rgb[3 * (y * pixels.width + x) + c];
    }
  }
  return out;
}

/// A quarter turn clockwise.
inline Pixels turned(const Pixels& pixels) {
  Pixels out{pixels.height, pixels.width, std::vector<std::uint8_t>(pixels.rgb.size())};
  for (std::size_t y = 0; y < pixels.height; ++y) {
    for (std::size_t x = 0; x < pixels.width; ++x) {
      for (std::size_t c = 0; c < 3; ++c)
        out.rgb[3 * (x * pixels.height + pixels.height - 1 - y) + c] = pixels.rgb[3 * (y * pixels.width + x) + c];
    }
  }
  return out;
}

/// Bytes from hexadecimal digits.
inline std::vector<std::byte> from_hex(const std::string& digits) {
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<std::byte>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return bytes;
}

}  // namespace pictures
