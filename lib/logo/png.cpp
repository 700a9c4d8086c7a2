#include "logo/codecs.hpp"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace marque {

namespace {

constexpr std::size_t signature_bytes = 8, chunk_frame_bytes = 12;  // length, type and checksum

struct Chunk {
  std::string_view type;
  ByteView data;
  ByteView whole;
};

/// What the header and the walk over the chunks yield: the chunks that matter for the pixels, copied one after
/// another, so that libpng meets no compressed text, profile or foreign chunk.
struct PngParts {
  std::uint32_t width = 0, height = 0;
  std::vector<std::byte> essential;
  Orientation orientation = 1;
};

Error malformed(std::string what, std::size_t offset) {
  return Error{ErrorCode::malformed, "PNG: " + std::move(what)}.at_offset(offset);
}

Result<Chunk> chunk_at(ByteView bytes, std::size_t offset) {
  if (bytes.size() - offset < chunk_frame_bytes) return malformed("the file ends before its chunk IEND", offset);
  const std::size_t length = big_endian_32(bytes, offset);
  if (length > bytes.size() - offset - chunk_frame_bytes) {
    return malformed("a chunk of " + std::to_string(length) + " bytes where fewer are left", offset);
  }
  const ByteView whole = bytes.subspan(offset, length + chunk_frame_bytes);
  return Chunk{{reinterpret_cast<const char*>(whole.data()) + 4, 4}, whole.subspan(8, length), whole};
}

bool is_essential(std::string_view type) {
  return type == "PLTE" || type == "tRNS" || type == "IDAT" || type == "IEND";
}

/// Chunks of pixel data: of the first picture, and of the further ones of an animation.
bool is_pixel_data(std::string_view type) { return type == "IDAT" || type == "fdAT"; }

Result<PngParts> read_header(ByteView bytes, const ImageLimits& limits) {
  const auto header = chunk_at(bytes, signature_bytes);
  if (!header) return header.error();
  if (header->type != "IHDR" || header->data.size() != 13)
    return malformed("the first chunk is no IHDR", signature_bytes);
  PngParts parts;
  parts.width = big_endian_32(header->data, 0);
  parts.height = big_endian_32(header->data, 4);
  if (const auto sane = check_size(parts.width, parts.height, limits); !sane) return sane.error().in_field("IHDR");
  const std::size_t end = signature_bytes + header->whole.size();
  parts.essential.reserve(bytes.size());
  parts.essential.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end));
  return parts;
}

Result<PngParts> walk_chunks(ByteView bytes, const ImageLimits& limits) {
  auto parts = read_header(bytes, limits);
  if (!parts) return parts;
  std::size_t metadata = 0;
  for (std::size_t offset = parts->essential.size();;) {
    const auto chunk = chunk_at(bytes, offset);
    if (!chunk) return chunk.error();
    if (!is_pixel_data(chunk->type)) {
      metadata += chunk->data.size();
      if (chunk->data.size() > limits.ancillary_chunk_bytes)
        return limit_error("image_chunk_bytes", limits.ancillary_chunk_bytes, "PNG: a chunk of " + std::to_string(chunk->data.size()) + " bytes that are no pixels")
            .at_offset(offset);
      if (metadata > limits.metadata_bytes)
        return limit_error("image_metadata_bytes", limits.metadata_bytes, "PNG: " + std::to_string(metadata) + " bytes that are no pixels")
            .at_offset(offset);
    }
    if (is_essential(chunk->type))
      parts->essential.insert(parts->essential.end(), chunk->whole.begin(), chunk->whole.end());
    if (chunk->type == "eXIf") parts->orientation = exif_orientation(chunk->data);
    if (chunk->type == "IEND") return parts;
    offset += chunk->whole.size();
  }
}

/// libpng's side of a decode. libpng reports errors by longjmp; the functions that call setjmp hold nothing
/// with a destructor, and every buffer belongs to their caller.
struct PngJob {
  ByteView input;
  std::size_t at = 0;
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::array<char, 96> message{};

  PngJob() = default;
  PngJob(const PngJob&) = delete;
  PngJob& operator=(const PngJob&) = delete;
  ~PngJob() { png_destroy_read_struct(&png, &info, nullptr); }
};

extern "C" {

[[noreturn]] static void fail_png(png_structp png, png_const_charp message) {
  auto& job = *static_cast<PngJob*>(png_get_error_ptr(png));
  std::strncpy(job.message.data(), message, job.message.size() - 1);
  png_longjmp(png, 1);
}

static void ignore_png_warning(png_structp, png_const_charp) {}

static void feed_png(png_structp png, png_bytep out, std::size_t length) {
  auto& job = *static_cast<PngJob*>(png_get_io_ptr(png));
  if (length > job.input.size() - job.at) png_error(png, "the pixel data end early");
  std::memcpy(out, job.input.data() + job.at, length);
  job.at += length;
}

}  // extern "C"

