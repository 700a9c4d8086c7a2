#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

namespace reference {

using Trigram = std::array<char32_t, 3>;

/// The set of trigrams that PostgreSQL's pg_trgm sees in a text (its manual, F.35): every word of letters and digits
/// with two spaces before it and one behind, in lower case. Here every character outside ASCII is a letter, and only
/// ASCII has case. Sorted, each once.
inline std::vector<Trigram> trigrams(std::u32string_view text) {
  const auto folded = [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; };
  const auto in_word = [&](char32_t c) {
    return c > 127 || (c >= U'0' && c <= U'9') || (folded(c) >= U'a' && folded(c) <= U'z');
  };
  std::vector<Trigram> all;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!in_word(text[at])) continue;
    Trigram last{U' ', U' ', folded(text[at])};
    all.push_back(last);
    while (last[2] != U' ') {
      const bool ends = ++at == text.size() || !in_word(text[at]);
      last = {last[1], last[2], ends ? U' ' : folded(text[at])};
      all.push_back(last);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// pg_trgm's similarity(): shared trigrams by all trigrams (Jaccard); 0 where neither text has one.
inline float trigram_similarity(const std::vector<Trigram>& a, const std::vector<Trigram>& b) {
  std::vector<Trigram> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  const std::size_t all = a.size() + b.size() - shared.size();
  return all == 0 ? 0.0f : static_cast<float>(shared.size()) / static_cast<float>(all);
}

}  // namespace reference
