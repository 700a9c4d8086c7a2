#pragma once

#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/search/search_limits.hpp"
#include "search/index_contents.hpp"

namespace marque {

/// The two ways to the best candidates of a subject that is not empty. Both give the same.
Result<std::vector<Candidate>> search_bounded(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                              const Progress& progress);
Result<std::vector<Candidate>> search_exhaustively(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                                   const Progress& progress);

}  // namespace marque
