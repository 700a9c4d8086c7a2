#include "marque/logo/decode.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "logo/codecs.hpp"
#include "logo/resample.hpp"
#include "logo/transparency.hpp"

namespace marque {

namespace {

/// Lays the picture on its ground, inside its own buffer.
void flatten(Raster& raster) {
  if (raster.channels == 3) return;
  const unsigned ground = ground_shade(raster);
  std::size_t out = 0;
  for (std::size_t i = 0; i < raster.samples.size(); i += 4) {
    const unsigned alpha = raster.samples[i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      const unsigned mixed = raster.samples[i + c] * alpha + ground * (255 - alpha);
      raster.samples[out++] = static_cast<std::uint8_t>((mixed + 127) / 255);
    }
  }
  raster.samples.resize(out);
  raster.channels = 3;
}

/// The picture turned upright: orientations above 4 swap the sides, 2, 4, 5 and 7 are mirrored.
Pixels upright(Raster raster) {
  const std::uint32_t w = raster.width, h = raster.height;
  if (raster.orientation == 1) return {w, h, std::move(raster.samples)};
  const unsigned o = raster.orientation;
  const bool swapped = o >= 5, from_right = o == 2 || o == 3 || o == 7 || o == 8,
             from_bottom = o == 3 || o == 4 || o == 6 || o == 7;
  Pixels turned{swapped ? h : w, swapped ? w : h, std::vector<std::uint8_t>(raster.samples.size())};
  auto out = turned.rgb.begin();
  for (std::uint32_t y = 0; y < turned.height; ++y) {
    for (std::uint32_t x = 0; x < turned.width; ++x) {
      const std::uint32_t across = swapped ? y : x, down = swapped ? x : y;
      const std::size_t column = from_right ? w - 1 - across : across, row = from_bottom ? h - 1 - down : down;
      out = std::copy_n(raster.samples.begin() + static_cast<std::ptrdiff_t>(3 * (row * w + column)), 3, out);
    }
  }
  return turned;
}

Result<Pixels> decode_within(const Image& image, const ImageLimits& limits) {
  const auto type = sniff_media_type(image);
  if (!type) return type.error();
  if (image.bytes.size() > limits.bytes)
    return limit_error("image_bytes", limits.bytes, "a picture of " + std::to_string(image.bytes.size()) + " bytes");
  auto raster = *type == "image/png" ? decode_png(image.bytes, limits) : decode_jpeg(image.bytes, limits);
  if (!raster) return raster.error();
  flatten(*raster);
  return upright(*std::move(raster));
}

}  // namespace

std::uint32_t big_endian_16(ByteView bytes, std::size_t offset) noexcept {
  return std::to_integer<std::uint32_t>(bytes[offset]) << 8 | std::to_integer<std::uint32_t>(bytes[offset + 1]);
}

std::uint32_t big_endian_32(ByteView bytes, std::size_t offset) noexcept {
  return big_endian_16(bytes, offset) << 16 | big_endian_16(bytes, offset + 2);
}

Result<void> check_size(std::uint32_t width, std::uint32_t height, const ImageLimits& limits) {
  const std::string size = std::to_string(width) + " × " + std::to_string(height);
  if (width == 0 || height == 0) return Error{ErrorCode::malformed, "a picture of " + size + " pixels"};
  if (width > limits.side || height > limits.side)
    return limit_error("image_side", limits.side, "a picture of " + size + " pixels");
  if (std::uint64_t{width} * height > limits.pixels)
    return limit_error("image_pixels", limits.pixels, "a picture of " + size + " pixels");
  return {};
}

Orientation exif_orientation(ByteView tiff) noexcept {
  constexpr std::uint32_t orientation_tag = 0x0112, short_type = 3;
  if (tiff.size() < 8) return 1;
  const bool little = big_endian_16(tiff, 0) == 0x4949;
  if (!little && big_endian_16(tiff, 0) != 0x4d4d) return 1;
  const auto u16 = [&](std::size_t at) {
    const std::uint32_t value = big_endian_16(tiff, at);
    return little ? (value & 0xff) << 8 | value >> 8 : value;
  };
  const std::size_t directory = little ? u16(6) << 16 | u16(4) : u16(4) << 16 | u16(6);
  if (u16(2) != 42 || directory > tiff.size() - 2) return 1;
  for (std::size_t i = 0, entries = u16(directory); i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.size()) return 1;
    if (u16(entry) != orientation_tag) continue;
    const std::uint32_t value = u16(entry + 8);
    return u16(entry + 2) == short_type && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

Result<Pixels> decode(const Image& image, const ImageLimits& limits) {
  try {
    return decode_within(image, limits);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, "no memory for the picture"};
  }
}

Pixels shrunk(const Pixels& pixels, std::uint32_t side) {
  const std::uint32_t longer = std::max(pixels.width, pixels.height);
  if (longer <= side) return pixels;
  const auto scaled = [&](std::uint32_t length) {
    const std::uint64_t twice = 2ull * length * side + longer;
    return std::max(1u, static_cast<std::uint32_t>(twice / (2ull * longer)));
  };
  const std::uint32_t width = scaled(pixels.width), height = scaled(pixels.height);
  return {width, height, area_average(pixels.rgb, {pixels.width, pixels.height}, {width, height}, 3)};
}

}  // namespace marque
