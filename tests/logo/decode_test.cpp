#include "marque/logo/decode.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "logo/pictures.hpp"
#include "logo/png_parts.hpp"

using namespace marque;
using namespace png_parts;
using pictures::from_hex;

namespace {

const std::string quantisation =
    "ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51"
    "575f626768673e4d71797064785c656763";

/// Grey, 16 × 8, the left half black, the right half white.
const std::string half_black =
    quantisation +
    "ffc0000b080008001001011100ffc4001500010100000000000000000000000000000708ffc40014100100000000000000000000"
    "000000000000ffda0008010100003f003f500fffd9";

/// Grey, 8 × 8, progressive in six scans.
const std::string progressive =
    quantisation +
    "ffc2000b080008000801011100ffc40014000100000000000000000000000000000004ffda00080101000000012fffc400161000"
    "030000000000000000000000000000000203ffda00080101000105028a1fffc40014100100000000000000000000000000000000"
    "ffda0008010100063f027fffc4001510010100000000000000000000000000000031ffda0008010100013f219bffda0008010100"
    "0000107fffc4001510010100000000000000000000000000000051ffda0008010100013f1091ffd9";

/// Four colours as Adobe stores them, 8 × 8: no cyan, full magenta and yellow, no black.
const std::string four_colours =
    "ffee000e41646f626500640000000000" + quantisation +
    "ffc000140800080008044311004d11005911004b1100ffc40014000100000000000000000000000000000007ffc4001410010000"
    "0000000000000000000000000000ffda000e0443004d0059004b00003f00401f8fc80fffd9";

Image jpeg(const std::string& after_start) { return Image{from_hex("ffd8" + after_start), ""}; }

std::string hex_of(std::size_t value, int digits) {
  std::string text;
  for (int i = digits - 1; i >= 0; --i) text += "0123456789abcdef"[value >> 4 * i & 15];
  return text;
}

/// EXIF with one entry, as big- or little-endian numbers.
std::string exif(unsigned orientation, bool little) {
  const std::string value = hex_of(orientation, 2);
  return "ffe10022"
         "457869660000" +
         (little ? "49492a0008000000"
                   "0100"
                   "12010300"
                   "01000000" +
                       value +
                       "000000"
                       "00000000"
                 : "4d4d002a00000008"
                   "0001"
                   "01120003"
                   "00000001"
                   "00" +
                       value +
                       "0000"
                       "00000000");
}

/// Rows of `.` for white and `#` for black.
std::string sketch(const Pixels& pixels) {
  std::string rows;
  for (std::size_t i = 0; i < pixels.rgb.size(); i += 3) {
    rows += pixels.rgb[i] > 200 ? '.' : pixels.rgb[i] < 50 ? '#' : '?';
    if (i / 3 % pixels.width == pixels.width - 1) rows += '/';
  }
  return rows;
}

ErrorCode refusal(const Image& image, const ImageLimits& limits = {}) {
  const auto pixels = decode(image, limits);
  REQUIRE_FALSE(pixels);
  return pixels.error().code;
}

bool is_typed(ErrorCode code) {
  return code == ErrorCode::malformed || code == ErrorCode::unsupported || code == ErrorCode::limit_exceeded;
}

const Pixels& sample() {
  static const Pixels pixels = pictures::render(pictures::mark(1), 20, 13);
  return pixels;
}

}  // namespace

TEST_CASE("a picture written as PNG is read back unchanged") {
  const Image image = encode_png(sample());
  CHECK(image.media_type == "image/png");
  CHECK(sniff_media_type(image).value_or("") == "image/png");
  const auto pixels = decode(image);
  REQUIRE(pixels);
  CHECK(*pixels == sample());
  CHECK(encode_png(*pixels) == image);
}

TEST_CASE("only the full signature of PNG or JPEG is a picture") {
  struct Row {
    const char* hex;
    const char* type;
  };
  const auto row = GENERATE(values<Row>({{"89504e470d0a1a0a", "image/png"},
                                         {"ffd8ffe0", "image/jpeg"},
                                         {"", ""},
                                         {"ffd8", ""},
                                         {"ffd800ff", ""},
                                         {"89504e47", ""},
                                         {"89504e470d0a1a0b", ""},
                                         {"47494638396101000100", ""},
                                         {"4e49544630322e3130", ""}}));
  const auto type = sniff_media_type(Image{from_hex(row.hex), "image/png"});
  CHECK(type.value_or("") == row.type);
  if (!type) CHECK(type.error().code == ErrorCode::unsupported);
}

