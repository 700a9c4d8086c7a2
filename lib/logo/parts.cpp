#include "logo/parts.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "logo/saliency.hpp"

namespace marque {

namespace {

constexpr int least_side = 10;

bool is_among(const std::vector<View>& views, const View& view) {
  return std::any_of(views.begin(), views.end(), [&](const View& other) { return are_alike(other.box, view.box); });
}

void keep_largest(std::vector<View>& views, std::size_t most) {
  std::stable_sort(views.begin(), views.end(), [](const View& a, const View& b) { return a.box.area() > b.box.area(); });
  views.resize(std::min(views.size(), most), View{});
}

/// What is salient in one component of `labels`, inside its box; none where that is small.
View component(const cv::Mat3b& picture, const cv::Mat1b& saliency, const cv::Mat1i& labels, int label) {
  const cv::Mat1b own(labels == label);
  cv::Mat1b seen(saliency.size(), std::uint8_t{0});
  saliency.copyTo(seen, own);
  const auto box = salient_box(seen);
  if (!box || std::min(box->width, box->height) < least_side) return {LogoView::part, {}, {}, {}};
  return {LogoView::part, *box, picture(*box), seen(*box).clone()};
}

/// What is salient by groups of what lies within some distance: labels from 1 on, 0 for the background, and a box around each.
struct Grouping {
  cv::Mat1i labels;
  std::vector<cv::Rect> boxes;
};

/// The distance in per cent of the whole's longer side.
Grouping grouping_of(const cv::Mat1b& saliency, const View& whole, int per_cent) {
  const int reach = std::max(1, per_cent * std::max(whole.box.width, whole.box.height) / 100) | 1;
  cv::Mat1b grown;
  cv::dilate(saliency > salient_level, grown, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  Grouping grouping;
  cv::Mat1i boxes;
  cv::Mat1d centroids;
  const int count = cv::connectedComponentsWithStats(grown, grouping.labels, boxes, centroids, 8, CV_32S);
  for (int label = 0; label < count; ++label) grouping.boxes.emplace_back(boxes(label, 0), boxes(label, 1), boxes(label, 2), boxes(label, 3));
  return grouping;
}

/// The groups of at least 3 % of the whole's area, but not the whole.
std::vector<View> large_groups(const Grouping& grouping, const cv::Mat3b& picture, const cv::Mat1b& saliency, const View& whole) {
  constexpr std::size_t most_labels = 256;
  const auto large = [&](const cv::Rect& box) { return 33 * box.area() > whole.box.area(); };
  std::vector<View> found;
  for (std::size_t label = 1; label < std::min(grouping.boxes.size(), most_labels); ++label) {
    if (!large(grouping.boxes[label])) continue;
    View group = component(picture, saliency, grouping.labels, static_cast<int>(label));
    if (large(group.box) && !are_alike(group.box, whole.box)) found.push_back(std::move(group));
  }
  return found;
}

/// Groups of what lies close together, for several distances.
std::vector<View> groups_of(const cv::Mat3b& picture, const View& whole) {
  constexpr std::array per_cents{1, 3, 6, 10};
  constexpr std::size_t most_of_a_distance = 6, most = 7;
  cv::Mat1b saliency(picture.size(), std::uint8_t{0});
  whole.saliency.copyTo(saliency(whole.box));
  std::vector<View> groups;
  for (const int per_cent : per_cents) {
    const Grouping grouping = grouping_of(saliency, whole, per_cent);
    if (grouping.boxes.size() < 3) break;  // the background and one group
    std::vector<View> found = large_groups(grouping, picture, saliency, whole);
    keep_largest(found, most_of_a_distance);
    for (View& group : found) {
      if (!is_among(groups, group)) groups.push_back(std::move(group));
    }
  }
  keep_largest(groups, most);
  return groups;
}

int difference(const cv::Vec3b& a, const cv::Vec3b& b) { return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])}); }

/// Colours that are alike, counted.
class ColourCounts {
 public:
  explicit ColourCounts(const View& view) : bins_(512) {
    for (int y = 0; y < view.saliency.rows; ++y) {
      for (int x = 0; x < view.saliency.cols; ++x) {
        if (view.saliency(y, x) > salient_level) add(view.picture(y, x));
      }
    }
  }

