#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

/// Jaro's similarity (Jaro 1989): equal letters no further apart than half the longer text, and how many of them stand
/// in another order. 1 for two empty texts.
inline float jaro(std::u32string_view a, std::u32string_view b) {
  if (a.empty() && b.empty()) return 1;
  const std::size_t longer = std::max(a.size(), b.size()), window = longer < 4 ? 0 : longer / 2 - 1;
  std::vector<bool> taken(b.size());
  std::u32string matched_a, matched_b;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + window + 1);
    for (std::size_t j = i > window ? i - window : 0; j < end; ++j) {
      if (taken[j] || a[i] != b[j]) continue;
      taken[j] = true;
      matched_a += a[i];
      break;
    }
  }
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (taken[j]) matched_b += b[j];
  }
  if (matched_a.empty()) return 0;
  std::size_t out_of_order = 0;
  for (std::size_t i = 0; i < matched_a.size(); ++i) out_of_order += matched_a[i] == matched_b[i] ? 0u : 1u;
  const auto matches = static_cast<float>(matched_a.size());
  return (matches / static_cast<float>(a.size()) + matches / static_cast<float>(b.size()) +
          (matches - static_cast<float>(out_of_order / 2)) / matches) / 3;
}

/// Jaro's similarity raised by a tenth of what is missing for each of the first four letters that agree, where it is
/// above 0.7 (Winkler 1990).
inline float jaro_winkler(std::u32string_view a, std::u32string_view b) {
  const float similarity = jaro(a, b);
  if (similarity <= 0.7f) return similarity;
  const std::size_t most = std::min({a.size(), b.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < most && a[prefix] == b[prefix]) ++prefix;
  return similarity + 0.1f * static_cast<float>(prefix) * (1 - similarity);
}

}  // namespace reference
