#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

/// Slow and obviously right twins of marque/text/distance.hpp: the definitions, by recursion on the first characters.
namespace reference {

inline std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  if (a[0] == b[0]) return edit_distance(a.substr(1), b.substr(1));
  return 1 + std::min({edit_distance(a.substr(1), b), edit_distance(a, b.substr(1)),
                       edit_distance(a.substr(1), b.substr(1))});
}

inline std::size_t transposition_distance(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  std::size_t best = std::min({transposition_distance(a.substr(1), b) + 1, transposition_distance(a, b.substr(1)) + 1,
                               transposition_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    best = std::min(best, transposition_distance(a.substr(2), b.substr(2)) + 1);
  return best;
}

inline std::size_t common_subsequence(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return 0;
  if (a[0] == b[0]) return 1 + common_subsequence(a.substr(1), b.substr(1));
  return std::max(common_subsequence(a.substr(1), b), common_subsequence(a, b.substr(1)));
}

inline std::size_t common_substring(std::u32string_view a, std::u32string_view b) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    for (std::size_t length = longest + 1; at + length <= a.size(); ++length) {
      if (b.find(a.substr(at, length)) != std::u32string_view::npos) longest = length;
    }
  }
  return longest;
}

}  // namespace reference
