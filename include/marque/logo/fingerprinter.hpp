#pragma once

#include <cstdint>
#include <functional>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/logo/decode.hpp"
#include "marque/logo/fingerprint.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// Turns an encoded picture into its fingerprint. Handed to whoever needs one, so that the core library
/// does without OpenCV.
using Fingerprinter = std::function<Result<Fingerprint>(const Image&)>;

/// What a fingerprint is made for.
enum class LogoUse : std::uint8_t {
  keeping,  ///< its views alone: what a register keeps and finds
  asking,   ///< its probes too: finds copies turned by any angle, stretched, cut or among others, too
};

/// The fingerprinter of the component marque::logo: decodes within the limits, finds what stands out from the
/// background, and describes its views. ErrorCode::no_fingerprint for a blank or one-coloured picture.
/// The same bytes on every machine. Safe to call from several threads at once.
Fingerprinter opencv_fingerprinter(LogoUse use = LogoUse::keeping, const ImageLimits& limits = {});

/// The same from pixels already decoded.
Result<Fingerprint> fingerprint_of(const Pixels& pixels, LogoUse use = LogoUse::keeping);

}  // namespace marque
