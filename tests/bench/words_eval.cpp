// Quality of word similarity on labelled pairs:
//
//     words_eval PAIRS [--zh NAMES] [--latin NAMES] [--script zh|latin|mixed|all] [--half even|odd|all] [--ground GROUND]
//                [--sample N] [--misses] [--threads N] [--tsv]
//
// PAIRS: rows of mark_a, mark_b, label, ground, script, source under a header; the first row after it is row 1 of --half.
// NAMES: real names, one a line. Two sections for every script:
//   AUC     similar pairs against 2,000 hard negatives drawn from the names (words_data.hpp), and apart against the pairs
//           of coexisting brands and of decided cases. Intervals: 95 % of 500 bootstrap resamples.
//   recall  the names and every mark_b of the script are the index; mark_a is searched and every name scored; level names
//           share the middle rank. A mixed pair is searched from its Chinese side among Latin names.
// `best-of` ranks a name by the best of its ranks in single ways, times their number: merged without any table.
// --sample N takes N names of the background, the same for every run; the hard negatives are always drawn from all.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "marque/scoring/subject.hpp"
#include "words_data.hpp"
#include "words_measures.hpp"
#include "words_names.hpp"
#include "words_output.hpp"
#include "words_recall.hpp"
#include "words_statistics.hpp"

using namespace bench;

namespace {

constexpr std::uint64_t seed = 20260101;
constexpr std::size_t negatives_drawn = 2000;

struct Files {
  std::string pairs, chinese, latin;
};

/// Which rows are judged.
struct Choice {
  std::string script = "all", half = "all", ground = "all";

  bool takes(const LabelledPair& pair) const {
    return (half == "all" || (pair.row % 2 == 0) == (half == "even")) && (ground == "all" || pair.ground == ground || !pair.similar);
  }
  bool takes(Script wanted) const { return script == "all" || script == name_of(wanted); }
};

struct Options {
  Files files;
  Choice choice;
  std::size_t sample = 0;  ///< 0: all names
  unsigned threads = 1;
  bool misses = false;
  Layout layout = Layout::aligned;
};

[[noreturn]] void usage() {
  std::fputs("usage: words_eval PAIRS [--zh NAMES] [--latin NAMES] [--script zh|latin|mixed|all] [--half even|odd|all]\n"
             "                  [--ground GROUND] [--sample N] [--misses] [--threads N] [--tsv]\n", stderr);
  std::exit(2);
}

Options parse(int argc, char** argv) {
  Options options;
  const std::map<std::string_view, std::function<void(const char*)>> values{
      {"--zh", [&](const char* value) { options.files.chinese = value; }},
      {"--latin", [&](const char* value) { options.files.latin = value; }},
      {"--script", [&](const char* value) { options.choice.script = value; }},
      {"--half", [&](const char* value) { options.choice.half = value; }},
      {"--ground", [&](const char* value) { options.choice.ground = value; }},
      {"--sample", [&](const char* value) { options.sample = std::strtoull(value, nullptr, 10); }},
      {"--threads", [&](const char* value) { options.threads = static_cast<unsigned>(std::strtoul(value, nullptr, 10)); }},
  };
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (const auto value = values.find(argument); value != values.end() && i + 1 < argc) value->second(argv[++i]);
    else if (argument == "--misses") options.misses = true;
    else if (argument == "--tsv") options.layout = Layout::tsv;
    else if (!argument.starts_with("--") && options.files.pairs.empty()) options.files.pairs = argument;
    else usage();
  }
  if (options.files.pairs.empty()) usage();
  return options;
}

/// Everything that one script is judged on.
struct Material {
  Script script;
  std::vector<LabelledPair> pairs;
  std::vector<NamePair> negatives;
  std::vector<std::string> background;
};

/// One list of values for each measure.
using Values = std::vector<std::vector<float>>;

