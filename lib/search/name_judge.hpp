#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "marque/logo/similarity.hpp"
#include "marque/scoring/scorer.hpp"
#include "marque/search/search_limits.hpp"
#include "scoring/meaning.hpp"
#include "search/best_candidates.hpp"
#include "search/index_contents.hpp"
#include "search/ranker.hpp"

namespace marque {

/// Which names a search may return.
class NameFilter {
 public:
  explicit NameFilter(const SearchLimits& limits);

  /// Whether it lets every name pass.
  bool is_open() const;
  bool passes(const Segment& part, std::uint32_t row) const;

 private:
  bool passes_scope(const Segment& part, std::uint32_t row) const;

  std::uint64_t classes_;
  Reach reach_;
  std::vector<std::uint16_t> groups_;   // ascending
  std::optional<Date> standing_on_;
  std::uint32_t statuses_ = 0;          // bit n: the n-th status; 0: any
  struct Codes {
    std::uint32_t first, last;
  };
  std::vector<Codes> vienna_;
};

/// One thread's part of one search: scores names exactly and keeps the best.
class NameJudge {
 public:
  NameJudge(const IndexContents& index, const Subject& query, const SearchLimits& limits, const Ranker& ranker,
            std::shared_ptr<const MeaningMatcher> meaning)
      : index_(index), ranker_(ranker), at_least_(limits.at_least), needed_(Ranker::floors_of_overall(limits.at_least)), filter_(limits),
        scorer_(query, std::move(meaning)), best_(limits.top) {
    if (query.logo) logo_.emplace(*query.logo);
  }

  /// Precondition: the part has the row.
  void judge(std::size_t part, std::uint32_t row);

  /// The same result, sooner: a picture is scored only as far as it can bring its name among the best.
  void judge_briefly(std::size_t part, std::uint32_t row);

  /// The same, for a name that can only matter here by what this element reaches: it is scored as a whole only where a way of
  /// the element reaches its floor.
  void judge(std::size_t part, std::uint32_t row, Element element, const Floors& floors);

  /// The score of a name, limits aside.
  Candidate scored(std::size_t part, std::uint32_t row);

  const NameFilter& filter() const { return filter_; }

  const BestCandidates& best() const { return best_; }

 private:
  Candidate scored(std::size_t part, std::uint32_t row, const NameView& name, const WordLikeness& words, float least_logo = 0);
  float logo_floor(const NameView& name, const WordLikeness& words);
  void keep(std::size_t part, const Candidate& candidate);

  const IndexContents& index_;
  const Ranker& ranker_;
  std::optional<LogoQuery> logo_;
  float at_least_;
  Floors needed_;                // for at_least_
  float full_rank_ = 0;          // the least among the best that logo_needed_ is for
  float logo_needed_ = 0;
  NameFilter filter_;
  Scorer scorer_;
  NameReader reader_;
  BestCandidates best_;
};

}  // namespace marque
