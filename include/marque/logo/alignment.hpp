#pragma once

#include <cstdint>
#include <functional>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/logo/decode.hpp"
#include "marque/logo/similarity.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// A box in a picture, in pixels from its upper left corner, as it is viewed (an EXIF orientation applied).
struct PixelBox {
  std::uint32_t x = 0, y = 0, width = 0, height = 0;

  bool operator==(const PixelBox&) const = default;
};

/// Two pictures laid over each other as a match says.
struct LogoAlignment {
  PixelBox a, b;         ///< what agrees
  float outlines = 0;    ///< the share of both outlines that lie on the other's, within 1/32 of the side; in [0,1]
  Image overlay{};       ///< PNG: what both have is dark, what only `a` has orange, what only `b` has blue

  bool operator==(const LogoAlignment&) const = default;
};

/// Lays two encoded pictures over each other. Handed to whoever needs one, so that the core library does without
/// OpenCV.
using LogoAligner = std::function<Result<LogoAlignment>(const Image& a, const Image& b, const LogoMatch& match)>;

/// The aligner of the component marque::logo, for matches of its fingerprints of these pictures: finds the views that matched
/// again, turns the one as the match says, moves it by some pixels for the best agreement, and compares outlines: a check by pixels
/// of what codes tell. Twice a fingerprint's cost. ErrorCode::invalid_argument where the match is none of these pictures.
LogoAligner opencv_aligner(const ImageLimits& limits = {});

/// The same from pixels already decoded.
Result<LogoAlignment> aligned(const Pixels& a, const Pixels& b, const LogoMatch& match);

}  // namespace marque
