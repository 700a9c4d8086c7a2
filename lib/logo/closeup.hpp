#pragma once

#include <opencv2/core.hpp>

#include "marque/logo/decode.hpp"

namespace marque {

/// A picture as it is looked at: at most `working_side` high and wide. Of a picture with much empty paper around what stands out, as of a scanned
/// page, only the surroundings of that, at the resolution they came in.
class Closeup {
 public:
  explicit Closeup(const Pixels& picture);

  const cv::Mat3b& pixels() const { return pixels_; }

  /// A box in `pixels()` as one in the picture: all pixels that it touches.
  cv::Rect in_picture(const cv::Rect& box) const;

 private:
  cv::Rect part_;   // of the picture
  cv::Mat3b pixels_;
};

}  // namespace marque
