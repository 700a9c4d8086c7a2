#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

/// Ratios of equal letters as generic string libraries define them, by the textbook recurrences. 1 for two empty texts.
namespace reference {

/// Edits that turn one text into the other: an insertion or deletion costs 1, a substitution as given.
inline std::size_t edits(std::u32string_view a, std::u32string_view b, std::size_t substitution) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : substitution);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

/// 1 − Levenshtein distance by the longer length.
inline float levenshtein_ratio(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1.0f : 1 - static_cast<float>(edits(a, b, 1)) / static_cast<float>(longer);
}

/// 1 − insertions and deletions by both lengths: `ratio` of rapidfuzz.
inline float indel_ratio(std::u32string_view a, std::u32string_view b) {
  const std::size_t both = a.size() + b.size();
  return both == 0 ? 1.0f : 1 - static_cast<float>(edits(a, b, 2)) / static_cast<float>(both);
}

}  // namespace reference
