#include "logo/probes.hpp"

#include <utility>

#include "logo/layout.hpp"
#include "logo/lighting.hpp"
#include "logo/parts.hpp"

namespace marque {

namespace {

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
  for (const View& part : parts_of(picture, views)) probes.add({part.kind, LogoAlteration::none, 0, part.box, layers_of(part), {}});
  if (const auto even = evened(picture)) {
    for (const View& view : views_of(*even)) probes.add({view.kind, LogoAlteration::none, 0, view.box, layers_of(view), {}});
  }
  for (std::size_t i = 1; i < views.size(); ++i) probes.add_rotated(views[i], layers_of(views[i]), i == 1 ? 1 : 2);
  return probes.take();
}

}  // namespace marque