TEST_CASE("every PNG colour type becomes 8-bit RGB") {
  struct Row {
    const char* what;
    Image image;
    std::vector<std::uint8_t> rgb;
  };
  const std::string palette = chunk("PLTE", std::string("\x0a\x14\x1e\xff\x00\x00", 6));
  const auto row = GENERATE_COPY(values<Row>({
      {"16-bit grey", one_row(2, 16, grey, std::string("\x80\x80\xff\xff", 4)), {128, 128, 128, 255, 255, 255}},
      {"1-bit grey", one_row(2, 1, grey, "\x40"), {0, 0, 0, 255, 255, 255}},
      {"a palette", one_row(2, 8, indexed, std::string("\x01\x00", 2), palette), {255, 0, 0, 10, 20, 30}},
      {"a palette with a clear entry",
       one_row(2, 8, indexed, std::string("\x01\x00", 2), palette + chunk("tRNS", std::string(1, '\0'))),
       {255, 0, 0, 255, 255, 255}},
      {"alpha, on white",
       one_row(2, 8, rgba, std::string("\x14\x14\x14\xff\x00\x00\x00\x00", 8)),
       {20, 20, 20, 255, 255, 255}},
      {"white with alpha, on black",
       one_row(2, 8, grey_alpha, std::string("\xff\xff\x00\x00", 4)),
       {255, 255, 255, 0, 0, 0}},
      {"dark and white pieces with alpha, on grey",
       one_row(4, 8, grey_alpha, std::string("\xff\xff\x00\x00\x1e\xff\x1e\xff", 8)), {255, 255, 255, 128, 128, 128, 30, 30, 30, 30, 30, 30}},
      {"bright and white pieces with alpha, on black",
       one_row(4, 8, grey_alpha, std::string("\xff\xff\x00\x00\xc8\xff\xc8\xff", 8)), {255, 255, 255, 0, 0, 0, 200, 200, 200, 200, 200, 200}},
      {"a piece that is white in part with alpha, on white",
       one_row(4, 8, grey_alpha, std::string("\xff\xff\x1e\xff\x1e\xff\x00\x00", 8)), {255, 255, 255, 30, 30, 30, 30, 30, 30, 255, 255, 255}},
      {"half clear", one_row(2, 8, grey_alpha, std::string("\x00\x80\x00\xff", 4)), {127, 127, 127, 0, 0, 0}},
  }));
  CAPTURE(row.what);
  const auto pixels = decode(row.image);
  REQUIRE(pixels);
  CHECK(pixels->rgb == row.rgb);
}

TEST_CASE("of an animation the first picture is read, and its frames are no metadata") {
  ImageLimits limits;
  limits.ancillary_chunk_bytes = 100;
  const std::string animation =
      chunk("acTL", number(2) + number(0)) + chunk("fdAT", number(1) + std::string(5000, 'x'));
  const auto pixels = decode(one_row(1, 8, grey, "\xff", animation), limits);
  REQUIRE(pixels);
  CHECK(pixels->rgb == std::vector<std::uint8_t>{255, 255, 255});
}

TEST_CASE("an EXIF orientation is applied, in either byte order") {
  struct Row {
    unsigned orientation;
    std::uint32_t width, height;
    bool black_first;  ///< whether the first pixel of the upright picture is black
  };
  const auto row = GENERATE(values<Row>({{1, 16, 8, true},
                                         {2, 16, 8, false},
                                         {3, 16, 8, false},
                                         {4, 16, 8, true},
                                         {5, 8, 16, true},
                                         {6, 8, 16, true},
                                         {7, 8, 16, false},
                                         {8, 8, 16, false},
                                         {0, 16, 8, true},
                                         {9, 16, 8, true}}));
  const bool little = GENERATE(false, true);
  CAPTURE(row.orientation, little);
  const auto pixels = decode(jpeg(exif(row.orientation, little) + half_black));
  REQUIRE(pixels);
  CHECK(pixels->width == row.width);
  CHECK(pixels->height == row.height);
  CHECK((sketch(*pixels).front() == '#') == row.black_first);
}

