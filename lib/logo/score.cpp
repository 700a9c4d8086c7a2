#include "logo/score.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/logo/similarity.hpp"

MARQUE_EMBEDDED(marque_logo_score)

namespace marque {

namespace {

float number_of(std::string_view text) {
  float number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

const std::array<Knot, 7>& score_knots() noexcept {
  static const auto knots = [] {
    std::array<Knot, 7> read{};
    std::size_t count = 0;
    for_each_row(embedded(marque_logo_score, marque_logo_score_end), [&](const auto& row) {
      if (count < read.size()) read[count++] = {number_of(row.front()), number_of(row.back())};
    });
    return read;
  }();
  return knots;
}

float logo_score(float closeness) noexcept {
  const auto& knots = score_knots();
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot &low = knots[i - 1], &high = knots[i];
    if (closeness > high.closeness) continue;
    const float share = std::max(0.0f, (closeness - low.closeness) / (high.closeness - low.closeness));
    return low.score + share * (high.score - low.score);
  }
  return knots.back().score;
}

float least_closeness(float score) noexcept {
  constexpr float rounding = 1e-4f;
  const auto& knots = score_knots();
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot &low = knots[i - 1], &high = knots[i];
    if (score > high.score) continue;
    return low.closeness + (std::max(score, 0.0f) - low.score) / (high.score - low.score) * (high.closeness - low.closeness) - rounding;
  }
  return 2;
}

}  // namespace marque
