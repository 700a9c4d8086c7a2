#pragma once

#include "logo/projection.hpp"
#include "marque/logo/fingerprinter.hpp"

namespace marque {

/// fingerprint_of() by another projection than the built-in one: for judging a table by brands it was not trained on.
Result<Fingerprint> fingerprint_with(const Projection& projection, const Pixels& pixels, LogoUse use);

}  // namespace marque