/// Reads the header and asks for 8-bit RGB or RGBA.
bool start_png(PngJob& job, const ImageLimits& limits) {
  if (setjmp(png_jmpbuf(job.png))) return false;
  png_set_user_limits(job.png, limits.side, limits.side);
  png_set_read_fn(job.png, &job, feed_png);
  png_read_info(job.png, job.info);
  png_set_expand(job.png);
  png_set_scale_16(job.png);
  png_set_gray_to_rgb(job.png);
  png_set_interlace_handling(job.png);
  png_read_update_info(job.png, job.info);
  return true;
}

bool read_png_rows(PngJob& job, png_bytepp rows) {
  if (setjmp(png_jmpbuf(job.png))) return false;
  png_read_image(job.png, rows);
  png_read_end(job.png, nullptr);
  return true;
}

void append_big_endian(std::vector<std::byte>& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::byte>(value >> shift));
}

void append_chunk(std::vector<std::byte>& bytes, std::string_view type, ByteView data) {
  append_big_endian(bytes, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = bytes.size();
  for (const char letter : type) bytes.push_back(static_cast<std::byte>(letter));
  bytes.insert(bytes.end(), data.begin(), data.end());
  const auto checksum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data() + begin), bytes.size() - begin);
  append_big_endian(bytes, static_cast<std::uint32_t>(checksum));
}

/// The rows with PNG's filter "Up" before each, compressed at one fixed level.
std::vector<std::byte> compressed_rows(const Pixels& pixels) {
  constexpr std::uint8_t filter_up = 2;
  constexpr int level = 6;
  const std::size_t stride = std::size_t{3} * pixels.width;
  std::vector<std::uint8_t> rows;
  rows.reserve((stride + 1) * pixels.height);
  for (std::size_t i = 0; i < pixels.rgb.size(); ++i) {
    if (i % stride == 0) rows.push_back(filter_up);
    rows.push_back(static_cast<std::uint8_t>(pixels.rgb[i] - (i < stride ? 0 : pixels.rgb[i - stride])));
  }
  uLongf length = compressBound(rows.size());
  std::vector<std::byte> packed(length);
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &length, rows.data(), rows.size(), level) != Z_OK) return {};
  packed.resize(length);
  return packed;
}

}  // namespace

Result<Raster> decode_png(ByteView bytes, const ImageLimits& limits) {
  const auto parts = walk_chunks(bytes, limits);
  if (!parts) return parts.error();
  PngJob job;
  job.input = parts->essential;
  job.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &job, fail_png, ignore_png_warning);
  if (job.png != nullptr) job.info = png_create_info_struct(job.png);
  if (job.info == nullptr) return Error{ErrorCode::out_of_memory, "PNG: no memory for the decoder"};
  const auto failed = [&] {
    return Error{ErrorCode::malformed, "PNG: " + std::string(job.message.data())}.at_offset(job.at);
  };
  if (!start_png(job, limits)) return failed();
  Raster raster{parts->width, parts->height, png_get_channels(job.png, job.info), {}, parts->orientation};
  const std::size_t stride = std::size_t{raster.width} * raster.channels;
  if (png_get_rowbytes(job.png, job.info) != stride || raster.channels < 3)
    return Error{ErrorCode::internal, "PNG: unexpected row layout"};
  raster.samples.resize(stride * raster.height);
  std::vector<png_bytep> rows(raster.height);
  for (std::size_t y = 0; y < rows.size(); ++y) rows[y] = raster.samples.data() + y * stride;
  if (!read_png_rows(job, rows.data())) return failed();
  return raster;
}

Image encode_png(const Pixels& pixels) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
  constexpr std::array<std::byte, 5> eight_bit_rgb{std::byte{8}, std::byte{2}};
  Image image{{}, "image/png"};
  for (const char byte : signature) image.bytes.push_back(static_cast<std::byte>(byte));
  std::vector<std::byte> header;
  append_big_endian(header, pixels.width);
  append_big_endian(header, pixels.height);
  header.insert(header.end(), eight_bit_rgb.begin(), eight_bit_rgb.end());
  append_chunk(image.bytes, "IHDR", header);
  append_chunk(image.bytes, "IDAT", compressed_rows(pixels));
  append_chunk(image.bytes, "IEND", {});
  return image;
}

}  // namespace marque
