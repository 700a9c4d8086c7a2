#include "logo/saliency.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace marque {

namespace {

using Histogram = std::array<int, 256>;

/// The smallest value that at least `per_myriad` of the counted values do not exceed.
int quantile(const Histogram& histogram, int per_myriad) {
  std::int64_t total = 0, seen = 0;
  for (const int count : histogram) total += count;
  for (std::size_t value = 0; value < histogram.size(); ++value) {
    seen += histogram[value];
    if (seen * 10000 >= total * per_myriad && seen > 0) return static_cast<int>(value);
  }
  return 255;
}

constexpr int unlike = 60;   // colours of different things

/// The outermost pixels.
cv::Mat1b ring_of(const cv::Mat3b& picture) {
  const int right = picture.cols - 1, bottom = picture.rows - 1;
  cv::Mat1b ring(picture.size(), 255);
  if (right > 1 && bottom > 1) ring(cv::Rect(1, 1, right - 1, bottom - 1)) = 0;
  return ring;
}

/// The border's median; where three corners agree on another colour, theirs: a rounded tile fills the picture.
cv::Vec3b background(const cv::Mat3b& picture, const cv::Mat1b& ring) {
  constexpr int alike = 40;
  const int right = picture.cols - 1, bottom = picture.rows - 1;
  cv::Mat1b corner(picture.size(), std::uint8_t{0});
  const std::array<cv::Point, 4> corners{cv::Point(0, 0), cv::Point(right, 0), cv::Point(0, bottom),
                                         cv::Point(right, bottom)};
  for (const cv::Point& point : corners) corner(point) = 255;
  const cv::Vec3b edge = median_colour(picture, ring), angle = median_colour(picture, corner);
  const auto agreeing = std::count_if(corners.begin(), corners.end(),
                                      [&](const cv::Point& p) { return colour_distance(picture(p), angle) < alike; });
  return colour_distance(edge, angle) > unlike && agreeing >= 3 ? angle : edge;
}

const cv::Vec3b white(255, 255, 255);

/// Whether a twelfth of the border is white.
bool shows_paper(const cv::Mat3b& picture, const cv::Mat1b& ring) {
  constexpr int least_share = 12;
  int paper = 0;
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) paper += ring(y, x) != 0 && colour_distance(picture(y, x), white) < unlike ? 1 : 0;
  }
  return least_share * paper >= cv::countNonZero(ring);
}

}  // namespace

int colour_distance(const cv::Vec3b& a, const cv::Vec3b& b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

cv::Vec3b median_colour(const cv::Mat3b& picture, const cv::Mat1b& mask) {
  std::array<Histogram, 3> histograms{};
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      if (mask(y, x) == 0) continue;
      for (int c = 0; c < 3; ++c) ++histograms[static_cast<std::size_t>(c)][picture(y, x)[c]];
    }
  }
  cv::Vec3b median;
  for (int c = 0; c < 3; ++c)
    median[c] = static_cast<std::uint8_t>(quantile(histograms[static_cast<std::size_t>(c)], 5000));
  return median;
}

cv::Vec3b ground_colour(const cv::Mat3b& picture, const cv::Mat1b& saliency) {
  constexpr int quiet_level = 51, least_pixels = 8;
  const cv::Mat1b quiet(saliency < quiet_level);
  return cv::countNonZero(quiet) > least_pixels ? median_colour(picture, quiet) : cv::Vec3b(255, 255, 255);
}

namespace {

/// contrast() with another share of pixels than a half per cent to be as far as the peak.
cv::Mat1b contrast_to_peak(const cv::Mat3b& picture, const cv::Mat1b& mask, const cv::Vec3b& ground, int floor_percent, int least, int peak_per_myriad) {
  constexpr int ramp_percent = 50;
  cv::Mat1b out(picture.size(), std::uint8_t{0});
  Histogram histogram{};
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      if (mask(y, x) == 0) continue;
      const int d = colour_distance(picture(y, x), ground);
      ++histogram[static_cast<std::size_t>(d)];
      out(y, x) = static_cast<std::uint8_t>(d);
    }
  }
  const int peak = quantile(histogram, peak_per_myriad);
  if (peak < least) return {};
  for (std::uint8_t& value : out) {
    value = static_cast<std::uint8_t>(
        std::clamp((value * 100 - floor_percent * peak) * 255 / (ramp_percent * peak), 0, 255));
  }
  return out;
}

constexpr int floor_of_whole = 12, least_of_whole = 12;   // of the contrast with a picture's background
constexpr int sparse_peak = 9995;                         // where next to nothing of a picture stands out

}  // namespace

cv::Mat1b contrast(const cv::Mat3b& picture, const cv::Mat1b& mask, const cv::Vec3b& ground, int floor_percent, int least) {
  return contrast_to_peak(picture, mask, ground, floor_percent, least, 9950);
}

std::vector<cv::Mat1b> saliencies_of(const cv::Mat3b& picture) {
  const cv::Mat1b ring = ring_of(picture), all(picture.size(), 255);
  const cv::Vec3b ground = background(picture, ring);
  cv::Mat1b found = contrast(picture, all, ground, floor_of_whole, least_of_whole);
  if (found.empty()) found = contrast_to_peak(picture, all, ground, floor_of_whole, least_of_whole, sparse_peak);
  if (found.empty()) return {};
  if (colour_distance(ground, white) <= unlike || !shows_paper(picture, ring)) return {std::move(found)};
  return {std::move(found), contrast(picture, all, white, floor_of_whole, least_of_whole)};
}

std::optional<cv::Rect> standing_out(const cv::Mat3b& picture) {
  const cv::Mat1b all(picture.size(), 255);
  const cv::Mat1b found = contrast_to_peak(picture, all, background(picture, ring_of(picture)), floor_of_whole, least_of_whole, sparse_peak);
  return found.empty() ? std::nullopt : salient_box(found);
}

std::optional<cv::Rect> salient_box(const cv::Mat1b& saliency) {
  int left = saliency.cols, right = -1, top = saliency.rows, bottom = -1;
  for (int y = 0; y < saliency.rows; ++y) {
    const std::uint8_t* row = saliency[y];
    int first = 0, last = saliency.cols - 1;
    while (first < saliency.cols && row[first] <= salient_level) ++first;
    if (first == saliency.cols) continue;
    while (last > right && row[last] <= salient_level) --last;
    left = std::min(left, first), right = std::max(right, last);
    top = std::min(top, y), bottom = y;
  }
  if (right - left < 1 || bottom - top < 1) return std::nullopt;
  return cv::Rect(left, top, right - left + 1, bottom - top + 1);
}

}  // namespace marque
