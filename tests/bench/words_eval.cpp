// Quality of word similarity on labelled pairs:
//
//     words_eval PAIRS [--zh NAMES] [--latin NAMES] [--script zh|latin|mixed|all] [--half even|odd|all]
//                [--ground GROUND] [--sample N] [--threads N] [--dictionary FILE] [--peers] [--misses] [--tsv]
//
// PAIRS: rows of mark_a, mark_b, label, ground, script, source under a header; the first row after it is row 1 of
// --half. NAMES: real names, one a line. FILE: a Chinese–English dictionary (text/dictionary.hpp). Two sections a script:
//   AUC     similar pairs against 2,000 hard negatives drawn from the names (words_data.hpp), and apart against the
//           pairs of coexisting brands and of decided cases. Intervals: 95 % of 500 bootstrap resamples.
//   recall  the names and every mark_b of the script are the index; mark_a is searched and every name scored; level
//           names share the middle rank. A mixed pair is searched from its Chinese side among Latin names.
//           Names equal to mark_a or mark_b are left out: they stand in nobody's way.
// `merged` ranks by the rarity that an index of the names measures, the built-in one where there are no names; `search`
// is what CandidateIndex::find() lists, in its order. `best-of` ranks a name by the best of its ranks in single ways,
// times their number: merged without any table.
// `genuine` pairs are those whose source is not `constructed`. --peers adds generic measures (words_peers.hpp).
// --sample N takes N names of the background, the same for every run; the hard negatives are always drawn from all.
#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "marque/scoring/subject.hpp"
#include "marque/text/dictionary.hpp"
#include "words_data.hpp"
#include "words_dictionary.hpp"
#include "words_measures.hpp"
#include "words_names.hpp"
#include "words_options.hpp"
#include "words_output.hpp"
#include "words_recall.hpp"
#include "words_statistics.hpp"

using namespace bench;

namespace {

constexpr std::array scripts{Script::chinese, Script::latin, Script::across};
constexpr std::uint64_t seed = 20260101;
constexpr std::size_t negatives_drawn = 2000;
constexpr double deepest = 50;  // ranks beyond are misses
constexpr double seen = 10;     // so are ranks beyond to who looks at the first ones

using Pairs = std::vector<LabelledPair>;

/// Everything that one script is judged on.
struct Material {
  Script script;
  Pairs pairs;
  std::vector<NamePair> negatives;
  std::vector<std::string> background;

  std::string title(const std::string& start, const std::string& end) const {
    return start + " " + std::string(name_of(script)) + ", " + end;
  }
};

Pairs chosen(const Pairs& pairs, const std::function<bool(const LabelledPair&)>& takes) {
  Pairs some;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(some), takes);
  return some;
}

struct Subset {
  std::string name;
  Pairs pairs;

  std::string title() const { return name + " " + std::to_string(pairs.size()); }
};

/// What a table shows of similar pairs side by side: all of them, those that no one constructed, and every ground.
std::vector<Subset> subsets(const Pairs& pairs) {
  const Pairs similar = chosen(pairs, [](const LabelledPair& pair) { return pair.similar; });
  std::vector<Subset> sets{{"all", similar}};
  Pairs genuine = chosen(similar, [](const LabelledPair& pair) { return !pair.constructed(); });
  if (genuine.size() < similar.size()) sets.push_back({"genuine", std::move(genuine)});
  std::set<std::string> grounds;
  for (const LabelledPair& pair : similar) grounds.insert(pair.ground);
  for (const std::string& ground : grounds)
    sets.push_back({ground, chosen(similar, [&](const LabelledPair& pair) { return pair.ground == ground; })});
  return sets;
}

/// One list of values for each measure.
template <class AnyPairs>
std::vector<std::vector<float>> values_of(const AnyPairs& pairs, const Measures& measures) {
  std::vector<std::vector<float>> values(measures.size());
  std::vector<float> one(measures.size());
  for (const auto& pair : pairs) {
    NamePool sides(measures.peers());
    if (!sides.add(pair.a) || !sides.add(pair.b)) continue;
    MeasuredQuery(measures, pair.a).against(sides[1], one);
    for (std::size_t m = 0; m < one.size(); ++m) values[m].push_back(one[m]);
  }
  return values;
}

std::string with_interval(const Estimate& estimate) {
  return fixed(estimate.value, 3) + " [" + fixed(estimate.low, 2) + "," + fixed(estimate.high, 2) + "]";
}

template <class AnyPairs>
void print_areas(const Material& material, const std::string& against, const AnyPairs& negatives,
                 const Measures& measures, Layout layout) {
  if (negatives.empty()) return;
  const auto below = values_of(negatives, measures);
  Table table{material.title("AUC", "against " + std::to_string(negatives.size()) + " " + against), {"measure"}, {}};
  for (const std::string& name : measures.names()) table.rows.push_back({name});
  for (const Subset& subset : subsets(material.pairs)) {
    table.columns.push_back(subset.title());
    const auto above = values_of(subset.pairs, measures);
    for (std::size_t m = 0; m < measures.size(); ++m)
      table.rows[m].push_back(with_interval(area_under_curve(above[m], below[m], seed)));
  }
  table.print(layout);
}

bool has_characters(const std::string& text) {
  const auto subject = marque::make_subject(text);
  return subject && !subject->comparable.han.empty();
}

