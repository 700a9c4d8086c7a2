#include "marque/scoring/comparison.hpp"

#include <utility>

#include "marque/scoring/scorer.hpp"

namespace marque {

Comparison compare(Subject a, Subject b, const Dictionary& dictionary) {
  Scorer scorer(a, dictionary);
  const AspectScores scores = scorer.score(b);
  Examination examination = scorer.examine(b, scores);
  std::vector<Evidence> evidence = scorer.explain(b, scores);
  return {std::move(a), std::move(b), scores, std::move(examination), std::move(evidence)};
}

Result<Comparison> compare_names(std::string_view a, std::string_view b, const Dictionary& dictionary) {
  auto first = make_subject(a);
  if (!first) return first.error();
  auto second = make_subject(b);
  if (!second) return second.error();
  return compare(*std::move(first), *std::move(second), dictionary);
}

}  // namespace marque
