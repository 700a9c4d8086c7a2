#include "words_statistics.hpp"

#include <algorithm>
#include <limits>
#include <random>

namespace bench {

namespace {

constexpr std::size_t resamples = 500;

/// How many of sorted negatives lie below a positive, and how many below or level with it.
struct Place {
  std::size_t below, level;
};

std::vector<Place> places_of(const std::vector<float>& positives, const std::vector<float>& sorted) {
  std::vector<Place> places;
  for (const float value : positives) {
    const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
    places.push_back({static_cast<std::size_t>(low - sorted.begin()), static_cast<std::size_t>(high - sorted.begin())});
  }
  return places;
}

/// `up_to[i]` is the weight of the first i negatives.
double area(const std::vector<Place>& places, const std::vector<std::size_t>& up_to) {
  double sum = 0;
  for (const Place& place : places) sum += static_cast<double>(up_to[place.below] + up_to[place.level]) / 2;
  return sum / (static_cast<double>(places.size()) * static_cast<double>(up_to.back()));
}

std::vector<std::size_t> redrawn_weights(std::size_t count, std::mt19937_64& random) {
  std::vector<std::size_t> up_to(count + 1);
  for (std::size_t i = 0; i < count; ++i) ++up_to[random() % count + 1];
  for (std::size_t i = 1; i <= count; ++i) up_to[i] += up_to[i - 1];
  return up_to;
}

}  // namespace

Estimate area_under_curve(const std::vector<float>& positives, std::vector<float> negatives, std::uint64_t seed) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (positives.empty() || negatives.empty()) return {none, none, none};
  std::sort(negatives.begin(), negatives.end());
  const std::vector<Place> places = places_of(positives, negatives);
  std::vector<std::size_t> once(negatives.size() + 1);
  for (std::size_t i = 0; i < once.size(); ++i) once[i] = i;

  std::mt19937_64 random(seed);
  std::vector<double> drawn;
  std::vector<Place> redrawn(places.size());
  for (std::size_t i = 0; i < resamples; ++i) {
    for (Place& place : redrawn) place = places[random() % places.size()];
    drawn.push_back(area(redrawn, redrawn_weights(negatives.size(), random)));
  }
  return {area(places, once), percentile(drawn, 0.025), percentile(drawn, 0.975)};
}

double recall(const std::vector<double>& ranks, double top) {
  if (ranks.empty()) return 0;
  const auto found = std::count_if(ranks.begin(), ranks.end(), [&](double rank) { return rank <= top; });
  return static_cast<double>(found) / static_cast<double>(ranks.size());
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

}  // namespace bench
