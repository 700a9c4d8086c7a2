#pragma once

#include <random>
#include <string>
#include <vector>

#include "marque/scoring/subject.hpp"
#include "marque/text/encoding.hpp"

/// Names from a small stock of characters and letters, so that near matches abound.
namespace made {

inline std::string name(std::mt19937& random) {
  static const std::u32string stock = U"海门山羊江户窗太阳们末未行长乐安途abeior1";
  std::u32string name;
  for (std::size_t length = 1 + random() % 5; length > 0; --length) name += stock[random() % stock.size()];
  if (random() % 8 == 0) name += U"牌";
  if (random() % 8 == 0) name += U" co";
  return marque::encode_utf8(name);
}

inline std::vector<std::string> names(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> names;
  while (names.size() < count) names.push_back(name(random));
  return names;
}

inline marque::Subject subject(std::string_view words) { return *marque::make_subject(words); }

}  // namespace made
