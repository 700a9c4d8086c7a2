#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/scorer.hpp"
#include "require.hpp"

using namespace marque;

namespace {

void require_share(float score) { fuzz::require(score >= 0 && score <= 1); }

}  // namespace

// Two names, one a line: every score is symmetric and in [0,1], and a name is wholly like itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pair = fuzz::text(data, size);
  const std::size_t end = pair.find('\n');
  if (end == pair.npos) return 0;
  const auto a = make_subject(pair.substr(0, end));
  const auto b = make_subject(pair.substr(end + 1));
  if (!a || !b || a->empty() || b->empty()) return 0;

  const auto scores = score(*a, *b);
  for (const float aspect : {scores.appearance, scores.sound, scores.meaning, scores.overall}) require_share(aspect);
  fuzz::require(scores == score(*b, *a));
  fuzz::require(scores == Scorer(*a).score(*b));
  fuzz::require(score(*a, *a).overall == 1);
  fuzz::require(examine(*a, *b, scores) == examine(*b, *a, scores));
  for (const Evidence& piece : explain(*a, *b)) require_share(piece.score);
  return 0;
}
