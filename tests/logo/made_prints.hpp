#pragma once

#include <random>

#include "logo/layout.hpp"
#include "marque/logo/fingerprint.hpp"

/// Fingerprints made up from a seed: of the right form, of no picture.
namespace made_prints {

inline std::vector<std::uint8_t> code(std::mt19937& random, std::size_t length) {
  std::vector<std::uint8_t> values(length);
  for (auto& value : values) value = random() % 3 == 0 ? static_cast<std::uint8_t>(random() % 160) : 0;
  return values;
}

inline marque::ViewCode view(std::mt19937& random, marque::LogoView kind) {
  return {kind, 0.125f, 0.25f, 0.5f, 0.625f, code(random, marque::shape_length), code(random, marque::polar_length)};
}

inline marque::Fingerprint print(unsigned seed, std::size_t views) {
  std::mt19937 random(seed);
  marque::Fingerprint print{marque::fingerprint_version, {view(random, marque::LogoView::whole)}};
  while (print.views.size() < views)
    print.views.push_back(view(random, random() % 2 ? marque::LogoView::block : marque::LogoView::peeled));
  return print;
}

}  // namespace made_prints
