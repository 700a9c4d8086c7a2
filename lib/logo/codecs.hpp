#pragma once

#include <span>
#include <string>
#include <vector>

#include "marque/logo/decode.hpp"

namespace marque {

/// How EXIF says a picture is to be turned for viewing: 1 … 8, 1 being upright.
using Orientation = unsigned;

/// A decoded picture before transparency and orientation are dealt with: rows of R, G, B (, A) bytes.
struct Raster {
  std::uint32_t width = 0, height = 0;
  unsigned channels = 3;  ///< 3, or 4 with straight alpha
  std::vector<std::uint8_t> samples;
  Orientation orientation = 1;
};

using ByteView = std::span<const std::byte>;

Result<Raster> decode_png(ByteView bytes, const ImageLimits& limits);
Result<Raster> decode_jpeg(ByteView bytes, const ImageLimits& limits);

/// The tag Orientation (0x0112) of a TIFF block as EXIF holds it; 1 where it is absent or out of range.
Orientation exif_orientation(ByteView tiff) noexcept;

/// ErrorCode::malformed for an empty picture, ErrorCode::limit_exceeded for one too large.
Result<void> check_size(std::uint32_t width, std::uint32_t height, const ImageLimits& limits);

/// The big-endian number of two or four bytes at `offset`, which must be inside.
std::uint32_t big_endian_16(ByteView bytes, std::size_t offset) noexcept;
std::uint32_t big_endian_32(ByteView bytes, std::size_t offset) noexcept;

}  // namespace marque
