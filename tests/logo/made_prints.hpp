#pragma once

#include <random>

#include "logo/layout.hpp"
#include "marque/logo/fingerprint.hpp"

/// Fingerprints made up from a seed: of the right form, of no picture.
namespace made_prints {

inline marque::ViewCode view(std::mt19937& random, marque::LogoView kind) {
  marque::ViewCode view{.view = kind, .x = 32, .y = 64, .width = 128, .height = 160};
  for (auto& value : view.code) value = static_cast<std::uint8_t>(random());
  return view;
}

inline marque::Fingerprint print(unsigned seed, std::size_t views, std::size_t probes = 0) {
  std::mt19937 random(seed);
  marque::Fingerprint print{marque::fingerprint_version, {view(random, marque::LogoView::whole)}, {}};
  while (print.views.size() < views)
    print.views.push_back(view(random, random() % 2 ? marque::LogoView::block : marque::LogoView::peeled));
  while (print.probes.size() < probes) {
    print.probes.push_back(view(random, random() % 2 ? marque::LogoView::part : marque::LogoView::whole));
    print.probes.back().alteration = static_cast<marque::LogoAlteration>(random() % 4);
    print.probes.back().amount = static_cast<std::uint8_t>(random() % 8);
  }
  return print;
}

}  // namespace made_prints
