#pragma once

#include "logo/codecs.hpp"

namespace marque {

/// What a picture with alpha is laid on, as a shade of grey: white, unless pieces of it that make up a twelfth of what is visible, such as white words
/// beside a coloured device, would vanish on white; then black or a middle grey, whichever its pieces stand out from more.
unsigned ground_shade(const Raster& raster);

}  // namespace marque
