#pragma once

#include <vector>

#include "logo/layers.hpp"
#include "logo/views.hpp"
#include "marque/logo/fingerprint.hpp"

namespace marque {

/// A way of looking at a picture that only asks: `view` laid out as it might be in another picture.
struct Probe {
  LogoView view;
  LogoAlteration alteration;
  int amount;     ///< rotated: steps; stretched: per cent of its width; completed: per cent added to a side
  cv::Rect box;   ///< in the picture
  Layers layers;
  Placement placement;
};

/// What a picture is asked with besides its views: these turned by fractions of a quarter turn, the whole stretched,
/// the whole completed by what a cut may have taken away, its parts (parts.hpp), and what it shows on an evened ground (lighting.hpp). At most max_probes.
std::vector<Probe> probes_of(const cv::Mat3b& picture, const std::vector<View>& views);

}  // namespace marque
