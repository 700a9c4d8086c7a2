#include "marque/logo/alignment.hpp"
#include "marque/logo/decode.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/logo/similarity.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as a picture: an error, or pixels within the limits that survive being written as PNG.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto encoded = fuzz::bytes(data, size);
  const Image image{{encoded.begin(), encoded.end()}, {}};
  ImageLimits limits;
  limits.side = 256;
  limits.pixels = 1u << 14;
  const auto pixels = decode(image, limits);
  if (!pixels) return 0;
  fuzz::require(pixels->width <= limits.side && pixels->height <= limits.side);
  fuzz::require(pixels->rgb.size() == std::size_t{3} * pixels->width * pixels->height);

  const auto again = decode(encode_png(*pixels), limits);
  fuzz::require(again.has_value() && *again == *pixels);
  static const Fingerprinter fingerprint = opencv_fingerprinter(LogoUse::asking, limits);
  const auto first = fingerprint(image);
  if (!first) return 0;
  fuzz::require(fingerprint_from_bytes(to_bytes(*first)).has_value());
  fuzz::require(aligned(*pixels, *pixels, compare(*first, *first)).has_value());
  return 0;
}
