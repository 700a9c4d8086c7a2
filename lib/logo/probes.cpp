#include "logo/probes.hpp"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "logo/layout.hpp"
#include "logo/saliency.hpp"

namespace marque {

namespace {

constexpr int least_side = 10;

/// Whether two boxes share nine tenths of the larger.
bool alike(const cv::Rect& a, const cv::Rect& b) { return 10 * (a & b).area() > 9 * std::max(a.area(), b.area()); }

/// What is salient in one component of `labels`, inside its box; none where that is small.
View component(const cv::Mat3b& picture, const cv::Mat1b& saliency, const cv::Mat1i& labels, int label) {
  const cv::Mat1b own(labels == label);
  cv::Mat1b seen(saliency.size(), std::uint8_t{0});
  saliency.copyTo(seen, own);
  const auto box = salient_box(seen);
  if (!box || std::min(box->width, box->height) < least_side) return {LogoView::part, {}, {}, {}};
  return {LogoView::part, *box, picture(*box), seen(*box).clone()};
}

/// Groups of what lies within some distance of one another, for several distances; the largest first.
std::vector<View> parts_of(const cv::Mat3b& picture, const View& whole) {
  constexpr std::array per_cents{1, 3, 6, 10};
  constexpr std::size_t most_components = 6, most_parts = 7;
  cv::Mat1b saliency(picture.size(), std::uint8_t{0});
  whole.saliency.copyTo(saliency(whole.box));
  std::vector<View> parts;
  for (const int per_cent : per_cents) {
    const int reach = std::max(1, per_cent * std::max(whole.box.width, whole.box.height) / 100) | 1;
    cv::Mat1b grown;
    cv::dilate(saliency > salient_level, grown, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
    cv::Mat1i labels;
    const int count = cv::connectedComponents(grown, labels, 8, CV_32S);
    if (count <= 2) break;  // the background and one group
    std::vector<View> found;
    for (int label = 1; label < std::min(count, 256); ++label) {
      View part = component(picture, saliency, labels, label);
      if (33 * part.box.area() > whole.box.area() && !alike(part.box, whole.box)) found.push_back(std::move(part));
    }
    std::stable_sort(found.begin(), found.end(), [](const View& a, const View& b) { return a.box.area() > b.box.area(); });
    found.resize(std::min(found.size(), most_components), View{});
    for (View& part : found) {
      if (std::none_of(parts.begin(), parts.end(), [&](const View& other) { return alike(other.box, part.box); })) parts.push_back(std::move(part));
    }
  }
  std::stable_sort(parts.begin(), parts.end(), [](const View& a, const View& b) { return a.box.area() > b.box.area(); });
  parts.resize(std::min(parts.size(), most_parts), View{});
  return parts;
}

class Probes {
 public:
  void add(Probe probe) {
    if (probes_.size() < max_probes && !probe.layers.empty()) probes_.push_back(std::move(probe));
  }

  void add_rotated(const View& view, const Layers& layers, int step) {
    for (int steps = step; steps < 8; steps += step)
      add({view.kind, LogoAlteration::rotated, steps, view.box, rotated(layers, steps), {}});
  }

  void add_stretched(const View& view, const Layers& layers) {
    for (const int per_cent : {55, 70, 84, 119, 143, 180})
      add({view.kind, LogoAlteration::stretched, per_cent, view.box, layers, {.stretch = per_cent}});
  }

  void add_completed(const View& view, const Layers& layers) {
    for (const int per_cent : {16, 27, 45}) {
      for (const auto side : {&Placement::left, &Placement::top, &Placement::right, &Placement::bottom}) {
        Placement placement;
        placement.*side = per_cent;
        add({view.kind, LogoAlteration::completed, per_cent, view.box, layers, placement});
      }
    }
  }

  std::vector<Probe> take() { return std::move(probes_); }

 private:
  std::vector<Probe> probes_;
};

}  // namespace

std::vector<Probe> probes_of(const cv::Mat3b& picture, const std::vector<View>& views) {
  Probes probes;
  const View& whole = views.front();
  const Layers layers = layers_of(whole);
  probes.add_rotated(whole, layers, 1);
  probes.add_stretched(whole, layers);
  probes.add_completed(whole, layers);
  for (const View& part : parts_of(picture, whole)) probes.add({part.kind, LogoAlteration::none, 0, part.box, layers_of(part), {}});
  for (std::size_t i = 1; i < views.size(); ++i) probes.add_rotated(views[i], layers_of(views[i]), i == 1 ? 1 : 2);
  return probes.take();
}

}  // namespace marque
