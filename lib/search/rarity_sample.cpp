#include "search/rarity_sample.hpp"

#include <algorithm>
#include <mutex>
#include <vector>

#include "marque/scoring/scorer.hpp"
#include "marque/text/normalize.hpp"
#include "search/parallel.hpp"

namespace marque {

namespace {

constexpr std::size_t most_queries = 256, most_names = 8192;
constexpr std::size_t most_logos = 64;

/// At most `most` rows, evenly spread.
std::vector<std::uint32_t> spread(std::size_t rows, std::size_t most) {
  std::vector<std::uint32_t> chosen;
  const std::size_t step = std::max<std::size_t>(1, (rows + most - 1) / most);
  for (std::size_t row = 0; row < rows; row += step) chosen.push_back(static_cast<std::uint32_t>(row));
  return chosen;
}

void count_words(const Segment& names, std::uint32_t query_row, std::span<const ComparableName> sample, RarityCounts& counts) {
  NameReader reader;
  Subject query;
  query.comparable = owned(names.name(query_row, reader));
  if (query.comparable.skeleton.empty()) return;
  query.name.skeleton = query.comparable.skeleton;
  Scorer scorer(query);
  for (const ComparableName& name : sample) {
    const WordLikeness likeness = scorer.likeness(name.view());
    if (likeness != WordLikeness::same()) counts.add(query.comparable.view(), likeness);
  }
}

void count_logos(const Segment& names, RarityCounts& counts) {
  std::vector<Fingerprint> logos;
  for (const std::uint32_t which : spread(names.logo_rows().size(), most_logos)) {
    if (auto logo = names.logo(names.logo_rows()[which])) logos.push_back(*std::move(logo));
  }
  for (std::size_t i = 0; i < logos.size(); ++i) {
    Subject query;
    query.logo = logos[i];
    const Scorer scorer(query);
    for (std::size_t j = 0; j < i; ++j) {
      if (logos[i] != logos[j]) counts.add_logo(scorer.score_logo(logos[j]).value_or(0));
    }
  }
}

}  // namespace

Rarity measured_rarity(const Segment& names, unsigned threads) {
  NameReader reader;
  std::vector<ComparableName> sample;
  for (const std::uint32_t row : spread(names.size(), most_names)) sample.push_back(owned(names.name(row, reader)));
  const auto queries = spread(names.size(), most_queries);

  RarityCounts counts;
  std::mutex mutex;
  in_parallel(threads, queries.size(), [&](auto&& next) {
    RarityCounts own;
    for (std::size_t query; next(query);) count_words(names, queries[query], sample, own);
    const std::scoped_lock lock(mutex);
    counts.add(own);
  });
  count_logos(names, counts);
  return counts.measured();
}

}  // namespace marque
