#pragma once

#include <opencv2/core.hpp>
#include <optional>

namespace marque {

/// The picture on a ground of one colour, where its own is uneven: lit from one side, darker towards the corners, of two colours, or running from one
/// colour to another. The ground is told by the border: between its sides as a Coons patch (S. A. Coons 1967), which is exact for every sum of a function of
/// the place across, one of the place down, and a bilinear one. None where the border has one colour, or is that of a photograph.
std::optional<cv::Mat3b> evened(const cv::Mat3b& picture);

}  // namespace marque
