#include "words_recall.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>
#include <unordered_map>
#include <utility>

#include "marque/scoring/subject.hpp"
#include "words_statistics.hpp"

namespace bench {

using marque::NameView;

namespace {

constexpr std::size_t names_shown = 5;

/// The few names of highest value seen.
class Leaders {
 public:
  void add(float value, std::size_t index) {
    if (best_.size() == names_shown && value <= best_.back().first) return;
    const auto place = std::find_if(best_.begin(), best_.end(), [&](const auto& other) { return other.first < value; });
    best_.insert(place, {value, index});
    if (best_.size() > names_shown) best_.pop_back();
  }

  std::vector<std::string> texts(const NamePool& names) const {
    std::vector<std::string> texts;
    for (const auto& [value, index] : best_) texts.push_back(names.text(index));
    return texts;
  }

 private:
  std::vector<std::pair<float, std::size_t>> best_;
};

/// Whether a name is the searched mark itself or the same as the one looked for: neither is in the way.
class OutOfTheWay {
 public:
  OutOfTheWay(const LabelledPair& pair, const NameView& target)
      : query_(marque::make_subject(pair.a)->comparable.skeleton), target_(target.skeleton) {}

  bool operator()(const NameView& name) const { return name.skeleton == query_ || name.skeleton == target_; }

 private:
  std::u32string query_;
  std::u32string_view target_;
};

double place_among_found(const marque::CandidateIndex& index, const Measures& measures, const LabelledPair& pair,
                         std::size_t target, const NamePool& names) {
  marque::SearchLimits limits;
  limits.dictionary = measures.dictionary();
  limits.top += 1;  // the searched mark itself may be among them
  const auto found = index.find(*marque::make_subject(pair.a), limits);
  const OutOfTheWay out_of_the_way(pair, names[target].view);
  const auto at = std::find_if(found->begin(), found->end(),
                               [&](const marque::Candidate& candidate) { return candidate.id.value == target + 1; });
  if (at == found->end()) return std::numeric_limits<double>::infinity();
  const auto ahead = std::count_if(found->begin(), at, [&](const marque::Candidate& candidate) {
    return !out_of_the_way(names[candidate.id.value - 1].view);
  });
  return static_cast<double>(ahead + 1);
}

Found score_all(const LabelledPair& pair, std::size_t target, const NamePool& names, const Measures& measures) {
  MeasuredQuery query(measures, pair.a);
  std::vector<float> own(measures.size()), values(measures.size());
  query.against(names[target], own);
  std::vector<Standing> standings(measures.size());
  const OutOfTheWay out_of_the_way(pair, names[target].view);
  Leaders leaders;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const PreparedName name = names[i];
    if (out_of_the_way(name.view)) continue;
    query.against(name, values);
    for (std::size_t m = 0; m < values.size(); ++m) standings[m].add(values[m], own[m]);
    leaders.add(values[Measures::merged], i);
  }
  Found found{pair, {}, 0, 0, {}, leaders.texts(names)};
  for (const Standing& standing : standings) found.ranks.push_back(standing.mid_rank());
  const auto first = found.ranks.begin() + Measures::first_way;
  const auto best = std::min_element(first, first + static_cast<std::ptrdiff_t>(measures.ways().size()));
  found.best_of_ways = *best * static_cast<double>(measures.ways().size());
  found.best_way = measures.names()[static_cast<std::size_t>(best - found.ranks.begin())];
  return found;
}

}  // namespace

marque::CandidateIndex index_of(const NamePool& names) {
  marque::IndexBuilder builder;
  for (std::size_t i = 0; i < names.size(); ++i) builder.add({i + 1}, *marque::make_subject(names.text(i)), {}, {});
  return std::move(builder).build();
}

std::vector<Found> search_all(const std::vector<LabelledPair>& pairs, const NamePool& names,
                              const marque::CandidateIndex& index, const Measures& measures, unsigned threads) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names.text(i), i);
  std::vector<Found> found(pairs.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < pairs.size(); i = next++) {
      const std::size_t target = places.at(pairs[i].b);
      found[i] = score_all(pairs[i], target, names, measures);
      found[i].searched = place_among_found(index, measures, pairs[i], target, names);
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return found;
}

}  // namespace bench
