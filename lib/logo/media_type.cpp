#include "marque/logo/media_type.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

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

}  // namespace

Result<std::string> sniff_media_type(const Image& image) {
  if (starts_with(image.bytes, png_signature)) return std::string("image/png");
  if (starts_with(image.bytes, jpeg_signature)) return std::string("image/jpeg");
  const auto head = std::span(image.bytes).first(std::min<std::size_t>(image.bytes.size(), 8));
  return Error{ErrorCode::unsupported, "neither PNG nor JPEG: the first bytes are \"" + to_hex(head) + "\""};
}

}  // namespace marque
