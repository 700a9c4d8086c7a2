#pragma once

#include <string>

#include "marque/base/result.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// `image/png` or `image/jpeg` by the full signature; ErrorCode::unsupported for anything else. Needs no decoder, so
/// the core library has it too.
Result<std::string> sniff_media_type(const Image& image);

}  // namespace marque
