// Retrieval quality and cost of logo fingerprints on an evaluation set:
//
//     logos FOLDER [--table FILE] [--half [--exchanged]] [--every N] [--kind KIND]
//
// FOLDER: logo_set.hpp. Of a ranking of all drawings, the query's own and the ignored are left out. --table takes another
// projection than the built-in one; --half asks only for brands that logo_projection --half does not train on, with --exchanged for the
// others; --every asks each Nth question of a real redrawing; --kind those of a kind. Prints recall at 1 and 10, mean average precision
// at 100, normalised average rank, and how often best hits are right beside what they score.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <vector>

#include "logo_trial.hpp"
#include "logos_measures.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;

namespace {

void evaluate(const logo_trial::Choice& choice) {
  bench::RetrievalTable table;
  bench::Calibration calibration;
  const logo_trial::Costs costs = logo_trial::run(choice, [&](const logo_trial::Answer& answer) {
    const bench::Retrieval judged = bench::judged(answer.closeness, answer.relevant, answer.left_out);
    table.add(answer.question.kind, judged);
    std::vector<float> counted = answer.closeness;
    for (const std::size_t i : answer.left_out) counted[i] = 0;
    const float best = *std::max_element(counted.begin(), counted.end());
    calibration.add(best, logo_score(best), judged.at_1 > 0);
  });
  table.print("marque", true);
  calibration.print();
  if (costs.asked == 0) return;
  std::printf("%.3f ms a fingerprint from pixels to keep, %.2f to ask; %.2f views; %.1f ways to ask; %.2f us a comparison\n", costs.keeping / costs.kept,
              costs.asking / costs.asked, costs.views / costs.kept, costs.ways / costs.asked, 1000 * costs.comparing / (costs.asked * costs.kept));
}

}  // namespace

int main(int argc, char** argv) {
  const auto choice = logo_trial::choice_from(argc, argv);
  if (!choice) {
    std::fprintf(stderr, "usage: logos %s\n", logo_trial::Choice::usage);
    return 2;
  }
  try {
    evaluate(*choice);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "logos: %s\n", exception.what());
    return 1;
  }
  return 0;
}
