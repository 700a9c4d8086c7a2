#pragma once

#include <array>
#include <random>

#include "logo/code.hpp"
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

/// A view's coordinates after one of the turns of layout.hpp, each as the obvious sum.
inline std::array<int, marque::coordinates> turned(const std::array<int, marque::coordinates>& own, std::size_t turn) {
  using namespace marque;
  std::array<int, coordinates> out{};
  const TurnAction& action = turn_actions[turn];
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = signed_starts[kind]; i < signed_starts[kind + 1]; ++i) out[i] = action.signs[kind] * own[i];
  }
  for (std::size_t i = signed_coordinates; i < signed_coordinates + paired_coordinates; ++i) {
    out[i] = action.xx * own[i] + action.xy * own[i + paired_coordinates];
    out[i + paired_coordinates] = action.yx * own[i] + action.yy * own[i + paired_coordinates];
  }
  return out;
}

}  // namespace made_prints
