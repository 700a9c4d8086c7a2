#pragma once

#include <memory>
#include <vector>

#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/name_view.hpp"
#include "marque/scoring/subject.hpp"

namespace marque {

/// How close two marks are. Symmetric; the same subject twice gives 1 in every aspect it has.
AspectScores score(const Subject& a, const Subject& b);

/// Why: evidence for every aspect that says something, the strongest first.
std::vector<Evidence> explain(const Subject& a, const Subject& b);

/// One mark against many: the same scores as score(), with what depends on the one mark worked out once.
/// Not for several threads at once.
class Scorer {
 public:
  explicit Scorer(const Subject& query);
  ~Scorer();
  Scorer(Scorer&&) noexcept;
  Scorer& operator=(Scorer&&) noexcept;

  AspectScores score(const Subject& other);

  /// The words alone; `logo` stays unset.
  AspectScores score(const NameView& name);

  /// The picture alone.
  float score(const Fingerprint& logo) const;

  /// Joins what the two gave into one set of scores.
  static AspectScores combined(AspectScores words, std::optional<float> logo);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace marque