template <class Pairs>
Values values_of(const Pairs& pairs, const Measures& measures) {
  Values values(measures.size());
  std::vector<float> one(measures.size());
  for (const auto& pair : pairs) {
    const auto a = marque::make_subject(pair.a), b = marque::make_subject(pair.b);
    if (!a || !b) continue;
    MeasuredQuery(measures, *a).against(b->comparable.view(), one);
    for (std::size_t m = 0; m < one.size(); ++m) values[m].push_back(one[m]);
  }
  return values;
}

std::vector<LabelledPair> chosen(const std::vector<LabelledPair>& pairs,
                                 const std::function<bool(const LabelledPair&)>& takes) {
  std::vector<LabelledPair> some;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(some), takes);
  return some;
}

/// Subsets of similar pairs that a table shows side by side, each under its name: all of them, those that no one
/// constructed, and every ground.
std::vector<std::pair<std::string, std::vector<LabelledPair>>> subsets(const std::vector<LabelledPair>& pairs) {
  const auto similar = chosen(pairs, [](const LabelledPair& pair) { return pair.similar; });
  std::vector<std::pair<std::string, std::vector<LabelledPair>>> sets{{"all", similar}};
  auto genuine = chosen(similar, [](const LabelledPair& pair) { return !pair.constructed(); });
  if (genuine.size() < similar.size()) sets.emplace_back("genuine", std::move(genuine));
  std::set<std::string> grounds;
  for (const LabelledPair& pair : similar) grounds.insert(pair.ground);
  for (const std::string& ground : grounds) {
    sets.emplace_back(ground, chosen(similar, [&](const LabelledPair& pair) { return pair.ground == ground; }));
  }
  return sets;
}

std::string with_interval(const Estimate& estimate) {
  return fixed(estimate.value, 3) + " [" + fixed(estimate.low, 2) + "," + fixed(estimate.high, 2) + "]";
}