  /// The most frequent first, each with what is like it taken away; at most five, each a tenth of all. Where edges are soft many colours between two
  /// are a little frequent.
  std::vector<cv::Vec3b> dominant() {
    constexpr std::size_t most = 5;
    constexpr int least_share = 10;
    std::vector<cv::Vec3b> colours;
    while (colours.size() < most) {
      const auto largest = std::max_element(bins_.begin(), bins_.end(), [](const Bin& a, const Bin& b) { return a.count < b.count; });
      if (largest->count == 0 || least_share * largest->count < total_) break;
      colours.push_back(mean(*largest));
      take_like(colours.back());
    }
    return colours;
  }

 private:
  struct Bin {
    int count = 0;
    std::array<int, 3> sums{};
  };

  void add(const cv::Vec3b& colour) {
    Bin& bin = bins_[static_cast<std::size_t>(colour[0] >> 5 << 6 | colour[1] >> 5 << 3 | colour[2] >> 5)];
    ++bin.count, ++total_;
    for (int c = 0; c < 3; ++c) bin.sums[static_cast<std::size_t>(c)] += colour[c];
  }

  static cv::Vec3b mean(const Bin& bin) {
    const auto share = [&](std::size_t c) { return static_cast<std::uint8_t>(bin.sums[c] / bin.count); };
    return {share(0), share(1), share(2)};
  }

  void take_like(const cv::Vec3b& colour) {
    constexpr int unlike = 56;
    for (Bin& bin : bins_) {
      if (bin.count > 0 && difference(mean(bin), colour) < unlike) bin = {};
    }
  }

  std::vector<Bin> bins_;
  int total_ = 0;
};

/// For each of the colours what is salient and nearest to it, in the picture.
std::vector<cv::Mat1b> separated(const cv::Size& picture, const View& whole, const std::vector<cv::Vec3b>& colours) {
  std::vector<cv::Mat1b> saliencies;
  for (std::size_t i = 0; i < colours.size(); ++i) saliencies.emplace_back(picture, std::uint8_t{0});
  for (int y = 0; y < whole.saliency.rows; ++y) {
    for (int x = 0; x < whole.saliency.cols; ++x) {
      const cv::Vec3b& own = whole.picture(y, x);
      const auto nearest = std::min_element(colours.begin(), colours.end(), [&](const auto& a, const auto& b) { return difference(a, own) < difference(b, own); });
      saliencies[static_cast<std::size_t>(nearest - colours.begin())](whole.box.tl() + cv::Point(x, y)) = whole.saliency(y, x);
    }
  }
  return saliencies;
}

/// Groups of one colour each: marks that touch others of another colour.
std::vector<View> coloured_groups_of(const cv::Mat3b& picture, const View& whole) {
  constexpr int per_cent = 3, least_filled = 10;
  const std::vector<cv::Vec3b> colours = ColourCounts(whole).dominant();
  std::vector<View> groups;
  if (colours.size() < 2) return groups;
  for (const cv::Mat1b& saliency : separated(picture.size(), whole, colours)) {
    for (View& group : large_groups(grouping_of(saliency, whole, per_cent), picture, saliency, whole)) {
      const bool is_filled = least_filled * cv::countNonZero(group.saliency > salient_level) >= group.box.area();
      if (is_filled && !is_among(groups, group)) groups.push_back(std::move(group));
    }
  }
  return groups;
}

}  // namespace

std::vector<View> parts_of(const cv::Mat3b& picture, const std::vector<View>& views) {
  constexpr std::size_t most_coloured = 4;
  const View& whole = views.front();
  std::vector<View> parts = groups_of(picture, whole), coloured = coloured_groups_of(picture, whole);
  coloured.erase(std::remove_if(coloured.begin(), coloured.end(), [&](const View& group) { return is_among(views, group) || is_among(parts, group); }),
                 coloured.end());
  keep_largest(coloured, most_coloured);
  std::move(coloured.begin(), coloured.end(), std::back_inserter(parts));
  return parts;
}

}  // namespace marque
