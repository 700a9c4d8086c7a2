#pragma once

#include <cstdint>
#include <vector>

#include "marque/logo/fingerprint.hpp"

namespace marque {

/// What is taken from a cosine for asking with each view and then each probe, in thousandths.
std::vector<int> asking_penalties(const Fingerprint& asked);

/// A penalty as signs that differ, rounded down.
std::uint32_t signs_of_penalty(int penalty) noexcept;

/// The most signs that may differ, penalties included, where the closeness is at least this.
std::uint32_t signs_allowed(float closeness) noexcept;

}  // namespace marque