template <class Pairs>
void print_areas(const Material& material, const std::string& against, const Pairs& negatives, const Measures& measures,
                 Layout layout) {
  if (negatives.empty()) return;
  const Values below = values_of(negatives, measures);
  Table table{std::string("AUC ") + std::string(name_of(material.script)) + ", against " + std::to_string(negatives.size()) + " " + against,
              {"measure"}, {}};
  for (const std::string& name : measures.names()) table.rows.push_back({name});
  for (const auto& [name, pairs] : subsets(material.pairs)) {
    table.columns.push_back(name + " " + std::to_string(pairs.size()));
    const Values above = values_of(pairs, measures);
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
std::vector<LabelledPair> searches(const Material& material) {
  auto pairs = chosen(material.pairs, [](const LabelledPair& pair) { return pair.similar; });
  for (LabelledPair& pair : pairs) {
    if (material.script == Script::across && !has_characters(pair.a)) std::swap(pair.a, pair.b);
  }
  return pairs;
}

NamePool index_of(const Material& material, const std::vector<LabelledPair>& searched) {
  NamePool names;
  std::set<std::string> added;
  for (const LabelledPair& pair : searched) {
    if (added.insert(pair.b).second) names.add(pair.b);
  }
  for (const std::string& name : material.background) {
    if (!added.contains(name)) names.add(name);
  }
  return names;
}

std::string recalls(const std::vector<double>& ranks) {
  return fixed(recall(ranks, 1), 3) + " " + fixed(recall(ranks, 10), 3) + " " + fixed(recall(ranks, 50), 3);
}

using RankOf = std::function<double(const Found&)>;

std::vector<std::string> recall_row(const std::string& name, const std::vector<Found>& found,
                                    const std::vector<std::pair<std::string, std::vector<LabelledPair>>>& sets,
                                    const RankOf& rank_of) {
  std::vector<std::string> row{name};
  for (const auto& [set, pairs] : sets) {
    std::set<std::size_t> rows;
    for (const LabelledPair& pair : pairs) rows.insert(pair.row);
    std::vector<double> ranks;
    for (const Found& one : found) {
      if (rows.contains(one.pair.row)) ranks.push_back(rank_of(one));
    }
    row.push_back(recalls(ranks));
    if (set == "all") row.push_back(fixed(percentile(ranks, 0.5), 1));
  }
  return row;
}

void print_misses(const std::vector<Found>& found) {
  std::printf("\nbeyond rank 50 (merged): searched, looked for, ground, rank; best single way x ways; first names\n");
  for (const Found& one : found) {
    const double rank = one.ranks[Measures::merged];
    if (rank <= 50) continue;
    std::printf("  %4zu %s | %s | %s | %s | %s by %s |", one.pair.row, one.pair.a.c_str(), one.pair.b.c_str(),
                one.pair.ground.c_str(), fixed(rank, 1).c_str(), fixed(one.best_of_ways, 1).c_str(), one.best_way.c_str());
    for (const std::string& name : one.ahead) std::printf(" %s", name.c_str());
    std::printf("\n");
  }
}

void print_recalls(const Material& material, const Measures& measures, const Options& options) {
  const std::vector<LabelledPair> searched = searches(material);
  if (material.background.empty() || searched.empty()) return;
  const NamePool names = index_of(material, searched);
  const std::vector<Found> found = search_all(searched, names, measures, options.threads);
  const auto sets = subsets(material.pairs);
  Table table{std::string("recall@1 @10 @50 ") + std::string(name_of(material.script)) + ", " + std::to_string(names.size()) + " names",
              {"measure"}, {}};
  for (const auto& [set, pairs] : sets) {
    table.columns.push_back(set + " " + std::to_string(pairs.size()));
    if (set == "all") table.columns.push_back("median rank");
  }
  for (std::size_t m = 0; m < measures.size(); ++m)
    table.rows.push_back(recall_row(measures.names()[m], found, sets, [m](const Found& one) { return one.ranks[m]; }));
  table.rows.push_back(recall_row("best-of", found, sets, [](const Found& one) { return one.best_of_ways; }));
  table.print(options.layout);
  if (options.misses) print_misses(found);
}

void evaluate(const Material& material, const Options& options) {
  const Measures measures(material.script, marque::Rarity{});
  const auto not_similar = [&](const std::string& ground) {
    return chosen(material.pairs, [&](const LabelledPair& pair) { return !pair.similar && pair.ground == ground; });
  };
  print_areas(material, "hard negatives", material.negatives, measures, options.layout);
  print_areas(material, "coexisting brands", not_similar("coexist"), measures, options.layout);
  print_areas(material, "decided not similar", not_similar("decided"), measures, options.layout);
  print_recalls(material, measures, options);
}

std::vector<std::string> names_in(const std::string& path) {
  return path.empty() ? std::vector<std::string>{} : read_names(path);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  const std::vector<LabelledPair> pairs = read_pairs(options.files.pairs);
  std::vector<std::string> chinese = names_in(options.files.chinese), latin = names_in(options.files.latin);
  std::printf("%s · rows: %s of %zu, ground: %s\n", circumstances().c_str(), options.choice.half.c_str(), pairs.size(),
              options.choice.ground.c_str());
  std::array<std::vector<NamePair>, 3> negatives;
  for (const Script script : {Script::chinese, Script::latin, Script::across}) {
    if (options.choice.takes(script))
      negatives[static_cast<std::size_t>(script)] = hard_negatives(script, chinese, latin, negatives_drawn, seed);
  }
  for (std::vector<std::string>* names : {&chinese, &latin}) {
    if (options.sample == 0 || options.sample >= names->size()) continue;
    shuffle(*names, seed);
    names->resize(options.sample);
  }
  for (const Script script : {Script::chinese, Script::latin, Script::across}) {
    if (!options.choice.takes(script)) continue;
    evaluate({script, chosen(pairs, [&](const LabelledPair& pair) { return pair.script == script && options.choice.takes(pair); }),
              negatives[static_cast<std::size_t>(script)], script == Script::chinese ? chinese : latin}, options);
  }
}
