#include "logo_trial.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unordered_map>

#include "logo/fingerprint_with.hpp"
#include "marque/logo/similarity.hpp"

namespace marque::logo_trial {

namespace {

using Clock = std::chrono::steady_clock;
double milliseconds_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

class Trial {
 public:
  explicit Trial(const Choice& choice) : choice_(choice), projection_(Projection::built_in()) {
    if (!choice.table.empty()) projection_ = Projection::parse(table_text(choice));
    for (const auto& drawing : logo_set::drawings(choice.folder)) {
      places_.emplace(drawing.id, prints_.size());
      brands_.push_back(drawing.brand);
      prints_.push_back(print("base/" + drawing.id + ".png", LogoUse::keeping, costs_.keeping));
      costs_.kept += 1;
      costs_.views += static_cast<double>(prints_.back().views.size());
    }
  }

  Costs run(const std::function<void(const Answer&)>& visit) {
    std::size_t number = 0;
    for (const auto& question : logo_set::questions(choice_.folder)) {
      const std::string& brand = brands_[places_.at(question.relevant.front())];
      if (choice_.half && logo_set::is_for_training(brand) != choice_.exchanged) continue;
      if (!choice_.kind.empty() && question.kind != choice_.kind) continue;
      if (question.kind.starts_with("real_") && ++number % choice_.every != 0) continue;
      ask(question, visit);
    }
    return costs_;
  }

 private:
  Fingerprint print(const std::string& path, LogoUse use, double& cost) {
    const Pixels pixels = logo_set::pixels_of(choice_.folder / path);
    const auto start = Clock::now();
    const auto print = fingerprint_with(projection_, pixels, use);
    cost += milliseconds_since(start);
    if (!print) std::fprintf(stderr, "%s: %s\n", path.c_str(), to_string(print.error()).c_str());
    return print.value_or(Fingerprint{});
  }

  void ask(const logo_set::Question& question, const std::function<void(const Answer&)>& visit) {
    const Fingerprint asked = print(question.path, LogoUse::asking, costs_.asking);
    costs_.asked += 1;
    costs_.ways += static_cast<double>(asked.views.size() + asked.probes.size());
    const LogoQuery query(asked);
    std::vector<float> closeness;
    closeness.reserve(prints_.size());
    const auto start = Clock::now();
    for (const Fingerprint& print : prints_) closeness.push_back(query.match(print).closeness);
    costs_.comparing += milliseconds_since(start);
    std::set<std::size_t> left_out;
    for (const auto& id : question.ignored) left_out.insert(places_.at(id));
    if (question.path.starts_with("base/")) left_out.insert(places_.at(std::filesystem::path(question.path).stem().string()));
    std::vector<std::size_t> relevant;
    for (const auto& id : question.relevant) relevant.push_back(places_.at(id));
    visit({question, closeness, relevant, left_out});
  }

  const Choice& choice_;
  Projection projection_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::string> brands_;
  std::vector<Fingerprint> prints_;
  Costs costs_;
};

}  // namespace

std::optional<Choice> choice_from(int argc, char** argv) {
  Choice choice;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--half") choice.half = true;
    else if (word == "--exchanged") choice.exchanged = true;
    else if (word == "--table" && i + 1 < argc) choice.table = argv[++i];
    else if (word == "--kind" && i + 1 < argc) choice.kind = argv[++i];
    else if (word == "--every" && i + 1 < argc) choice.every = std::max<std::size_t>(1, std::strtoul(argv[++i], nullptr, 10));
    else if (word.starts_with("--") || !choice.folder.empty()) return std::nullopt;
    else choice.folder = word;
  }
  if (choice.folder.empty() || (choice.exchanged && !choice.half)) return std::nullopt;
  return choice;
}

Costs run(const Choice& choice, const std::function<void(const Answer&)>& visit) { return Trial(choice).run(visit); }

std::string table_text(const Choice& choice) {
  if (choice.table.empty()) return {};
  std::ifstream in(choice.table);
  if (!in) throw std::runtime_error("cannot read " + choice.table);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace marque::logo_trial
