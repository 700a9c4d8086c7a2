#include "marque/logo/fingerprinter.hpp"

#include <algorithm>
#include <new>

#include "logo/codes.hpp"
#include "logo/layout.hpp"
#include "logo/resample.hpp"
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

Square squared(const cv::Mat1b& saliency) {
  const int longer = std::max(saliency.cols, saliency.rows);
  const Extent from{static_cast<std::uint32_t>(saliency.cols), static_cast<std::uint32_t>(saliency.rows)};
  const Extent to{fitted(saliency.cols, longer), fitted(saliency.rows, longer)};
  const cv::Mat1b packed = saliency.clone();
  const auto scaled = area_average({packed.data, packed.total()}, from, to, 1);
  Square square{};
  const std::size_t left = (square_side - to.width) / 2, top = (square_side - to.height) / 2;
  for (std::size_t y = 0; y < to.height; ++y) {
    std::copy_n(scaled.begin() + static_cast<std::ptrdiff_t>(y * to.width), to.width,
                square.begin() + static_cast<std::ptrdiff_t>((top + y) * square_side + left));
  }
  return square;
}

ViewCode coded(const View& view, const cv::Size& picture) {
  const auto share = [](int part, int whole) { return static_cast<float>(part) / static_cast<float>(whole); };
  const Square square = squared(view.saliency);
  Codes codes = codes_of({&square, 1});
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
  const cv::Mat3b picture(static_cast<int>(pixels.height), static_cast<int>(pixels.width), reinterpret_cast<cv::Vec3b*>(pixels.rgb.data()));
  Fingerprint fingerprint{fingerprint_version, {}};
  for (const View& view : views_of(picture)) fingerprint.views.push_back(coded(view, picture.size()));
  if (fingerprint.views.empty()) return Error{ErrorCode::no_fingerprint, "a picture in which nothing stands out from the background"};
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
      if (exception.code == cv::Error::StsNoMem) return Error{ErrorCode::out_of_memory, "no memory for the fingerprint"};
      return Error{ErrorCode::internal, "OpenCV: " + exception.err};
    }
  };
}

}  // namespace marque
