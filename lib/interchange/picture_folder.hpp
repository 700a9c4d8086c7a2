#pragma once

#include <string>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// Reads a picture that a record names by a path relative to `folder`. The path is untrusted: absolute paths, `..`,
/// links at any step and anything but regular files within the limits are refused, as is what is neither PNG nor JPEG.
Result<Image> read_picture(const std::string& folder, const std::string& path, const ImageLimits& limits = {});

}  // namespace marque
