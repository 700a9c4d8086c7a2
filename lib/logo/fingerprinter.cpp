#include "marque/logo/fingerprinter.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>
#include <utility>

#include "logo/codes.hpp"
#include "logo/layout.hpp"
#include "logo/resample.hpp"
#include "logo/saliency.hpp"
#include "logo/views.hpp"
#include "marque/logo/decode.hpp"

namespace marque {

namespace {

constexpr std::uint32_t working_side = 256;

/// A side of the view in the square: even, as the square is, so that the view lies exactly in its middle.
std::uint32_t fitted(int side, int longer) {
  const auto s = static_cast<std::uint32_t>(side), l = static_cast<std::uint32_t>(longer);
  return std::max(2u, 2 * ((s * square_side + l) / (2 * l)));
}

/// A view's saliency, and how far each of its channels lies from its ground: a mark of several colours has edges
/// that saliency alone, which only tells figure from ground, does not show.
constexpr std::size_t layer_count = 4;

std::vector<std::uint8_t> interleaved_layers(const View& view) {
  const cv::Vec3b ground = ground_colour(view.picture, view.saliency);
  std::vector<std::uint8_t> layers;
  layers.reserve(layer_count * view.saliency.total());
  for (int y = 0; y < view.saliency.rows; ++y) {
    for (int x = 0; x < view.saliency.cols; ++x) {
      const cv::Vec3b& pixel = view.picture(y, x);
      layers.push_back(view.saliency(y, x));
      for (int c = 0; c < 3; ++c) layers.push_back(static_cast<std::uint8_t>(std::abs(pixel[c] - ground[c])));
    }
  }
  return layers;
}

std::array<Square, layer_count> squared(const View& view) {
  const int longer = std::max(view.box.width, view.box.height);
  const Extent from{static_cast<std::uint32_t>(view.box.width), static_cast<std::uint32_t>(view.box.height)};
  const Extent to{fitted(view.box.width, longer), fitted(view.box.height, longer)};
  const auto scaled = area_average(interleaved_layers(view), from, to, layer_count);
  std::array<Square, layer_count> squares{};
  const std::size_t left = (square_side - to.width) / 2, top = (square_side - to.height) / 2;
  for (std::size_t i = 0; i < scaled.size(); ++i) {
    const std::size_t pixel = i / layer_count, x = left + pixel % to.width, y = top + pixel / to.width;
    squares[i % layer_count][y * square_side + x] = scaled[i];
  }
  return squares;
}

ViewCode coded(const View& view, const cv::Size& picture) {
  const auto share = [](int part, int whole) { return static_cast<float>(part) / static_cast<float>(whole); };
  Codes codes = codes_of(squared(view));
  return {view.kind,
          share(view.box.x, picture.width),
          share(view.box.y, picture.height),
          share(view.box.width, picture.width),
          share(view.box.height, picture.height),
          std::move(codes.shape),
          std::move(codes.polar)};
}

Result<Fingerprint> fingerprint_of(const Image& image, const ImageLimits& limits) {
  const auto decoded = decode(image, limits);
  if (!decoded) return decoded.error();
  Pixels pixels = shrunk(*decoded, working_side);
  const cv::Mat3b picture(static_cast<int>(pixels.height), static_cast<int>(pixels.width),
                          reinterpret_cast<cv::Vec3b*>(pixels.rgb.data()));
  Fingerprint fingerprint{fingerprint_version, {}};
  for (const View& view : views_of(picture)) fingerprint.views.push_back(coded(view, picture.size()));
  if (fingerprint.views.empty())
    return Error{ErrorCode::no_fingerprint, "a picture in which nothing stands out from the background"};
  return fingerprint;
}

}  // namespace

Fingerprinter opencv_fingerprinter(const ImageLimits& limits) {
  return [limits](const Image& image) -> Result<Fingerprint> {
    try {
      return fingerprint_of(image, limits);
    } catch (const std::bad_alloc&) {
      return Error{ErrorCode::out_of_memory, "no memory for the fingerprint"};
    } catch (const cv::Exception& exception) {
      if (exception.code == cv::Error::StsNoMem)
        return Error{ErrorCode::out_of_memory, "no memory for the fingerprint"};
      return Error{ErrorCode::internal, "OpenCV: " + exception.err};
    }
  };
}

}  // namespace marque
