#include "marque/logo/fingerprinter.hpp"

#include <algorithm>
#include <new>

#include "logo/closeup.hpp"
#include "logo/description.hpp"
#include "logo/fingerprint_with.hpp"
#include "logo/layout.hpp"
#include "logo/probes.hpp"
#include "logo/projection.hpp"
#include "logo/views.hpp"
#include "marque/logo/decode.hpp"

namespace marque {

namespace {

/// Codes what of a picture is seen.
class Coder {
 public:
  Coder(const Projection& projection, const Closeup& closeup, const cv::Size& picture)
      : projection_(projection), closeup_(closeup), longer_side_(std::max(picture.width, picture.height)) {}

  ViewCode code(LogoView kind, const cv::Rect& seen, const Layers& layers, const Placement& placement) const {
    const cv::Rect box = closeup_.in_picture(seen);
    const int x = share(box.x), y = share(box.y);
    ViewCode code{.view = kind,
                  .x = narrow(x),
                  .y = narrow(y),
                  .width = narrow(std::min(std::max(1, share(box.width)), 255 - x)),
                  .height = narrow(std::min(std::max(1, share(box.height)), 255 - y))};
    code.code = projection_.code(description_of(squared(layers, placement)));
    return code;
  }

 private:
  int share(int length) const { return static_cast<int>(std::int64_t{255} * length / longer_side_); }
  static std::uint8_t narrow(int value) { return static_cast<std::uint8_t>(value); }

  const Projection& projection_;
  const Closeup& closeup_;
  int longer_side_;
};

Result<Fingerprint> made(const Projection& projection, const Pixels& pixels, LogoUse use) {
  const Closeup closeup(pixels);
  const Coder coder(projection, closeup, {static_cast<int>(pixels.width), static_cast<int>(pixels.height)});
  const std::vector<View> views = views_of(closeup.pixels());
  if (views.empty()) return Error{ErrorCode::no_fingerprint, "a picture in which nothing stands out from the background"};
  Fingerprint fingerprint{fingerprint_version, {}, {}};
  for (const View& view : views) fingerprint.views.push_back(coder.code(view.kind, view.box, layers_of(view), {}));
  if (use == LogoUse::keeping) return fingerprint;
  for (const Probe& probe : probes_of(closeup.pixels(), views)) {
    ViewCode code = coder.code(probe.view, probe.box, probe.layers, probe.placement);
    code.alteration = probe.alteration;
    code.amount = static_cast<std::uint8_t>(probe.amount);
    fingerprint.probes.push_back(code);
  }
  return fingerprint;
}

}  // namespace

Result<Fingerprint> fingerprint_with(const Projection& projection, const Pixels& pixels, LogoUse use) {
  try {
    return made(projection, pixels, use);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, "no memory for the fingerprint"};
  } catch (const cv::Exception& exception) {
    if (exception.code == cv::Error::StsNoMem) return Error{ErrorCode::out_of_memory, "no memory for the fingerprint"};
    return Error{ErrorCode::internal, "OpenCV: " + exception.err};
  }
}

Result<Fingerprint> fingerprint_of(const Pixels& pixels, LogoUse use) { return fingerprint_with(Projection::built_in(), pixels, use); }

Fingerprinter opencv_fingerprinter(LogoUse use, const ImageLimits& limits) {
  return [use, limits](const Image& image) -> Result<Fingerprint> {
    const auto decoded = decode(image, limits);
    return decoded ? fingerprint_of(*decoded, use) : decoded.error();
  };
}

}  // namespace marque
