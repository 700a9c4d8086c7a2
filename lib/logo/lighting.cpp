#include "logo/lighting.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "logo/saliency.hpp"

namespace marque {

namespace {

using Line = std::vector<cv::Vec3b>;

/// The colours of a border, each the median of those around it: what of a mark or of dirt touches the border does not count.
Line smoothed(const Line& line) {
  constexpr int share = 4;
  const int length = static_cast<int>(line.size()), reach = std::max(1, length / (2 * share));
  Line out(line.size());
  std::vector<std::uint8_t> around;
  for (int at = 0; at < length; ++at) {
    const int own = std::min({reach, at, length - 1 - at});   // symmetric, so that a slope stays one to its ends
    for (int c = 0; c < 3; ++c) {
      around.clear();
      for (int i = at - own; i <= at + own; ++i) around.push_back(line[static_cast<std::size_t>(i)][c]);
      std::nth_element(around.begin(), around.begin() + own, around.end());
      out[static_cast<std::size_t>(at)][c] = around[static_cast<std::size_t>(own)];
    }
  }
  return out;
}

struct Borders {
  Line left, right, top, bottom;

  explicit Borders(const cv::Mat3b& picture) {
    for (int y = 0; y < picture.rows; ++y) left.push_back(picture(y, 0)), right.push_back(picture(y, picture.cols - 1));
    for (int x = 0; x < picture.cols; ++x) top.push_back(picture(0, x)), bottom.push_back(picture(picture.rows - 1, x));
    for (Line* line : {&left, &right, &top, &bottom}) *line = smoothed(*line);
  }

  /// The ground at a place.
  std::array<int, 3> between(int x, int y) const {
    const int across = static_cast<int>(top.size()) - 1, down = static_cast<int>(left.size()) - 1;
    const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y);
    std::array<int, 3> colour{};
    for (int c = 0; c < 3; ++c) {
      const int sides = (left[row][c] * (across - x) + right[row][c] * x) * down + (top[column][c] * (down - y) + bottom[column][c] * y) * across;
      const int corners = ((left.front()[c] + top.front()[c]) * (across - x) + (right.front()[c] + top.back()[c]) * x) * (down - y) +
                          ((left.back()[c] + bottom.front()[c]) * (across - x) + (right.back()[c] + bottom.back()[c]) * x) * y;
      colour[static_cast<std::size_t>(c)] = (sides - corners / 2) / (across * down);
    }
    return colour;
  }
};

/// Whether a sixth of the border differs from its middle colour, but hardly any of it from what is around.
bool is_uneven(const cv::Mat3b& picture, const Borders& borders) {
  constexpr int unlike = 24, share = 6, rough_share = 8;
  Line all;
  for (const Line* line : {&borders.left, &borders.right, &borders.top, &borders.bottom}) all.insert(all.end(), line->begin(), line->end());
  cv::Vec3b middle;
  for (int c = 0; c < 3; ++c) {
    const auto half = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), half, all.end(), [c](const auto& a, const auto& b) { return a[c] < b[c]; });
    middle[c] = (*half)[c];
  }
  const auto differing = std::count_if(all.begin(), all.end(), [&](const auto& colour) { return colour_distance(colour, middle) > unlike; });
  int rough = 0;
  for (int y = 0; y < picture.rows; ++y) {
    const auto row = static_cast<std::size_t>(y);
    rough += (colour_distance(picture(y, 0), borders.left[row]) > unlike) + (colour_distance(picture(y, picture.cols - 1), borders.right[row]) > unlike);
  }
  for (int x = 0; x < picture.cols; ++x) {
    const auto column = static_cast<std::size_t>(x);
    rough += (colour_distance(picture(0, x), borders.top[column]) > unlike) + (colour_distance(picture(picture.rows - 1, x), borders.bottom[column]) > unlike);
  }
  const auto length = static_cast<std::ptrdiff_t>(all.size());
  return share * differing >= length && rough_share * static_cast<std::ptrdiff_t>(rough) <= length;
}

}  // namespace

std::optional<cv::Mat3b> evened(const cv::Mat3b& picture) {
  constexpr int least_side = 16, grey = 128;
  if (std::min(picture.rows, picture.cols) < least_side) return std::nullopt;
  const Borders borders(picture);
  if (!is_uneven(picture, borders)) return std::nullopt;
  cv::Mat3b out(picture.size());
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const auto ground = borders.between(x, y);
      for (int c = 0; c < 3; ++c)
        out(y, x)[c] = static_cast<std::uint8_t>(std::clamp(grey + picture(y, x)[c] - ground[static_cast<std::size_t>(c)], 0, 255));
    }
  }
  return out;
}

}  // namespace marque