TEST_CASE("every orientation puts each corner where EXIF says") {
  // A row of two and a row below it: the corner's place after each of the eight orientations.
  const auto [orientation, upright] = GENERATE(table<char, const char*>({{'\1', "#./../"},
                                                                         {'\2', ".#/../"},
                                                                         {'\3', "../.#/"},
                                                                         {'\4', "../#./"},
                                                                         {'\5', "#./../"},
                                                                         {'\6', ".#/../"},
                                                                         {'\7', "../.#/"},
                                                                         {'\10', "../#./"}}));
  const std::string tag =
      std::string("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation + std::string(6, '\0');
  const std::string rows("\0\0\xff\0\xff\xff", 6);
  const auto pixels = decode(image(header(2, 2, 8, grey) + chunk("eXIf", tag) + chunk("IDAT", stored(rows)) + end()));
  REQUIRE(pixels);
  CHECK(sketch(*pixels) == upright);
}

TEST_CASE("a damaged EXIF block leaves the picture upright") {
  const std::string whole = exif(6, false);
  for (std::size_t digits = 20; digits + 2 < whole.size(); digits += 2) {
    const std::size_t length = digits / 2 - 2;
    const auto pixels = decode(jpeg("ffe1" + hex_of(length, 4) + whole.substr(8, digits - 8) + half_black));
    REQUIRE(pixels);
    CHECK((pixels->width == 16 || digits >= whole.size() - 8));
  }
}

TEST_CASE("a picture in four printing colours becomes RGB") {
  const auto pixels = decode(jpeg(four_colours));
  REQUIRE(pixels);
  CHECK(pixels->rgb[0] > 230);
  CHECK(pixels->rgb[1] < 25);
  CHECK(pixels->rgb[2] < 25);
}

TEST_CASE("every limit refuses what needs one more, and lets through what needs as much or one less") {
  struct Row {
    const char* limit;
    const char* what;
    Image image;
    std::uint64_t need;
  };
  const Image written = encode_png(sample());
  const Image noted =
      one_row(1, 8, grey, "\xff", chunk("tEXt", std::string(200, 't')) + chunk("zTXt", std::string(100, 'z')));
  const Image commented = jpeg("fffe0042" + std::string(128, '0') + "ffe00022" + std::string(64, '0') + half_black);
  const std::vector<Row> rows{
      {"image_bytes", "a PNG", written, written.bytes.size()},
      {"image_side", "a PNG", written, 20},
      {"image_pixels", "a PNG", written, 260},
      {"image_side", "a JPEG", jpeg(half_black), 16},
      {"image_pixels", "a JPEG", jpeg(half_black), 128},
      {"image_chunk_bytes", "a PNG", noted, 200},
      {"image_metadata_bytes", "a PNG", noted, 300},
      {"image_metadata_bytes", "a JPEG", commented, 96},
      {"image_scans", "a JPEG", jpeg(progressive), 6},
  };
  for (const Row& row : rows) {
    CAPTURE(row.limit, row.what);
    const auto decoded = [&](std::uint64_t value) {
      Limits limits;
      REQUIRE(set_limit(limits, row.limit, value));
      return decode(row.image, limits.image);
    };
    CHECK(decoded(row.need + 1));
    CHECK(decoded(row.need));
    const auto refused = decoded(row.need - 1);
    REQUIRE_FALSE(refused);
    CHECK(limit_in(refused.error()) == row.limit);
  }
  for (const LimitInfo& info : limit_table()) {
    CAPTURE(info.name);
    if (info.name.starts_with("image_")) CHECK(std::ranges::count(rows, info.name, &Row::limit) > 0);
  }
}

TEST_CASE("hostile headers are refused before anything is allocated") {
  struct Row {
    const char* what;
    Image image;
    ErrorCode code;
  };
  const std::string signature("\x89PNG\r\n\x1a\n"), pixel = chunk("IDAT", stored(std::string("\0\0", 2)));
  const auto row = GENERATE_COPY(values<Row>({
      {"2³⁰ pixels", image(header(32768, 32768, 1, grey)), ErrorCode::limit_exceeded},
      {"4 billion wide", image(header(0xffffffff, 1, 8, grey) + pixel + end()), ErrorCode::limit_exceeded},
      {"no width", image(header(0, 1, 8, grey) + pixel + end()), ErrorCode::malformed},
      {"a text chunk of 1 GiB", image(header(1, 1, 8, grey) + number(0x3fffffff) + "tEXt"), ErrorCode::malformed},
      {"a chunk of 4 GiB", image(header(1, 1, 8, grey) + number(0xffffffff) + "IDAT"), ErrorCode::malformed},
      {"no header chunk", image(signature + pixel + end()), ErrorCode::malformed},
      {"no pixels", image(header(1, 1, 8, grey) + end()), ErrorCode::malformed},
      {"too few pixels", image(header(2, 2, 8, grey) + pixel + end()), ErrorCode::malformed},
      {"an impossible depth", image(header(1, 1, 5, grey) + pixel + end()), ErrorCode::malformed},
      {"no palette", image(header(1, 1, 8, indexed) + pixel + end()), ErrorCode::malformed},
      {"a wrong checksum", image(header(1, 1, 8, grey) + pixel.substr(0, pixel.size() - 1) + '\x77' + end()),
       ErrorCode::malformed},
      {"the signature alone", image(signature), ErrorCode::malformed},
      {"a JPEG of its signature", jpeg("ff"), ErrorCode::malformed},
      {"a JPEG without a frame", jpeg("ffd9"), ErrorCode::malformed},
      {"a JPEG of 65535²", jpeg("ffc0000b08ffffffff01011100ffda0008010100003f00ffd9"), ErrorCode::limit_exceeded},
      {"a JPEG without height", jpeg("ffc0000b080000001001011100ffda0008010100003f00ffd9"), ErrorCode::malformed},
      {"a lossless JPEG", jpeg("ffc3000b080008000801011100ffda0008010100003f00ffd9"), ErrorCode::unsupported},
      {"a 12-bit JPEG", jpeg("ffc1000b0c0008000801011100ffda0008010100003f00ffd9"), ErrorCode::unsupported},
      {"two frames", jpeg("ffc0000b080008001001011100" + half_black), ErrorCode::malformed},
      {"a segment beyond the end", jpeg("ffe0ffff00"), ErrorCode::malformed},
      {"a segment of length 1", jpeg("ffe00001" + half_black), ErrorCode::malformed},
      {"no quantisation table", jpeg(half_black.substr(quantisation.size())), ErrorCode::malformed},
  }));
  CAPTURE(row.what);
  CHECK(refusal(row.image) == row.code);
}

TEST_CASE("a picture cut off anywhere is refused") {
  const Image whole = GENERATE(encode_png(sample()), jpeg(half_black), jpeg(progressive), jpeg(four_colours));
  for (std::size_t length = 0; length < whole.bytes.size(); ++length) {
    Image cut = whole;
    cut.bytes.resize(length);
    REQUIRE(is_typed(refusal(cut)));
  }
}

TEST_CASE("a picture with any bytes changed is read or refused, never worse") {
  const Image whole =
      GENERATE(encode_png(sample()), jpeg(half_black), jpeg(progressive), jpeg(exif(6, true) + four_colours));
  std::mt19937 random(11);
  for (int i = 0; i < 3000; ++i) {
    Image damaged = whole;
    for (auto flips = 1 + random() % 3; flips > 0; --flips)
      damaged.bytes[random() % damaged.bytes.size()] = static_cast<std::byte>(random());
    const auto pixels = decode(damaged);
    if (pixels) {
      REQUIRE(pixels->rgb.size() == std::size_t{3} * pixels->width * pixels->height);
    } else {
      REQUIRE(is_typed(pixels.error().code));
    }
  }
}

TEST_CASE("a picture is shrunk to its longer side, and only then") {
  const Pixels wide = pictures::render(pictures::mark(2), 90, 31);
  const Pixels small = shrunk(wide, 30);
  CHECK(small.width == 30);
  CHECK(small.height == 10);
  CHECK(small.rgb.size() == 900);
  CHECK(shrunk(wide, 90) == wide);
  CHECK(shrunk(wide, 1).rgb.size() == 3);
  const Pixels line{500, 1, std::vector<std::uint8_t>(1500, 77)};
  CHECK(shrunk(line, 100) == Pixels{100, 1, std::vector<std::uint8_t>(300, 77)});
}
