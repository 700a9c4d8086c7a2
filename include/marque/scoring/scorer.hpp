#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "marque/logo/fingerprint.hpp"
#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/comparable_name.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/likeness.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

class MeaningMatcher;

/// How close two marks are. Symmetric; the same words twice give 1 in every aspect.
AspectScores score(const Subject& a, const Subject& b, const Dictionary& dictionary = Dictionary::built_in());

/// One mark against many: the same scores as score(), with what depends on the one mark worked out once. A
/// third of a microsecond a name of usual length; the first 256 take two, then what many names' meanings are found by is looked up (a tenth of a
/// millisecond; with a dictionary twice that). Not for several threads at once: each makes its own.
class Scorer {
 public:
  /// `dictionary` translates between Chinese and English.
  explicit Scorer(const Subject& query, const Dictionary& dictionary = Dictionary::built_in());

  /// The same, with the query's meaning worked out already: for threads that share a query.
  Scorer(const Subject& query, std::shared_ptr<const MeaningMatcher> meaning);

  ~Scorer();
  Scorer(Scorer&&) noexcept;
  Scorer& operator=(Scorer&&) noexcept;

  /// Words and pictures, and characters that render letters part by meaning, part by sound (星巴克 STARBUCKS): no search looks for
  /// these, so likeness() and score_words() leave them out.
  AspectScores score(const Subject& other);

  /// explain() and examine() (evidence.hpp, examination.hpp) of the query and another, with the scores that score()
  /// gave them.
  std::vector<Evidence> explain(const Subject& other, const AspectScores& scores) const;
  Examination examine(const Subject& other, const AspectScores& scores) const;

  /// The words alone, way by way. All 0 where a side has no words.
  WordLikeness likeness(const NameView& name);

  /// The ways of one element, the others 0. The same words are WordLikeness::same().
  WordLikeness likeness(const NameView& name, Element element);

  /// The same, by aspect; `logo` stays unset.
  AspectScores score_words(const NameView& name);

  /// The picture alone; unset where the query has none.
  std::optional<float> score_logo(const Fingerprint& logo) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace marque
