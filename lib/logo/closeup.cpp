#include "logo/closeup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "logo/layout.hpp"
#include "logo/saliency.hpp"

namespace marque {

namespace {

int longer_side(const cv::Size& size) { return std::max(size.width, size.height); }

cv::Size size_of(const Pixels& pixels) { return {static_cast<int>(pixels.width), static_cast<int>(pixels.height)}; }

cv::Mat3b seen_small(const Pixels& pixels) {
  Pixels small = shrunk(pixels, working_side);
  return cv::Mat3b(static_cast<int>(small.height), static_cast<int>(small.width), reinterpret_cast<cv::Vec3b*>(small.rgb.data())).clone();
}

Pixels cut_out(const Pixels& pixels, const cv::Rect& box) {
  Pixels out{static_cast<std::uint32_t>(box.width), static_cast<std::uint32_t>(box.height), {}};
  out.rgb.reserve(std::size_t{3} * out.width * out.height);
  for (int y = box.y; y < box.br().y; ++y) {
    const auto row = pixels.rgb.begin() + 3 * (static_cast<std::ptrdiff_t>(y) * pixels.width + box.x);
    out.rgb.insert(out.rgb.end(), row, row + 3 * static_cast<std::ptrdiff_t>(box.width));
  }
  return out;
}

/// All pixels that a box in a picture touches where that is seen larger.
cv::Rect scaled(const cv::Rect& box, const cv::Size& from, const cv::Size& to) {
  const auto down = [](std::int64_t value, std::int64_t whole, std::int64_t side) { return static_cast<int>(value * side / whole); };
  const auto up = [](std::int64_t value, std::int64_t whole, std::int64_t side) { return static_cast<int>((value * side + whole - 1) / whole); };
  return {cv::Point(down(box.x, from.width, to.width), down(box.y, from.height, to.height)),
          cv::Point(up(box.br().x, from.width, to.width), up(box.br().y, from.height, to.height))};
}

/// Around what stands out, where that takes at most half of a picture's longer side: with a margin, as a background is told by what surrounds a mark.
std::optional<cv::Rect> surroundings(const cv::Mat3b& picture) {
  constexpr int least_margin = 2, margin_share = 8;
  const auto box = standing_out(picture);
  if (!box || 2 * longer_side(box->size()) > longer_side(picture.size())) return std::nullopt;
  const int margin = least_margin + longer_side(box->size()) / margin_share;
  return cv::Rect(box->x - margin, box->y - margin, box->width + 2 * margin, box->height + 2 * margin) & cv::Rect({0, 0}, picture.size());
}

}  // namespace

Closeup::Closeup(const Pixels& picture) : part_({0, 0}, size_of(picture)), pixels_(seen_small(picture)) {
  constexpr int most_steps = 4;
  for (int step = 0; step < most_steps && longer_side(part_.size()) > longer_side(pixels_.size()); ++step) {
    const auto around = surroundings(pixels_);
    if (!around) break;
    part_ = in_picture(*around);
    pixels_ = seen_small(cut_out(picture, part_));
  }
}

cv::Rect Closeup::in_picture(const cv::Rect& box) const { return scaled(box, pixels_.size(), part_.size()) + part_.tl(); }

}  // namespace marque
