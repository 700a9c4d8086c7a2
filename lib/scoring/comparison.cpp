#include "marque/scoring/comparison.hpp"

#include <utility>

#include "marque/scoring/scorer.hpp"

namespace marque {

Comparison compare(Subject a, Subject b) {
  const AspectScores scores = score(a, b);
  Examination examination = examine(a, b, scores);
  std::vector<Evidence> evidence = explain(a, b);
  return {std::move(a), std::move(b), scores, std::move(examination), std::move(evidence)};
}

Result<Comparison> compare_names(std::string_view a, std::string_view b) {
  auto first = make_subject(a);
  if (!first) return first.error();
  auto second = make_subject(b);
  if (!second) return second.error();
  return compare(*std::move(first), *std::move(second));
}

}  // namespace marque
