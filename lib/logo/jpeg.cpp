#include "logo/codecs.hpp"

#include <csetjmp>
#include <cstdio>  // jpeglib.h uses FILE and size_t without including them

#include <jpeglib.h>

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace marque {

namespace {

enum Marker : std::uint32_t {
  sof0 = 0xc0,
  dht = 0xc4,
  jpg = 0xc8,
  sof10 = 0xca,
  dac = 0xcc,
  sof15 = 0xcf,
  rst0 = 0xd0,
  rst7 = 0xd7,
  soi = 0xd8,
  eoi = 0xd9,
  sos = 0xda,
  app0 = 0xe0,
  app1 = 0xe1,
  app15 = 0xef,
  tem = 0x01,
  com = 0xfe
};

bool is_frame(std::uint32_t marker) {
  return marker >= sof0 && marker <= sof15 && marker != dht && marker != jpg && marker != dac;
}
/// Baseline, extended and progressive frames, Huffman or arithmetic: what libjpeg decodes.
bool is_decodable(std::uint32_t frame) { return frame <= 0xc2 || frame == 0xc9 || frame == sof10; }
bool stands_alone(std::uint32_t marker) { return marker == tem || (marker >= rst0 && marker <= soi); }
bool is_metadata(std::uint32_t marker) { return (marker >= app0 && marker <= app15) || marker == com; }

Error malformed(std::string what, std::size_t offset) {
  return Error{ErrorCode::malformed, "JPEG: " + std::move(what)}.at_offset(offset);
}

struct JpegHeader {
  std::uint32_t width = 0, height = 0, scans = 0;
  std::size_t metadata = 0;
  Orientation orientation = 1;
};

Result<void> read_frame(JpegHeader& header, std::uint32_t marker, ByteView data, const ImageLimits& limits) {
  if (header.width != 0) return Error{ErrorCode::malformed, "JPEG: a second frame"};
  if (data.size() < 6) return Error{ErrorCode::malformed, "JPEG: a frame header that is too short"};
  const auto precision = std::to_integer<unsigned>(data[0]);
  if (!is_decodable(marker) || precision != 8)
    return Error{ErrorCode::unsupported, "JPEG: a lossless, hierarchical or 12-bit frame"};
  header.height = big_endian_16(data, 1);
  header.width = big_endian_16(data, 3);
  return check_size(header.width, header.height, limits);
}

Result<void> read_segment(JpegHeader& header, std::uint32_t marker, ByteView data, const ImageLimits& limits) {
  constexpr std::string_view exif("Exif\0\0", 6);
  if (is_frame(marker)) return read_frame(header, marker, data, limits);
  if (marker == sos && ++header.scans > limits.jpeg_scans) {
    return limit_error("image_scans", limits.jpeg_scans, "JPEG: too many scans");
  }
  if (marker == app1 && data.size() > exif.size() && std::memcmp(data.data(), exif.data(), exif.size()) == 0) {
    header.orientation = exif_orientation(data.subspan(exif.size()));
  }
  if (is_metadata(marker)) header.metadata += data.size();
  if (header.metadata > limits.metadata_bytes) {
    return limit_error("image_metadata_bytes", limits.metadata_bytes, "JPEG: too much metadata");
  }
  return {};
}

/// The next marker at or after `offset`, 0 where there is none; entropy-coded data are passed over.
std::uint32_t next_marker(ByteView bytes, std::size_t& offset) {
  while (offset + 1 < bytes.size()) {
    const auto code = std::to_integer<std::uint32_t>(bytes[offset + 1]);
    const bool found = bytes[offset] == std::byte{0xff} && code != 0 && code != 0xff;
    offset += found ? 2 : 1;
    if (found) return code;
  }
  return 0;
}

/// Walks every segment to the end mark, so that size, scans and metadata are known before libjpeg runs.
Result<JpegHeader> walk_segments(ByteView bytes, const ImageLimits& limits) {
  JpegHeader header;
  std::size_t offset = 2;
  for (;;) {
    const std::uint32_t marker = next_marker(bytes, offset);
    if (marker == 0) return malformed("the file ends before its end mark", bytes.size());
    if (marker == eoi) break;
    if (stands_alone(marker)) continue;
    const std::size_t length = bytes.size() - offset < 2 ? 0 : big_endian_16(bytes, offset);
    if (length < 2 || length > bytes.size() - offset) return malformed("a segment longer than the file", offset);
    const auto read = read_segment(header, marker, bytes.subspan(offset + 2, length - 2), limits);
    if (!read) return read.error().at_offset(offset);
    offset += length;
  }
  if (header.width == 0 || header.scans == 0) return malformed("no picture before the end mark", offset);
  return header;
}

/// libjpeg's side of a decode. libjpeg reports errors by a call that may not return; the functions that call
/// setjmp hold nothing with a destructor, and every buffer belongs to their caller.
struct JpegJob {
  jpeg_decompress_struct state{};
  jpeg_error_mgr errors{};
  std::jmp_buf escape{};
  std::array<char, JMSG_LENGTH_MAX> message{};
  bool created = false;

  JpegJob() = default;
  JpegJob(const JpegJob&) = delete;
  JpegJob& operator=(const JpegJob&) = delete;
  ~JpegJob() {
    if (created) jpeg_destroy_decompress(&state);
  }
};

extern "C" {

[[noreturn]] static void fail_jpeg(j_common_ptr state) {
  auto& job = *static_cast<JpegJob*>(state->client_data);
  (*state->err->format_message)(state, job.message.data());
  std::longjmp(job.escape, 1);
}

static void ignore_jpeg_message(j_common_ptr, int) {}

}  // extern "C"

bool is_four_colour(const JpegJob& job) { return job.state.out_color_space == JCS_CMYK; }

bool start_jpeg(JpegJob& job, const unsigned char* bytes, unsigned long length) {
  job.state.err = jpeg_std_error(&job.errors);
  job.errors.error_exit = fail_jpeg;
  job.errors.emit_message = ignore_jpeg_message;
  job.state.client_data = &job;
  if (setjmp(job.escape)) return false;
  jpeg_create_decompress(&job.state);
  job.created = true;
  jpeg_mem_src(&job.state, bytes, length);
  jpeg_read_header(&job.state, TRUE);
  const bool four = job.state.jpeg_color_space == JCS_CMYK || job.state.jpeg_color_space == JCS_YCCK;
  job.state.out_color_space = four ? JCS_CMYK : JCS_RGB;
  job.state.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&job.state);
  return true;
}

/// C, M, Y, K to R, G, B; Adobe's files hold the complements.
void to_rgb(const std::uint8_t* cmyk, std::uint8_t* rgb, std::uint32_t width, unsigned flip) {
  for (std::uint32_t x = 0; x < width; ++x, cmyk += 4, rgb += 3) {
    for (std::size_t c = 0; c < 3; ++c) rgb[c] = static_cast<std::uint8_t>((cmyk[c] ^ flip) * (cmyk[3] ^ flip) / 255);
  }
}

/// `row` has room for one row of four channels, `out` for the whole picture.
bool read_jpeg_rows(JpegJob& job, std::uint8_t* row, std::uint8_t* out) {
  if (setjmp(job.escape)) return false;
  const std::size_t stride = std::size_t{3} * job.state.output_width;
  const unsigned flip = job.state.saw_Adobe_marker ? 0 : 255;
  while (job.state.output_scanline < job.state.output_height) {
    std::uint8_t* target = out + stride * job.state.output_scanline;
    JSAMPROW lines[1] = {is_four_colour(job) ? row : target};
    jpeg_read_scanlines(&job.state, lines, 1);
    if (is_four_colour(job)) to_rgb(row, target, job.state.output_width, flip);
  }
  return true;
}

}  // namespace

Result<Raster> decode_jpeg(ByteView bytes, const ImageLimits& limits) {
  const auto header = walk_segments(bytes, limits);
  if (!header) return header.error();
  JpegJob job;
  const auto failed = [&] { return Error{ErrorCode::malformed, "JPEG: " + std::string(job.message.data())}; };
  if (!start_jpeg(job, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size())) return failed();
  if (job.state.output_width != header->width || job.state.output_height != header->height) {
    return Error{ErrorCode::malformed, "JPEG: two frame headers disagree"};
  }
  Raster raster{header->width, header->height, 3, {}, header->orientation};
  raster.samples.resize(std::size_t{3} * raster.width * raster.height);
  std::vector<std::uint8_t> row(std::size_t{4} * raster.width);
  if (!read_jpeg_rows(job, row.data(), raster.samples.data())) return failed();
  return raster;
}

}  // namespace marque
