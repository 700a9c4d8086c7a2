#include "marque/logo/media_type.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "marque/base/digest.hpp"

namespace marque {
namespace {

constexpr std::array<std::uint8_t, 8> png_signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::array<std::uint8_t, 3> jpeg_signature{0xff, 0xd8, 0xff};

template <std::size_t N>
bool starts_with(std::span<const std::byte> bytes, const std::array<std::uint8_t, N>& signature) {
  return bytes.size() >= N && std::equal(signature.begin(), signature.end(), bytes.begin(), [](auto want, auto got) {
           return want == std::to_integer<std::uint8_t>(got);
         });
}

/// Other forms that pictures come in, by what their files begin with.
std::string_view other_form(std::span<const std::byte> bytes) {
  struct Form {
    std::size_t at;
    std::string_view sign, name;
  };
  using namespace std::string_view_literals;
  constexpr std::array<Form, 9> forms{{{0, "GIF8"sv, "GIF"}, {8, "WEBP"sv, "WebP"}, {0, "BM"sv, "BMP"}, {0, "II*\0"sv, "TIFF"}, {0, "MM\0*"sv, "TIFF"},
                                       {0, "%PDF"sv, "PDF"}, {0, "<svg"sv, "SVG"}, {0, "8BPS"sv, "PSD"}, {4, "ftyp"sv, "HEIC/AVIF"}}};
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (const Form& form : forms) {
    if (text.size() >= form.at + form.sign.size() && text.substr(form.at, form.sign.size()) == form.sign) return form.name;
  }
  return {};
}

}  // namespace

Result<std::string> sniff_media_type(const Image& image) {
  if (starts_with(image.bytes, png_signature)) return std::string("image/png");
  if (starts_with(image.bytes, jpeg_signature)) return std::string("image/jpeg");
  if (image.bytes.empty()) return Error{ErrorCode::unsupported, "neither PNG nor JPEG: an empty file"};
  if (const auto form = other_form(image.bytes); !form.empty())
    return Error{ErrorCode::unsupported, "neither PNG nor JPEG: it seems to be " + std::string(form) + ", to be converted first"};
  const auto head = std::span(image.bytes).first(std::min<std::size_t>(image.bytes.size(), 8));
  return Error{ErrorCode::unsupported, "neither PNG nor JPEG: the first bytes are \"" + to_hex(head) + "\""};
}

}  // namespace marque
