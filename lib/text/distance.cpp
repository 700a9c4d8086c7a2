#include "marque/text/distance.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace marque {

namespace {

using Row = std::vector<std::size_t>;

Row first_row(std::size_t length) {
  Row row(length + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  return row;
}

std::size_t shared_prefix(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t cutoff) {
  const std::size_t prefix = shared_prefix(a, b);
  a.remove_prefix(prefix);
  b.remove_prefix(prefix);
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > cutoff) return cutoff + 1;

  Row row = first_row(b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
    if (*std::min_element(row.begin(), row.end()) > cutoff) return cutoff + 1;
  }
  return std::min(row.back(), cutoff + 1);
}

std::size_t transposition_distance(std::u32string_view a, std::u32string_view b) {
  Row before(b.size() + 1);
  Row last(b.size() + 1);
  Row row = first_row(b.size());
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

std::size_t common_subsequence(std::u32string_view a, std::u32string_view b) {
  Row row(b.size() + 1, 0);
  for (const char32_t point : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = point == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

std::size_t common_substring(std::u32string_view a, std::u32string_view b) {
  Row row(b.size() + 1, 0);
  std::size_t longest = 0;
  for (const char32_t point : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      row[j] = point == b[j - 1] ? row[j - 1] + 1 : 0;
      longest = std::max(longest, row[j]);
    }
  }
  return longest;
}

float edit_similarity(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<float>(edit_distance(a, b)) / static_cast<float>(longer);
}

}  // namespace marque
