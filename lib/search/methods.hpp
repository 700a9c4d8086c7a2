#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/search/search_limits.hpp"
#include "search/index_contents.hpp"

namespace marque {

/// What a bounded search did; for measurements, of one thread.
struct SearchCounts {
  struct Table {
    std::uint64_t hits = 0;        ///< rows that the table could not rule out
    double milliseconds = 0;       ///< of processor time, with the scoring of its hits
  };
  double prepared = 0;             ///< milliseconds of processor time before the first table
  std::uint64_t rounds = 0;        ///< ranks looked for
  std::uint64_t scored = 0;        ///< names
  std::map<std::string_view, Table> tables;
};

/// The two ways to the best candidates of a subject that is not empty. Both give the same.
Result<std::vector<Candidate>> search_bounded(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                              const Progress& progress, SearchCounts* counts = nullptr);
Result<std::vector<Candidate>> search_exhaustively(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                                   const Progress& progress);

}  // namespace marque
