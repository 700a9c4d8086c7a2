#include "logo/views.hpp"

#include <algorithm>
#include <cstdlib>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "logo/layout.hpp"
#include "logo/saliency.hpp"

namespace marque {

namespace {

bool is_longish(const cv::Size& size) {
  return 10 * std::max(size.width, size.height) > 22 * std::min(size.width, size.height);
}

int salient_area(const cv::Mat1b& saliency) { return cv::countNonZero(saliency > salient_level); }

std::optional<View> trimmed(const View& view) {
  const auto box = salient_box(view.saliency);
  if (!box) return std::nullopt;
  return View{view.kind, *box + view.box.tl(), view.picture(*box), view.saliency(*box)};
}

/// The filled outline of a tile or ring that all but fills the view and is all but convex; empty otherwise.
cv::Mat1b tile_mask(const View& view) {
  cv::Mat1b solid;
  cv::copyMakeBorder(view.saliency > salient_level, solid, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
  std::vector<std::vector<cv::Point>> outlines;
  cv::findContours(solid, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  if (outlines.empty()) return {};
  const auto outline = std::max_element(outlines.begin(), outlines.end(), [](const auto& a, const auto& b) {
    return cv::contourArea(a) < cv::contourArea(b);
  });
  std::vector<cv::Point> hull;
  cv::convexHull(*outline, hull);
  const double area = cv::contourArea(*outline);
  if (area < 0.72 * view.box.area() || area < 0.955 * cv::contourArea(hull)) return {};
  cv::Mat1b mask(solid.size(), std::uint8_t{0});
  cv::drawContours(mask, outlines, static_cast<int>(outline - outlines.begin()), 255, cv::FILLED);
  return mask(cv::Rect(cv::Point(1, 1), view.saliency.size())).clone();
}

cv::Mat1b eroded(const cv::Mat1b& mask, const cv::Mat& element) {
  cv::Mat1b out;
  cv::erode(mask, out, element, {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  return out;
}

/// What a tile, ring or frame encloses: that which differs from the colour just inside its edge.
std::optional<View> peeled(const View& view) {
  constexpr int least_side = 16, least_ring = 20, least_contrast = 40, floor_percent = 15;
  if (std::min(view.box.width, view.box.height) < least_side || is_longish(view.box.size())) return std::nullopt;
  const cv::Mat1b tile = tile_mask(view);
  if (tile.empty()) return std::nullopt;
  const int rim = std::max(5, std::max(view.box.width, view.box.height) / 20 | 1);
  const cv::Mat1b inside = eroded(tile, cv::getStructuringElement(cv::MORPH_ELLIPSE, {rim, rim}));
  const cv::Mat1b ring(inside & ~eroded(inside, cv::getStructuringElement(cv::MORPH_RECT, {3, 3})));
  if (cv::countNonZero(ring) < least_ring) return std::nullopt;
  const cv::Vec3b ground = median_colour(view.picture, ring);
  const cv::Mat1b enclosed = contrast(view.picture, inside, ground, floor_percent, least_contrast);
  if (enclosed.empty() || 2 * cv::countNonZero(ring & (enclosed > salient_level)) > cv::countNonZero(ring))
    return std::nullopt;
  const auto found = trimmed({LogoView::peeled, view.box, view.picture, enclosed});
  if (!found || 25 * found->box.area() < view.box.area() || 100 * salient_area(enclosed) < view.box.area())
    return std::nullopt;
  return found;
}

/// An empty stripe across a view, and where it lies along the direction that it cuts.
struct Gap {
  int begin = 0, end = 0;
  bool vertical = false;
  int width() const { return end - begin; }
};

/// The stripes without anything salient between things that are.
std::vector<Gap> gaps_of(const cv::Mat1b& saliency, bool vertical) {
  cv::Mat1b profile;
  cv::reduce(saliency, profile, vertical ? 0 : 1, cv::REDUCE_MAX);
  const int length = static_cast<int>(profile.total());
  std::vector<Gap> gaps;
  int after = -1;  // the last thing ends here
  for (int i = 0; i < length; ++i) {
    if (profile(i) <= salient_level) continue;
    if (after >= 0 && i > after) gaps.push_back({after, i, vertical});
    after = i + 1;
  }
  return gaps;
}

/// The widest of them, the first of equals; of no width where there is none.
Gap widest_gap(const cv::Mat1b& saliency, bool vertical) {
  const auto gaps = gaps_of(saliency, vertical);
  const auto widest = std::max_element(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.width() < b.width(); });
  return widest == gaps.end() ? Gap{0, 0, vertical} : *widest;
}

/// What lies on one side of a gap, trimmed.
std::optional<View> beside(const View& view, const Gap& gap, bool before) {
  const int w = view.box.width, h = view.box.height;
  const cv::Rect side = gap.vertical ? (before ? cv::Rect(0, 0, gap.begin, h) : cv::Rect(gap.end, 0, w - gap.end, h))
                                     : (before ? cv::Rect(0, 0, w, gap.begin) : cv::Rect(0, gap.end, w, h - gap.end));
  return trimmed({LogoView::block, side + view.box.tl(), view.picture(side), view.saliency(side)});
}

/// The two sides of the widest gap of at least 3.5 % of the longer side; none where there is no such gap.
std::vector<View> cut(const View& view) {
  const Gap upright = widest_gap(view.saliency, true), level = widest_gap(view.saliency, false);
  const Gap gap = upright.width() >= level.width() ? upright : level;
  if (200 * gap.width() < 7 * std::max(view.box.width, view.box.height) || gap.width() == 0) return {};
  std::vector<View> parts;
  for (const bool before : {true, false}) {
    if (auto part = beside(view, gap, before)) parts.push_back(*std::move(part));
  }
  return parts;
}

bool is_device(const View& part, const View& whole) {
  const int area = part.box.area();
  return !is_longish(part.box.size()) && 100 * area > 6 * whole.box.area() &&
         100 * salient_area(part.saliency) < 97 * area;
}

/// The blocks of a lock-up that may be devices, found by cutting twice, the largest first.
std::vector<View> blocks_of(const View& view) {
  constexpr int least_side = 10, depth = 2;
  std::vector<View> found, level{view};
  for (int i = 0; i < depth; ++i) {
    std::vector<View> parts;
    for (const View& piece : level) {
      for (View& part : cut(piece)) {
        if (std::min(part.box.width, part.box.height) < least_side) continue;
        if (is_device(part, piece)) found.push_back(part);
        parts.push_back(std::move(part));
      }
    }
    level = std::move(parts);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const View& a, const View& b) { return a.box.area() > b.box.area(); });
  return found;
}

/// Devices at the ends of a lock-up, beside, above or below its words, however close to them: at each end what the widest
/// gap leaves there, if it may be a device and is large enough beside the rest.
std::vector<View> ends_of(const View& view) {
  std::vector<View> found;
  for (const bool vertical : {true, false}) {
    const auto gaps = gaps_of(view.saliency, vertical);
    for (const bool before : {true, false}) {
      std::optional<View> best;
      int widest = 0;
      for (const Gap& gap : gaps) {
        if (gap.width() <= widest) continue;
        auto part = beside(view, gap, before);
        if (!part || !is_device(*part, view)) continue;
        const bool large = vertical ? 10 * part->box.height >= 6 * view.box.height && 10 * part->box.width <= 6 * view.box.width
                                    : 10 * part->box.height >= 4 * view.box.height && 10 * part->box.width <= 9 * view.box.width;
        if (large) best = std::move(part), widest = gap.width();
      }
      if (best) found.push_back(*std::move(best));
    }
  }
  return found;
}

/// Appends what the last view encloses, and what that encloses.
void append_peeled(std::vector<View>& views, int levels) {
  for (int i = 0; i < levels && views.size() < max_views; ++i) {
    auto inner = peeled(views.back());
    if (!inner) return;
    views.push_back(*std::move(inner));
  }
}

}  // namespace

std::vector<View> views_of(const cv::Mat3b& picture) {
  const std::vector<cv::Mat1b> saliencies = saliencies_of(picture);
  if (saliencies.empty()) return {};
  const cv::Rect all({0, 0}, picture.size());
  const auto whole = trimmed({LogoView::whole, all, picture, saliencies.front()});
  if (!whole) return {};
  std::vector<View> views{*whole};
  append_peeled(views, 2);
  std::vector<View> blocks = blocks_of(*whole);
  const auto append_blocks = [&](const View& view) {
    for (View& block : blocks_of(view)) blocks.push_back(std::move(block));
  };
  if (views.size() > 1) append_blocks(views.back());
  if (saliencies.size() > 1 && views.size() < max_views) {
    if (auto filling = trimmed({LogoView::filling, all, picture, saliencies.back()})) {
      views.push_back(*std::move(filling));
      append_blocks(views.back());
    }
  }
  for (View& end : ends_of(*whole)) blocks.push_back(std::move(end));
  for (View& block : blocks) {
    if (views.size() == max_views) break;
    if (std::any_of(views.begin(), views.end(), [&](const View& view) { return are_alike(view.box, block.box); })) continue;
    views.push_back(std::move(block));
    append_peeled(views, 1);
  }
  return views;
}

Layers layers_of(const View& view) {
  const cv::Vec3b ground = ground_colour(view.picture, view.saliency);
  Layers layers{view.saliency.cols, view.saliency.rows, {}};
  layers.samples.resize(Layers::count * view.saliency.total());
  for (int y = 0; y < layers.height; ++y) {
    std::uint8_t* out = layers.at(0, y);
    const cv::Vec3b* pixels = view.picture[y];
    const std::uint8_t* saliency = view.saliency[y];
    for (int x = 0; x < layers.width; ++x, out += Layers::count) {
      out[0] = saliency[x];
      for (int c = 0; c < 3; ++c) out[c + 1] = static_cast<std::uint8_t>(std::abs(pixels[x][c] - ground[c]));
    }
  }
  return layers;
}

bool are_alike(const cv::Rect& a, const cv::Rect& b) { return 10 * (a & b).area() > 9 * std::max(a.area(), b.area()); }

}  // namespace marque
