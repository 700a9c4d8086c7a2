#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "marque/search/candidate_index.hpp"
#include "words_data.hpp"
#include "words_measures.hpp"
#include "words_names.hpp"

namespace bench {

/// Where one mark was found when the other was searched for.
struct Found {
  LabelledPair pair;                   ///< turned so that `a` was searched and `b` looked for
  std::vector<double> ranks;           ///< by measure; level names share the middle rank
  double searched = 0;                 ///< its place among what the index finds; infinite where it is not
  double best_of_ways = 0;             ///< the best rank that one way gives, times the ways: merged without any table
  std::string best_way;
  std::vector<std::string> ahead;      ///< the first few by merged rank
};

/// An index of the names; the id of each is its place and one more.
marque::CandidateIndex index_of(const NamePool& names);

/// Ranks `b` of every pair among all names by exhaustive scoring of `a`, and by searching the index of these names. A
/// `b` must be one of the names.
std::vector<Found> search_all(const std::vector<LabelledPair>& pairs, const NamePool& names,
                              const marque::CandidateIndex& index, const Measures& measures, unsigned threads);

}  // namespace bench
