#include "logo/transparency.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace marque {

namespace {

constexpr unsigned white = 255, black = 0, grey = 128;

/// Every nth pixel of every nth row: pieces are told as well by these.
cv::Mat4b thinned(const Raster& raster) {
  constexpr std::uint32_t most = 256;
  const std::uint32_t step = (std::max(raster.width, raster.height) + most - 1) / most;
  cv::Mat4b out(static_cast<int>((raster.height + step - 1) / step), static_cast<int>((raster.width + step - 1) / step));
  for (int y = 0; y < out.rows; ++y) {
    for (int x = 0; x < out.cols; ++x) {
      const std::size_t at = std::size_t{4} * (std::size_t{step} * static_cast<std::size_t>(y) * raster.width + std::size_t{step} * static_cast<std::size_t>(x));
      out(y, x) = {raster.samples[at], raster.samples[at + 1], raster.samples[at + 2], raster.samples[at + 3]};
    }
  }
  return out;
}

/// What holds together, as numbers from 1 on; 0 where it is clear.
struct Pieces {
  cv::Mat4b pixels;
  cv::Mat1i labels;
  int count = 0;
};

Pieces pieces_of(const Raster& raster) {
  constexpr int least_visible = 128;
  Pieces pieces{thinned(raster), {}, 0};
  cv::Mat1b alpha;
  cv::extractChannel(pieces.pixels, alpha, 3);
  pieces.count = cv::connectedComponents(alpha >= least_visible, pieces.labels, 8, CV_32S);
  return pieces;
}

/// How far the pieces are from a shade: what all but the nearest twelfth, by area, is at least.
int distance(const Pieces& pieces, unsigned shade) {
  constexpr int share = 12;
  struct Piece {
    std::int64_t distance = 0, area = 0;
    std::int64_t mean() const { return distance / std::max<std::int64_t>(area, 1); }
  };
  std::vector<Piece> all(static_cast<std::size_t>(pieces.count));
  std::int64_t visible = 0;
  for (int y = 0; y < pieces.labels.rows; ++y) {
    for (int x = 0; x < pieces.labels.cols; ++x) {
      const int label = pieces.labels(y, x);
      if (label == 0) continue;
      const cv::Vec4b& pixel = pieces.pixels(y, x);
      const auto from_shade = [&](int c) { return std::abs(pixel[c] - static_cast<int>(shade)); };
      all[static_cast<std::size_t>(label)].distance += std::max({from_shade(0), from_shade(1), from_shade(2)});
      ++all[static_cast<std::size_t>(label)].area, ++visible;
    }
  }
  std::sort(all.begin(), all.end(), [](const Piece& a, const Piece& b) { return a.mean() < b.mean(); });
  std::int64_t nearer = 0;
  for (const Piece& piece : all) {
    nearer += piece.area;
    if (share * nearer >= visible && piece.area > 0) return static_cast<int>(piece.mean());
  }
  return 0;
}

}  // namespace

unsigned ground_shade(const Raster& raster) {
  constexpr int vanishing = 20;
  const Pieces pieces = pieces_of(raster);
  if (pieces.count < 2 || distance(pieces, white) > vanishing) return white;
  return distance(pieces, black) >= distance(pieces, grey) ? black : grey;
}

}  // namespace marque
