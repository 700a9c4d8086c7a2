#include "marque/logo/similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "logo/code.hpp"
#include "logo/layout.hpp"
#include "logo/penalty.hpp"
#include "logo/weights.hpp"

namespace marque {

namespace {

bool is_piece(const ViewCode& view) { return view.view == LogoView::block || view.view == LogoView::part; }

int area(const ViewCode& view) { return int{view.width} * view.height; }

int largest_piece(const Fingerprint& print) {
  int largest = 1;
  for (std::size_t i = 0; i < print.views.size() + print.probes.size(); ++i) {
    if (is_piece(print.seen(i))) largest = std::max(largest, area(print.seen(i)));
  }
  return largest;
}

/// A piece of a picture costs more the smaller it is beside the largest: what dominates a picture is what it is compared for.
int smallness(const ViewCode& view, int largest) {
  if (!is_piece(view)) return 0;
  return static_cast<int>(smallness_penalty * (1 - std::sqrt(static_cast<double>(area(view)) / largest)) + 0.5);
}

int own_penalty(const ViewCode& view) {
  const auto alteration = static_cast<std::size_t>(view.alteration) % alteration_penalties.size();
  return (view.view == LogoView::whole ? 0 : part_penalty) + alteration_penalties[alteration];
}

/// A view or probe of a picture.
struct Sight {
  Sight(const ViewCode& view, int largest)
      : code(view.code), signs(view.code), alteration(view.alteration), penalty(own_penalty(view)), small(smallness(view, largest)) {}

  WideCode code;
  CodeSigns signs;
  LogoAlteration alteration;
  int penalty, small;
};

std::vector<Sight> sights_of(const Fingerprint& print) {
  const int largest = largest_piece(print);
  std::vector<Sight> sights;
  sights.reserve(print.views.size() + print.probes.size());
  for (std::size_t i = 0; i < print.views.size() + print.probes.size(); ++i) sights.emplace_back(print.seen(i), largest);
  return sights;
}

/// The cosine after a turn less its penalty, which fades out where agreement is no chance.
double reduced(double cosine) { return cosine - turn_penalty / 1000.0 * std::clamp(4 * (1 - cosine), 0.0, 1.0); }

/// What a pair of sights comes to, in the best turn of the first.
struct PairMatch {
  double closeness = 0;
  std::size_t turn = 0;
};

/// None where that is not more than `least`. The same both ways round but for the turn.
std::optional<PairMatch> better_match(const Sight& a, const Sight& b, int penalty, double least) {
  std::array<double, turn_count> allowed;
  const auto distances = turned_distances(a.signs, b.signs);
  for (std::size_t turn = 0; turn < turn_count; ++turn)
    allowed[turn] = (signs_allow - sign_worth * (distances[turn] + (turn == 0 ? 0 : static_cast<int>(turn_signs)))) / 1000.0;
  const double taken = penalty / 1000.0;
  if (*std::max_element(allowed.begin(), allowed.end()) - taken <= least) return {};
  const auto products = turned_products(a.code, b.code);
  const double norm = std::sqrt(a.code.norm_squared * b.code.norm_squared);
  PairMatch best{least, turn_count};
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const double cosine = products[turn] / norm, closeness = std::min(turn == 0 ? cosine : reduced(cosine), allowed[turn]) - taken;
    if (closeness > best.closeness) best = {closeness, turn};
  }
  return best.turn < turn_count ? std::optional(best) : std::nullopt;
}

/// How the picture was turned: by its probe and then by quarters.
LogoTurn turn_of(LogoAlteration alteration, std::size_t turn) {
  if (alteration != LogoAlteration::rotated) return static_cast<LogoTurn>(turn);
  return turn < turn_count / 2 ? LogoTurn::rotated : LogoTurn::mirrored_rotated;
}

}  // namespace

std::vector<int> asking_penalties(const Fingerprint& asked) {
  const int largest = largest_piece(asked);
  std::vector<int> penalties;
  for (std::size_t i = 0; i < asked.views.size() + asked.probes.size(); ++i)
    penalties.push_back(own_penalty(asked.seen(i)) + smallness(asked.seen(i), largest));
  return penalties;
}

std::uint32_t signs_of_penalty(int penalty) noexcept { return static_cast<std::uint32_t>(penalty / sign_worth); }

std::uint32_t signs_allowed(float closeness) noexcept {
  const double signs = (signs_allow - 1000 * static_cast<double>(closeness)) / sign_worth;
  return signs < 0 ? 0 : static_cast<std::uint32_t>(signs);
}

float least_closeness(float score) noexcept {
  constexpr float rounding = 1e-4f;
  for (std::size_t i = 1; i < score_knots.size(); ++i) {
    const Knot &low = score_knots[i - 1], &high = score_knots[i];
    if (score > high.score) continue;
    return low.closeness + (std::max(score, 0.0f) - low.score) / (high.score - low.score) * (high.closeness - low.closeness) - rounding;
  }
  return 2;
}

struct LogoQuery::Prepared {
  std::uint16_t version;
  std::size_t views;   // that are not probes, first among the sights
  std::vector<Sight> sights;
};

std::string_view name_of(LogoTurn turn) noexcept {
  constexpr std::array<std::string_view, 10> names{"none",          "quarter",                 "half",    "three_quarters", "mirrored", "mirrored_quarter",
                                                   "mirrored_half", "mirrored_three_quarters", "rotated", "mirrored_rotated"};
  const auto index = static_cast<std::size_t>(turn);
  return index < names.size() ? names[index] : "none";
}

float logo_score(float closeness) noexcept {
  for (std::size_t i = 1; i < score_knots.size(); ++i) {
    const Knot &low = score_knots[i - 1], &high = score_knots[i];
    if (closeness > high.closeness) continue;
    const float share = std::max(0.0f, (closeness - low.closeness) / (high.closeness - low.closeness));
    return low.score + share * (high.score - low.score);
  }
  return score_knots.back().score;
}

LogoQuery::LogoQuery(const Fingerprint& fingerprint)
    : prepared_(std::make_shared<const Prepared>(Prepared{fingerprint.version, fingerprint.views.size(), sights_of(fingerprint)})) {}

LogoMatch LogoQuery::match(const Fingerprint& b, float least) const {
  LogoMatch best;
  if (b.version != prepared_->version || b.version != fingerprint_version) return best;
  double closest = std::max(0.0, static_cast<double>(least_closeness(least)));
  const std::vector<Sight>& own = prepared_->sights;
  const int largest = largest_piece(b);
  for (std::size_t j = 0; j < b.views.size() + b.probes.size(); ++j) {
    const Sight other(b.seen(j), largest);
    const bool probe = j >= b.views.size();
    for (std::size_t i = 0; i < (probe ? prepared_->views : own.size()); ++i) {
      const bool asked = !probe && i < prepared_->views;   // views of both: either may be what the other is asked by
      const int small = probe ? other.small : asked ? std::max(own[i].small, other.small) : own[i].small;
      const auto found = better_match(own[i], other, own[i].penalty + other.penalty + small, closest);
      if (!found) continue;
      closest = found->closeness;
      const LogoTurn turn = turn_of(probe ? other.alteration : own[i].alteration, found->turn);
      best = {logo_score(static_cast<float>(closest)), static_cast<float>(closest), i, j, turn, static_cast<LogoTurn>(found->turn)};
    }
  }
  return best;
}

LogoMatch compare(const Fingerprint& a, const Fingerprint& b) { return LogoQuery(a).match(b); }

}  // namespace marque
