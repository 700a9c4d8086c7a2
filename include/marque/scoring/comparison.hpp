#pragma once

#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

/// Two marks compared: how close, what the guide says, and why.
struct Comparison {
  Subject a, b;
  AspectScores scores;
  Examination examination;
  std::vector<Evidence> evidence;
};

Comparison compare(Subject a, Subject b, const Dictionary& dictionary = Dictionary::built_in());

/// Compares two names. Errors are those of normalize().
Result<Comparison> compare_names(std::string_view a, std::string_view b,
                                 const Dictionary& dictionary = Dictionary::built_in());

}  // namespace marque
