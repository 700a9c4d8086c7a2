// Derives lib/logo/data/score.tsv: what score a closeness has.
//
//     logo_projection FOLDER --half --exchanged > other.tsv
//     logo_score FOLDER --table other.tsv --half --exchanged --every 3 > lib/logo/data/score.tsv
//
// FOLDER is a set of drawings with questions (logo_set.hpp). A score shall be how often the best hit among all drawings is the right one: straight
// lines between fixed closenesses, rising from 0 to 1, for which the mean squared error (Brier 1950) over the best hits is least, held a little
// straight where hits are few. Asked
// about brands that the projection was not trained on; `logos FOLDER --table half.tsv --half --every 3`, half.tsv being the table of
// logo_projection --half, then tells the error on the brands of the other half.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "logo_trial.hpp"
#include "marque/base/digest.hpp"

using namespace marque;

namespace {

constexpr std::array closenesses{0.0, 0.3, 0.45, 0.6, 0.75, 0.85, 1.0};
constexpr double least_rise = 0.01;
constexpr double straightness = 4;  // as many hits, at every point, as would be right on the line between its neighbours: few hits are far
constexpr int rounds = 500;

/// The best hit of a question.
struct Hit {
  double closeness;
  bool right;
};

Hit best_hit(const logo_trial::Answer& answer) {
  float right = 0, wrong = 0;
  for (const std::size_t i : answer.relevant) right = std::max(right, answer.closeness[i]);
  for (std::size_t i = 0; i < answer.closeness.size(); ++i) {
    const bool counts = answer.left_out.count(i) == 0 && std::find(answer.relevant.begin(), answer.relevant.end(), i) == answer.relevant.end();
    if (counts) wrong = std::max(wrong, answer.closeness[i]);
  }
  return {static_cast<double>(std::max(right, wrong)), right > wrong};
}

class Curve {
 public:
  double operator()(double closeness) const {
    const std::size_t i = piece(closeness);
    const double share = share_of(closeness, i);
    return (1 - share) * scores_[i] + share * scores_[i + 1];
  }

  /// One score after another is put where the error is least, until nothing moves.
  void fit(const std::vector<Hit>& hits) {
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t knot = 1; knot + 1 < scores_.size(); ++knot) {
        double products = straightness * (between_neighbours(knot) - scores_[knot]), squares = straightness;
        for (const Hit& hit : hits) {
          const double pull = pull_of(knot, hit.closeness);
          products += pull * ((hit.right ? 1 : 0) - (*this)(hit.closeness));
          squares += pull * pull;
        }
        scores_[knot] = std::clamp(scores_[knot] + products / squares, scores_[knot - 1] + least_rise, scores_[knot + 1] - least_rise);
      }
    }
  }

  void print() const {
    for (std::size_t i = 0; i < scores_.size(); ++i) std::printf("%.2f\t%.3f\n", closenesses[i], scores_[i]);
  }

 private:
  double between_neighbours(std::size_t knot) const {
    const double share = (closenesses[knot] - closenesses[knot - 1]) / (closenesses[knot + 1] - closenesses[knot - 1]);
    return (1 - share) * scores_[knot - 1] + share * scores_[knot + 1];
  }

  static std::size_t piece(double closeness) {
    std::size_t i = 0;
    while (i + 2 < closenesses.size() && closeness > closenesses[i + 1]) ++i;
    return i;
  }

  static double share_of(double closeness, std::size_t i) { return std::clamp((closeness - closenesses[i]) / (closenesses[i + 1] - closenesses[i]), 0.0, 1.0); }

  /// How much a knot counts at a closeness.
  static double pull_of(std::size_t knot, double closeness) {
    const std::size_t i = piece(closeness);
    return i == knot ? 1 - share_of(closeness, i) : i + 1 == knot ? share_of(closeness, i) : 0;
  }

  std::array<double, closenesses.size()> scores_{closenesses};
};

double squared_error(const std::vector<Hit>& hits, const Curve& curve) {
  double sum = 0;
  for (const Hit& hit : hits) sum += std::pow((hit.right ? 1 : 0) - curve(hit.closeness), 2);
  return sum / static_cast<double>(hits.size());
}

std::string digest_of(const std::string& text) { return to_hex(sha256(std::as_bytes(std::span(text)))); }

void derive(const logo_trial::Choice& choice) {
  std::vector<Hit> hits;
  std::string list;
  logo_trial::run(choice, [&](const logo_trial::Answer& answer) {
    hits.push_back(best_hit(answer));
    list += answer.question.path + "\t" + answer.question.kind + "\n";
  });
  if (hits.empty()) throw std::runtime_error("no questions of this choice");
  Curve curve;
  curve.fit(hits);
  std::printf("# What score a closeness has (score.hpp): how often the best hit is the right one. Derived by examples/tables/logo_score.cpp from %zu questions,\n"
              "# SHA-256 of the list of their paths and kinds: %s;\n"
              "# by the projection with SHA-256 %s.\n"
              "# Mean squared error on them: %.4f; on others: README.md.\n",
              hits.size(), digest_of(list).c_str(), choice.table.empty() ? "of the built-in table" : digest_of(logo_trial::table_text(choice)).c_str(),
              squared_error(hits, curve));
  curve.print();
}

}  // namespace

int main(int argc, char** argv) {
  const auto choice = logo_trial::choice_from(argc, argv);
  if (!choice) {
    std::fprintf(stderr, "usage: logo_score %s\n", logo_trial::Choice::usage);
    return 2;
  }
  try {
    derive(*choice);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "logo_score: %s\n", exception.what());
    return 1;
  }
  return 0;
}
