#include "marque/logo/alignment.hpp"

#include <algorithm>
#include <new>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "logo/closeup.hpp"
#include "logo/code.hpp"
#include "logo/description.hpp"
#include "logo/fingerprint_with.hpp"
#include "logo/probes.hpp"
#include "logo/saliency.hpp"
#include "logo/views.hpp"

namespace marque {

namespace {

constexpr int side = static_cast<int>(square_side);

/// A part of a picture as it was described: its box in the picture, and what stands out in the square.
struct Described {
  PixelBox box;
  cv::Mat1b saliency;
};

cv::Mat1b square_of(const Layers& layers, const Placement& placement) {
  const Squares squares = squared(layers, placement);
  cv::Mat1b saliency(side, side);
  std::copy(squares[0].begin(), squares[0].end(), saliency.begin());
  return saliency;
}

/// The view or probe with this number, as fingerprint_of() made it.
std::optional<Described> described(const Pixels& given, std::size_t seen) {
  const Closeup closeup(given);
  const auto in_picture = [&](const cv::Rect& box) {
    const cv::Rect own = closeup.in_picture(box);
    return PixelBox{static_cast<std::uint32_t>(own.x), static_cast<std::uint32_t>(own.y), static_cast<std::uint32_t>(own.width), static_cast<std::uint32_t>(own.height)};
  };
  const std::vector<View> views = views_of(closeup.pixels());
  if (views.empty()) return {};
  if (seen < views.size()) return Described{in_picture(views[seen].box), square_of(layers_of(views[seen]), {})};
  const std::vector<Probe> probes = probes_of(closeup.pixels(), views);
  if (seen - views.size() >= probes.size()) return {};
  const Probe& probe = probes[seen - views.size()];
  return Described{in_picture(probe.box), square_of(probe.layers, probe.placement)};
}

/// Quarter turns clockwise, of the mirror image for the latter four.
cv::Mat1b turned(const cv::Mat1b& square, LogoTurn turn) {
  const auto number = static_cast<std::size_t>(turn);
  cv::Mat1b out = square.clone();
  if (number >= turn_count / 2) cv::flip(square, out, 1);
  constexpr std::array quarters{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  if (const std::size_t quarter = number % (turn_count / 2); quarter > 0) cv::rotate(out.clone(), out, quarters[quarter - 1]);
  return out;
}

cv::Mat1b moved(const cv::Mat1b& square, int dx, int dy) {
  cv::Mat1b out(square.size(), std::uint8_t{0});
  const cv::Rect all({0, 0}, square.size()), target = all & (all + cv::Point(dx, dy));
  square(target - cv::Point(dx, dy)).copyTo(out(target));
  return out;
}

cv::Mat box_element(int reach) { return cv::getStructuringElement(cv::MORPH_RECT, {2 * reach + 1, 2 * reach + 1}); }

/// Where what stands out ends.
cv::Mat1b outline(const cv::Mat1b& saliency) {
  const cv::Mat1b shape(saliency > salient_level);
  cv::Mat1b inside;
  cv::erode(shape, inside, box_element(1), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  return cv::Mat1b(shape & ~inside);
}

cv::Mat1b grown(const cv::Mat1b& mask, int reach) {
  cv::Mat1b out;
  cv::dilate(mask, out, box_element(reach), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  return out;
}

/// The harmonic mean of the shares of each outline that lie near the other.
double agreement(const cv::Mat1b& a, const cv::Mat1b& near_a, const cv::Mat1b& b, const cv::Mat1b& near_b) {
  const int length_a = cv::countNonZero(a), length_b = cv::countNonZero(b);
  const int a_on_b = cv::countNonZero(a & near_b), b_on_a = cv::countNonZero(b & near_a);
  if (a_on_b == 0 || b_on_a == 0) return 0;
  const double share_a = static_cast<double>(a_on_b) / length_a, share_b = static_cast<double>(b_on_a) / length_b;
  return 2 * share_a * share_b / (share_a + share_b);
}

struct Moved {
  cv::Mat1b saliency;
  double outlines = -1;
};

/// The move by some pixels after which most of the outlines agree; the shortest of equals.
Moved best_move(const cv::Mat1b& a, const cv::Mat1b& b) {
  constexpr int farthest = 4, reach = side / 32;
  std::vector<cv::Point> moves;
  for (int dy = -farthest; dy <= farthest; ++dy) {
    for (int dx = -farthest; dx <= farthest; ++dx) moves.emplace_back(dx, dy);
  }
  std::stable_sort(moves.begin(), moves.end(), [](const cv::Point& p, const cv::Point& q) { return p.dot(p) < q.dot(q); });
  const cv::Mat1b edge_a = outline(a), edge_b = outline(b), near_a = grown(edge_a, reach), near_b = grown(edge_b, reach);
  cv::Point best;
  double most = -1;
  for (const cv::Point& move : moves) {
    const double share = agreement(moved(edge_a, move.x, move.y), moved(near_a, move.x, move.y), edge_b, near_b);
    if (share > most) most = share, best = move;
  }
  return {moved(a, best.x, best.y), most};
}

/// Subtractive: each picture takes from white what its ink takes, orange and blue, which make dark together.
Image overlay_of(const cv::Mat1b& a, const cv::Mat1b& b) {
  constexpr int scale = 3;
  constexpr std::array<int, 3> orange{230, 110, 20}, blue{30, 110, 220};
  Pixels pixels{side * scale, side * scale, {}};
  for (int y = 0; y < side * scale; ++y) {
    for (int x = 0; x < side * scale; ++x) {
      const int ink_a = a(y / scale, x / scale), ink_b = b(y / scale, x / scale);
      for (std::size_t c = 0; c < 3; ++c) {
        const int left = 255 - (255 - orange[c]) * ink_a / 255, right = 255 - (255 - blue[c]) * ink_b / 255;
        pixels.rgb.push_back(static_cast<std::uint8_t>(left * right / 255));
      }
    }
  }
  return encode_png(pixels);
}

Result<LogoAlignment> laid_over(const Pixels& a, const Pixels& b, const LogoMatch& match) {
  const auto first = described(a, match.view_a), second = described(b, match.view_b);
  if (!first || !second || static_cast<std::size_t>(match.square) >= turn_count)
    return Error{ErrorCode::invalid_argument, "a match of other pictures than these"};
  const Moved best = best_move(turned(first->saliency, match.square), second->saliency);
  return LogoAlignment{first->box, second->box, static_cast<float>(best.outlines), overlay_of(best.saliency, second->saliency)};
}

}  // namespace

Result<LogoAlignment> aligned(const Pixels& a, const Pixels& b, const LogoMatch& match) {
  try {
    return laid_over(a, b, match);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, "no memory for laying pictures over each other"};
  } catch (const cv::Exception& exception) {
    return Error{ErrorCode::internal, "OpenCV: " + exception.err};
  }
}

LogoAligner opencv_aligner(const ImageLimits& limits) {
  return [limits](const Image& a, const Image& b, const LogoMatch& match) -> Result<LogoAlignment> {
    const auto first = decode(a, limits), second = decode(b, limits);
    if (!first) return first.error();
    return second ? aligned(*first, *second, match) : second.error();
  };
}

}  // namespace marque
