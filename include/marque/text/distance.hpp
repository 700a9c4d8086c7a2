#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

namespace marque {

/// Levenshtein distance in code points. Returns `cutoff + 1` as soon as it is certain to exceed `cutoff`.
/// O(|a|·|b|).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                          std::size_t cutoff = std::numeric_limits<std::size_t>::max() - 1);

/// Optimal string alignment distance: as above, with the swap of two neighbours as one edit.
std::size_t transposition_distance(std::u32string_view a, std::u32string_view b);

/// Length of the longest common subsequence and of the longest common substring.
std::size_t common_subsequence(std::u32string_view a, std::u32string_view b);
std::size_t common_substring(std::u32string_view a, std::u32string_view b);

/// 1 - edit_distance / longer length, in [0,1]; two empty texts give 1.
float edit_similarity(std::u32string_view a, std::u32string_view b);

}  // namespace marque
