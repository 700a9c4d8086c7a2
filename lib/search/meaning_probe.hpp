#pragma once

#include <memory>

#include "scoring/meaning_keys.hpp"
#include "search/probes.hpp"

namespace marque {

/// Asks for names by what they mean. `keys` must outlive it.
std::unique_ptr<Probe> meaning_probe(const MeaningKeys& keys);

}  // namespace marque
