// Retrieval quality and cost of logo fingerprints on an evaluation set:
//
//     logos FOLDER [--table FILE] [--half] [--every N] [--kind KIND]
//
// FOLDER: logo_set.hpp. Of a ranking of all drawings, the query's own and the ignored are left out. --table takes another
// projection than the built-in one; --half asks only for brands that logo_projection --half does not train on; --every asks
// each Nth question of a real redrawing; --kind those of a kind. Prints recall at 1 and 10, mean average precision at 100 and normalised average rank.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "logo/fingerprint_with.hpp"
#include "logo_set.hpp"
#include "logos_measures.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;

namespace {

using Clock = std::chrono::steady_clock;
double milliseconds_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

struct Options {
  std::filesystem::path folder;
  std::string table;
  bool half = false;
  std::size_t every = 1;
  std::string kind;
};

/// A mean of what was measured.
struct Mean {
  double sum = 0, count = 0;
  void add(double value) { sum += value, ++count; }
  double value() const { return count > 0 ? sum / count : 0; }
};

class Evaluation {
 public:
  explicit Evaluation(const Options& options) : options_(options), projection_(Projection::built_in()) {
    if (!options.table.empty()) {
      std::ifstream in(options.table);
      projection_ = Projection::parse(std::string{std::istreambuf_iterator<char>(in), {}});
    }
    for (const auto& drawing : logo_set::drawings(options.folder)) {
      places_.emplace(drawing.id, prints_.size());
      brands_.push_back(drawing.brand);
      prints_.push_back(print("base/" + drawing.id + ".png", LogoUse::keeping, keeping_));
      views_.add(static_cast<double>(prints_.back().views.size()));
    }
  }

  void run() {
    std::size_t number = 0;
    for (const auto& question : logo_set::questions(options_.folder)) {
      if (options_.half && logo_set::is_for_training(brands_[places_.at(question.relevant.front())])) continue;
      if (!options_.kind.empty() && question.kind != options_.kind) continue;
      if (question.kind.starts_with("real_") && ++number % options_.every != 0) continue;
      ask(question);
    }
  }

  void print_all() const {
    table_.print("marque", true);
    calibration_.print();
    std::printf("%.3f ms a fingerprint from pixels to keep, %.2f to ask; %.2f views; %.1f ways to ask; %.2f us a comparison\n", keeping_.value(),
                asking_.value(), views_.value(), ways_.value(), 1000 * matching_.value() / static_cast<double>(prints_.size()));
  }

 private:
  Fingerprint print(const std::string& path, LogoUse use, Mean& cost) {
    const Pixels pixels = logo_set::pixels_of(options_.folder / path);
    const auto start = Clock::now();
    const auto print = fingerprint_with(projection_, pixels, use);
    cost.add(milliseconds_since(start));
    if (!print) std::fprintf(stderr, "%s: %s\n", path.c_str(), to_string(print.error()).c_str());
    return print.value_or(Fingerprint{});
  }

  void ask(const logo_set::Question& question) {
    const Fingerprint asked = print(question.path, LogoUse::asking, asking_);
    ways_.add(static_cast<double>(asked.views.size() + asked.probes.size()));
    const LogoQuery query(asked);
    std::vector<float> scores;
    scores.reserve(prints_.size());
    const auto start = Clock::now();
    for (const Fingerprint& print : prints_) scores.push_back(query.match(print).closeness);
    matching_.add(milliseconds_since(start));
    std::set<std::size_t> left_out;
    for (const auto& id : question.ignored) left_out.insert(places_.at(id));
    if (question.path.starts_with("base/")) left_out.insert(places_.at(std::filesystem::path(question.path).stem().string()));
    std::vector<std::size_t> relevant;
    for (const auto& id : question.relevant) relevant.push_back(places_.at(id));
    const bench::Retrieval judged = bench::judged(scores, relevant, left_out);
    table_.add(question.kind, judged);
    for (const std::size_t i : left_out) scores[i] = 0;
    const float best = *std::max_element(scores.begin(), scores.end());
    calibration_.add(best, logo_score(best), judged.at_1 > 0);
  }

  Options options_;
  Projection projection_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::string> brands_;
  std::vector<Fingerprint> prints_;
  bench::RetrievalTable table_;
  bench::Calibration calibration_;
  Mean keeping_, asking_, views_, ways_, matching_;
};

Options options_from(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--half") options.half = true;
    else if (word == "--table" && i + 1 < argc) options.table = argv[++i];
    else if (word == "--kind" && i + 1 < argc) options.kind = argv[++i];
    else if (word == "--every" && i + 1 < argc) options.every = std::max<std::size_t>(1, std::strtoul(argv[++i], nullptr, 10));
    else options.folder = word;
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = options_from(argc, argv);
  if (options.folder.empty()) {
    std::fputs("usage: logos FOLDER [--table FILE] [--half] [--every N] [--kind KIND]\n", stderr);
    return 2;
  }
  try {
    Evaluation evaluation(options);
    evaluation.run();
    evaluation.print_all();
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "logos: %s\n", exception.what());
    return 1;
  }
  return 0;
}
