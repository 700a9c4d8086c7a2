#pragma once

#include <optional>
#include <span>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/model/mark.hpp"

namespace marque {

/// What two marks depict 图形要素, as far as their records say so: an aspect of its own, which no picture and no word enters.
struct FigureComparison {
  float score = 0;                    ///< 1 where the mark with fewer codes has all of them in common; 0 where not even a category is
  std::vector<ViennaCode> shared;     ///< codes of both, ascending
  std::vector<ViennaCode> divisions;  ///< divisions (`3.4`) or categories (`3`) in which both have a code, but another one

  bool operator==(const FigureComparison&) const = default;
};

/// Compares codes of the Vienna Classification: each code of the mark that has fewer counts by the closest of the other,
/// the same code as 1, the same division as 0.6, the same category as 0.3; the mean of these. Symmetric. Unset where a record
/// has none: unknown is not different.
std::optional<FigureComparison> compare_figures(std::span<const ViennaCode> a, std::span<const ViennaCode> b);

/// The same as a sentence: `图形要素相同: 3.4.11`.
Bilingual sentence_of(const FigureComparison& figures);

}  // namespace marque
