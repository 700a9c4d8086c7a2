#include "marque/logo/similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "logo/code.hpp"
#include "logo/layout.hpp"
#include "logo/penalty.hpp"
#include "logo/weights.hpp"

namespace marque {

namespace {

bool is_piece(const ViewCode& view) { return view.view == LogoView::block || view.view == LogoView::part; }

int area(const ViewCode& view) { return int{view.width} * view.height; }

/// Asking by a piece of a picture costs more the smaller it is beside the largest: what dominates a picture is what it is
/// compared for.
double smallness(const Fingerprint& asked, const ViewCode& view) {
  if (!is_piece(view)) return 0;
  int largest = 1;
  for (std::size_t i = 0; i < asked.views.size() + asked.probes.size(); ++i) {
    if (is_piece(asked.seen(i))) largest = std::max(largest, area(asked.seen(i)));
  }
  return smallness_penalty * (1 - std::sqrt(static_cast<double>(area(view)) / largest));
}

/// A view or probe of the query.
struct QueryView {
  WideCode code;
  LogoAlteration alteration;
  double penalty;
};

/// The cosine after a turn less its penalty, which fades out where agreement is no chance.
double reduced(double cosine) { return cosine - turn_penalty * std::clamp(4 * (1 - cosine), 0.0, 1.0); }

/// How the picture was turned: by its probe and then by quarters.
LogoTurn turn_of(LogoAlteration alteration, std::size_t turn) {
  if (alteration != LogoAlteration::rotated) return static_cast<LogoTurn>(turn);
  return turn < turn_count / 2 ? LogoTurn::rotated : LogoTurn::mirrored_rotated;
}

/// The turn that undoes another; mirrored ones undo themselves.
LogoTurn undone(LogoTurn turn) {
  return turn == LogoTurn::quarter ? LogoTurn::three_quarters : turn == LogoTurn::three_quarters ? LogoTurn::quarter : turn;
}

}  // namespace

double keeping_penalty(const ViewCode& view) { return view.view == LogoView::whole ? 0 : part_penalty; }

double asking_penalty(const Fingerprint& asked, std::size_t seen) {
  const ViewCode& view = asked.seen(seen);
  const auto alteration = static_cast<std::size_t>(view.alteration) % alteration_penalties.size();
  return keeping_penalty(view) + alteration_penalties[alteration] + smallness(asked, view);
}

struct LogoQuery::Prepared {
  std::uint16_t version;
  std::vector<QueryView> views;
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

LogoQuery::LogoQuery(const Fingerprint& fingerprint) {
  Prepared prepared{fingerprint.version, {}};
  for (std::size_t i = 0; i < fingerprint.views.size() + fingerprint.probes.size(); ++i) {
    const ViewCode& view = fingerprint.seen(i);
    prepared.views.push_back({WideCode(view.code), view.alteration, asking_penalty(fingerprint, i)});
  }
  prepared_ = std::make_shared<const Prepared>(std::move(prepared));
}

LogoMatch LogoQuery::match(const Fingerprint& b) const {
  LogoMatch best;
  if (b.version != prepared_->version || b.version != fingerprint_version) return best;
  double closest = 0;
  for (std::size_t j = 0; j < b.views.size(); ++j) {
    const WideCode other(b.views[j].code);
    const double kept = keeping_penalty(b.views[j]);
    for (std::size_t i = 0; i < prepared_->views.size(); ++i) {
      const QueryView& view = prepared_->views[i];
      const auto products = turned_products(view.code, other);
      const auto largest = std::max_element(products.begin() + 1, products.end());
      const double norm = std::sqrt(view.code.norm_squared * other.norm_squared);
      const double straight = products[0] / norm, turned = reduced(*largest / norm);
      const double closeness = std::max(straight, turned) - (view.penalty + kept);
      if (closeness <= closest) continue;
      closest = closeness;
      const auto turn = straight >= turned ? 0 : static_cast<std::size_t>(largest - products.begin());
      best = {logo_score(static_cast<float>(closeness)), static_cast<float>(closeness), i, j, turn_of(view.alteration, turn)};
    }
  }
  return best;
}

LogoMatch compare(const Fingerprint& a, const Fingerprint& b) {
  const LogoMatch forth = LogoQuery(a).match(b), back = LogoQuery(b).match(a);
  if (forth.score >= back.score) return forth;
  return {back.score, back.closeness, back.view_b, back.view_a, undone(back.turn)};
}

}  // namespace marque
