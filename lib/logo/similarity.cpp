#include "marque/logo/similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "logo/code.hpp"
#include "logo/layout.hpp"
#include "logo/penalty.hpp"
#include "logo/score.hpp"
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

/// How much of a likeness views as long as this one owe to chance, as it is counted.
double chance_likeness(const ViewCode& view) {
  const double width = view.alteration == LogoAlteration::stretched ? view.width * view.amount / 100.0 : view.width;
  const double longer = std::max<double>(width, view.height), shorter = std::min<double>(width, view.height);
  return longer <= 0 ? 0 : strip_likeness * std::max(0.0, 1 - longish * shorter / longer);
}

int altered_penalty(const ViewCode& view) { return alteration_penalties[static_cast<std::size_t>(view.alteration) % alteration_penalties.size()]; }

int partial_penalty(const ViewCode& view) { return view.view == LogoView::whole ? 0 : part_penalty; }

/// A view or probe of a picture.
struct Sight {
  Sight(const ViewCode& view, int largest)
      : code(view.code), signs(view.code), alteration(view.alteration), area(marque::area(view)), altered(altered_penalty(view)), partial(partial_penalty(view)),
        small(smallness(view, largest)), chance(chance_likeness(view)) {}

  WideCode code;
  CodeSigns signs;
  LogoAlteration alteration;
  int area, altered, partial, small;
  double chance;
};

/// What a picture is seen as, its views first.
struct Sights {
  std::vector<Sight> all;
  std::size_t views = 0;
};

Sights sights_of(const Fingerprint& print) {
  const int largest = largest_piece(print);
  Sights sights{{}, print.views.size()};
  sights.all.reserve(print.views.size() + print.probes.size());
  for (std::size_t i = 0; i < print.views.size() + print.probes.size(); ++i) sights.all.emplace_back(print.seen(i), largest);
  return sights;
}

/// The cosine after a turn less its penalty, which fades out where agreement is no chance.
double reduced(double cosine) { return cosine - turn_penalty / 1000.0 * std::clamp(4 * (1 - cosine), 0.0, 1.0); }

/// The most that a cosine counts, by how many signs differ, a turn's cost counted.
constexpr auto allowed = [] {
  std::array<double, coordinates + turn_signs + 1> most{};
  for (std::size_t signs = 0; signs < most.size(); ++signs) most[signs] = (signs_allow - sign_worth * static_cast<int>(signs)) / 1000.0;
  return most;
}();

/// How alike a pair of sights is, in the best turn of the first.
struct PairMatch {
  double alikeness = 0;
  std::size_t turn = 0;
};

/// None where that is not more than `least`. The same both ways round but for the turn.
std::optional<PairMatch> better_match(const Sight& a, const Sight& b, double least) {
  constexpr int turn_cost = static_cast<int>(turn_signs);
  const double taken = (a.altered + b.altered) / 1000.0, chance = std::min(a.chance, b.chance);
  const double needed = chance + (least + taken) * (1 - chance);
  if (allowed[static_cast<std::size_t>(least_distance(a.signs, b.signs, turn_cost))] <= needed) return {};
  const auto distances = turned_distances(a.signs, b.signs);
  const auto products = turned_products(a.code, b.code);
  const double norm = std::sqrt(a.code.norm_squared * b.code.norm_squared);
  PairMatch best{needed, turn_count};
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const double cosine = products[turn] / norm, most = allowed[static_cast<std::size_t>(distances[turn] + (turn == 0 ? 0 : turn_cost))];
    const double alikeness = std::min(turn == 0 ? cosine : reduced(cosine), most);
    if (alikeness > best.alikeness) best = {alikeness, turn};
  }
  if (best.turn == turn_count) return {};
  return PairMatch{(best.alikeness - chance) / (1 - chance) - taken, best.turn};
}

/// Calls visit(i, j) for the sights that are compared: the views of each with the views and probes of the other.
template <class Visit>
void for_each_pair(const Sights& a, const Sights& b, Visit visit) {
  for (std::size_t j = 0; j < b.all.size(); ++j) {
    for (std::size_t i = 0; i < (j < b.views ? a.all.size() : a.views); ++i) visit(i, j);
  }
}

/// What is taken for comparing these not as wholes. Of two views either may be what the other is asked by.
double taken_for_parts(const Sights& a, std::size_t i, const Sights& b, std::size_t j) {
  const Sight &left = a.all[i], &right = b.all[j];
  const int small = j >= b.views ? right.small : i < a.views ? std::max(left.small, right.small) : left.small;
  return (left.partial + right.partial + small) / 1000.0;
}

struct BestPair {
  double closeness = 0;
  std::size_t a = 0, b = 0, turn = turn_count;
};