/// The similar pairs, each the way it is searched.
Pairs searches(const Material& material) {
  Pairs pairs = chosen(material.pairs, [](const LabelledPair& pair) { return pair.similar; });
  for (LabelledPair& pair : pairs) {
    if (material.script == Script::across && !has_characters(pair.a)) std::swap(pair.a, pair.b);
  }
  return pairs;
}

NamePool names_of(const Material& material, const Pairs& searched, Peers peers) {
  NamePool names(peers);
  std::set<std::string> added;
  for (const LabelledPair& pair : searched) {
    if (added.insert(pair.b).second) names.add(pair.b);
  }
  for (const std::string& name : material.background) {
    if (!added.contains(name)) names.add(name);
  }
  return names;
}

/// The figures of one measure, subset by subset.
std::vector<std::string> recall_row(const std::string& measure, const std::vector<Found>& found,
                                    const std::vector<Subset>& sets,
                                    const std::function<double(const Found&)>& rank_of) {
  std::vector<std::string> row{measure};
  for (const Subset& subset : sets) {
    std::set<std::size_t> rows;
    for (const LabelledPair& pair : subset.pairs) rows.insert(pair.row);
    std::vector<double> ranks;
    for (const Found& one : found) {
      if (rows.contains(one.pair.row)) ranks.push_back(rank_of(one));
    }
    row.push_back(fixed(recall(ranks, 1), 3) + " " + fixed(recall(ranks, 10), 3) + " " +
                  fixed(recall(ranks, deepest), 3));
    if (&subset == &sets.front()) row.push_back(fixed(percentile(ranks, 0.5), 1));
  }
  return row;
}

void print_misses(const std::vector<Found>& found) {
  std::printf("\nbeyond rank 10 (merged): searched, looked for, ground, rank; best single way x ways; first names\n");
  for (const Found& one : found) {
    const double rank = one.ranks[Measures::merged];
    if (rank <= seen) continue;
    std::printf("  %4zu %s | %s | %s | %s | %s by %s |", one.pair.row, one.pair.a.c_str(), one.pair.b.c_str(),
                one.pair.ground.c_str(), fixed(rank, 1).c_str(), fixed(one.best_of_ways, 1).c_str(),
                one.best_way.c_str());
    for (const std::string& name : one.ahead) std::printf(" %s", name.c_str());
    std::printf("\n");
  }
}

void print_recalls(const Material& material, const NamePool& names, const marque::CandidateIndex& index,
                   const Measures& measures, const Options& options) {
  const Pairs searched = searches(material);
  if (material.background.empty() || searched.empty()) return;
  const std::vector<Found> found = search_all(searched, names, index, measures, options.threads);
  const std::vector<Subset> sets = subsets(material.pairs);
  Table table{material.title("recall@1 @10 @50", std::to_string(names.size()) + " names"), {"measure"}, {}};
  for (const Subset& subset : sets) {
    table.columns.push_back(subset.title());
    if (&subset == &sets.front()) table.columns.push_back("median rank");
  }
  for (std::size_t m = 0; m < measures.size(); ++m)
    table.rows.push_back(recall_row(measures.names()[m], found, sets, [m](const Found& one) { return one.ranks[m]; }));
  table.rows.push_back(recall_row("search", found, sets, [](const Found& one) { return one.searched; }));
  table.rows.push_back(recall_row("best-of", found, sets, [](const Found& one) { return one.best_of_ways; }));
  table.print(options.layout);
  if (options.misses == Options::Misses::listed) print_misses(found);
}

void evaluate(const Material& material, const marque::Dictionary& dictionary, const Options& options) {
  const NamePool names = names_of(material, searches(material), options.peers);
  const marque::CandidateIndex index = index_of(names);
  const Measures measures(material.script, options.peers,
                          material.background.empty() ? marque::Rarity{} : index.rarity(), dictionary);
  const auto not_similar = [&](const std::string& ground) {
    return chosen(material.pairs, [&](const LabelledPair& pair) { return !pair.similar && pair.ground == ground; });
  };
  print_areas(material, "hard negatives", material.negatives, measures, options.layout);
  print_areas(material, "coexisting brands", not_similar("coexist"), measures, options.layout);
  print_areas(material, "decided not similar", not_similar("decided"), measures, options.layout);
  print_recalls(material, names, index, measures, options);
}

std::vector<std::string> names_in(const std::string& path) {
  return path.empty() ? std::vector<std::string>{} : read_names(path);
}

std::vector<std::string> sampled(std::vector<std::string> names, std::size_t count) {
  if (count == 0 || count >= names.size()) return names;
  shuffle(names, seed);
  names.resize(count);
  return names;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse_options(argc, argv);
  const Pairs pairs = read_pairs(options.files.pairs);
  const std::vector<std::string> chinese = names_in(options.files.chinese), latin = names_in(options.files.latin);
  const marque::Dictionary dictionary = dictionary_in(options.files.dictionary);
  std::printf("%s · rows: %s of %zu, ground: %s · %s\n", circumstances().c_str(), options.choice.half.c_str(),
              pairs.size(), options.choice.ground.c_str(), dictionary.edition().c_str());
  for (const Script script : scripts) {
    if (!options.choice.takes(script)) continue;
    const auto wanted = [&](const LabelledPair& pair) { return pair.script == script && options.choice.takes(pair); };
    evaluate({script, chosen(pairs, wanted), hard_negatives(script, chinese, latin, negatives_drawn, seed),
              sampled(script == Script::chinese ? chinese : latin, options.sample)},
             dictionary, options);
  }
}
