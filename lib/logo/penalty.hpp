#pragma once

#include "marque/logo/fingerprint.hpp"

namespace marque {

/// What is taken from a cosine for asking with a view or probe, and for being found by a view (weights.hpp).
double asking_penalty(const Fingerprint& asked, std::size_t seen);
double keeping_penalty(const ViewCode& view);

}  // namespace marque
