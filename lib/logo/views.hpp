#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "logo/layers.hpp"
#include "marque/logo/fingerprint.hpp"

namespace marque {

/// A part of a picture that is compared by itself.
struct View {
  LogoView kind;
  cv::Rect box;        ///< in the picture
  cv::Mat3b picture;   ///< the box's pixels
  cv::Mat1b saliency;  ///< what stands out in it
};

/// The views of a picture, at most four, the whole first; none where nothing stands out.
std::vector<View> views_of(const cv::Mat3b& picture);

Layers layers_of(const View& view);

/// Whether two boxes share nine tenths of the larger.
bool are_alike(const cv::Rect& a, const cv::Rect& b);

}  // namespace marque
