#include "marque/logo/fingerprinter.hpp"

#include <algorithm>
#include <new>

#include "logo/description.hpp"
#include "logo/fingerprint_with.hpp"
#include "logo/layout.hpp"
#include "logo/probes.hpp"
#include "logo/projection.hpp"
#include "logo/views.hpp"
#include "marque/logo/decode.hpp"

namespace marque {

namespace {

ViewCode coded(const Projection& projection, LogoView kind, const cv::Rect& box, const cv::Size& picture, const Layers& layers,
               const Placement& placement) {
  const auto share = [](int part, int whole) { return static_cast<std::uint8_t>(255 * part / whole); };
  ViewCode code{.view = kind,
                .x = share(box.x, picture.width),
                .y = share(box.y, picture.height),
                .width = share(box.width, picture.width),
                .height = share(box.height, picture.height)};
  code.code = projection.code(description_of(squared(layers, placement)));
  return code;
}

Result<Fingerprint> made(const Projection& projection, const Pixels& given, LogoUse use) {
  Pixels pixels = shrunk(given, working_side);
  const cv::Mat3b picture(static_cast<int>(pixels.height), static_cast<int>(pixels.width), reinterpret_cast<cv::Vec3b*>(pixels.rgb.data()));
  const std::vector<View> views = views_of(picture);
  if (views.empty()) return Error{ErrorCode::no_fingerprint, "a picture in which nothing stands out from the background"};
  Fingerprint fingerprint{fingerprint_version, {}, {}};
  for (const View& view : views) fingerprint.views.push_back(coded(projection, view.kind, view.box, picture.size(), layers_of(view), {}));
  if (use == LogoUse::keeping) return fingerprint;
  for (const Probe& probe : probes_of(picture, views)) {
    ViewCode code = coded(projection, probe.view, probe.box, picture.size(), probe.layers, probe.placement);
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
