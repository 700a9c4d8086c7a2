#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/logo/media_type.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// A decoded picture: rows of R, G, B bytes, no padding; transparency already laid on white (on black or grey where pieces
/// of the picture, such as white words, would vanish on white).
struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> rgb;  ///< 3 · width · height bytes

  bool operator==(const Pixels&) const = default;
};

/// Decodes PNG (libpng) or JPEG (libjpeg-turbo) after the header and the chunk lengths were checked against
/// the limits: ErrorCode::limit_exceeded, ErrorCode::malformed (a truncated file is) or ErrorCode::unsupported
/// otherwise. 16-bit samples are reduced to 8, CMYK becomes RGB, an EXIF orientation is applied, of an animation the
/// first picture is taken; colour profiles are ignored. The worst pictures tried at
/// the default limits (16 million pixels, 64 scans in four colours) took 0.4 s and 190 MiB.
Result<Pixels> decode(const Image& image, const ImageLimits& limits = {});

/// Pixels as a PNG: how pictures go into reports. No metadata, one filter and one level of compression: the same
/// bytes wherever zlib is the same. The picture must not be empty.
Image encode_png(const Pixels& pixels);

/// The picture at most `side` pixels high and wide, each pixel the mean of what it covers; unchanged where it is
/// no larger.
Pixels shrunk(const Pixels& pixels, std::uint32_t side);

}  // namespace marque