/// The pair that agrees best, if more than `least`.
BestPair best_pair(const Sights& a, const Sights& b, double least) {
  BestPair best{least};
  for_each_pair(a, b, [&](std::size_t i, std::size_t j) {
    const double taken = taken_for_parts(a, i, b, j);
    const auto found = better_match(a.all[i], b.all[j], best.closeness + taken);
    if (found && found->alikeness - taken > best.closeness) best = {found->alikeness - taken, i, j, found->turn};
  });
  return best;
}

/// How alike each view of a picture is to what it is likest to in another.
class Likest {
 public:
  explicit Likest(const Sights& sights) : sights_(sights), views_(std::min(sights.views, max_views)) {}

  /// Of a probe: what nothing is above.
  double so_far(std::size_t sight) const { return sight < views_ ? values_[sight] : 2; }
  void add(std::size_t sight, double alikeness) {
    if (sight < views_) values_[sight] = std::max(values_[sight], alikeness);
  }

  /// By how large the views are.
  double mean() const {
    double sum = 0, areas = 0;
    for (std::size_t view = 0; view < views_; ++view) {
      const double area = sights_.all[view].area + 1;
      sum += area * values_[view], areas += area;
    }
    return sum / areas;
  }

 private:
  const Sights& sights_;
  std::size_t views_;
  std::array<double, max_views> values_{};
};

/// How alike all views are, on average: of the picture of which more is found in the other, as of a mark in a composition.
double agreement(const Sights& a, const Sights& b) {
  Likest of_a(a), of_b(b);
  for_each_pair(a, b, [&](std::size_t i, std::size_t j) {
    const auto found = better_match(a.all[i], b.all[j], std::min(of_a.so_far(i), of_b.so_far(j)));
    if (found) of_a.add(i, found->alikeness), of_b.add(j, found->alikeness);
  });
  return std::max(of_a.mean(), of_b.mean());
}

/// How alike the pictures are as wholes, unaltered.
double alikeness_of_wholes(const Sights& a, const Sights& b) {
  const auto found = better_match(a.all.front(), b.all.front(), 0);
  return found ? found->alikeness : 0;
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
    penalties.push_back(altered_penalty(asked.seen(i)) + partial_penalty(asked.seen(i)) + smallness(asked.seen(i), largest));
  return penalties;
}

std::uint32_t signs_of_penalty(int penalty) noexcept { return static_cast<std::uint32_t>(penalty / sign_worth); }

std::uint32_t signs_allowed(float closeness) noexcept {
  const double signs = (signs_allow - 1000 * static_cast<double>(closeness)) / sign_worth;
  return signs < 0 ? 0 : static_cast<std::uint32_t>(signs);
}

struct LogoQuery::Prepared {
  std::uint16_t version;
  Sights sights;
};

std::string_view name_of(LogoTurn turn) noexcept {
  constexpr std::array<std::string_view, 10> names{"none",          "quarter",                 "half",    "three_quarters", "mirrored", "mirrored_quarter",
                                                   "mirrored_half", "mirrored_three_quarters", "rotated", "mirrored_rotated"};
  const auto index = static_cast<std::size_t>(turn);
  return index < names.size() ? names[index] : "none";
}

LogoQuery::LogoQuery(const Fingerprint& fingerprint)
    : prepared_(std::make_shared<const Prepared>(Prepared{fingerprint.version, sights_of(fingerprint)})) {}

LogoMatch LogoQuery::match(const Fingerprint& b, float least) const {
  if (b.version != prepared_->version || b.version != fingerprint_version || b.views.empty() || prepared_->sights.views == 0) return {};
  const Sights &own = prepared_->sights, other = sights_of(b);
  const double needed = std::max(0.0, static_cast<double>(least_closeness(least)));
  const BestPair best = best_pair(own, other, needed);
  if (best.turn == turn_count) return {};
  const auto lacking = [&](double alikeness) { return std::max(0.0, best.closeness - alikeness); };
  double closeness = best.closeness - unlike_wholes_share * lacking(alikeness_of_wholes(own, other));
  if (closeness > needed) closeness -= disagreement_share * lacking(agreement(own, other));
  if (closeness <= needed) return {};
  const LogoAlteration altered = (best.b < other.views ? own.all[best.a] : other.all[best.b]).alteration;
  const auto single = static_cast<float>(closeness);
  return {logo_score(single), single, best.a, best.b, turn_of(altered, best.turn), static_cast<LogoTurn>(best.turn)};
}

LogoMatch compare(const Fingerprint& a, const Fingerprint& b) { return LogoQuery(a).match(b); }

}  // namespace marque
