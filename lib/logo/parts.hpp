#pragma once

#include <vector>

#include "logo/views.hpp"

namespace marque {

/// Groups that may be marks of their own in a picture with these views, as in a composition: what lies close together, for several
/// distances, the largest first and at most seven; then what has a colour of its own and lies close together, at most four that
/// neither those nor the views show.
std::vector<View> parts_of(const cv::Mat3b& picture, const std::vector<View>& views);

}  // namespace marque
