#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace marque {

/// What stands out from the background, 0 … 255, whatever its colour: dark on light and light on dark look the same. Where a mark
/// fills its picture to the border, the border may show more of the mark than of the paper: then, second, what stands out from white.
/// None where nothing does.
std::vector<cv::Mat1b> saliencies_of(const cv::Mat3b& picture);

/// How far the colours inside `mask` lie from `ground`, scaled so that the farthest per cent is full and the
/// nearest `floor_percent` is none. Empty where the farthest is nearer than `least`.
cv::Mat1b contrast(const cv::Mat3b& picture, const cv::Mat1b& mask, const cv::Vec3b& ground, int floor_percent,
                   int least);

/// How far two colours lie apart: of their channels the one that differs most.
int colour_distance(const cv::Vec3b& a, const cv::Vec3b& b);

/// The median of each channel where `mask` is set.
cv::Vec3b median_colour(const cv::Mat3b& picture, const cv::Mat1b& mask);

/// The colour that what is salient stands on: the median where nothing is salient, white where everything is.
cv::Vec3b ground_colour(const cv::Mat3b& picture, const cv::Mat1b& saliency);

/// The box around everything that lies as far from the background as what is salient does, however small: of a picture in which that is but a few
/// pixels. None where nothing does.
std::optional<cv::Rect> standing_out(const cv::Mat3b& picture);

/// What counts as salient when a shape is cut out: two fifths of full.
inline constexpr int salient_level = 102;

/// The smallest box around everything salient; none where it is less than two pixels wide or high.
std::optional<cv::Rect> salient_box(const cv::Mat1b& saliency);

}  // namespace marque
