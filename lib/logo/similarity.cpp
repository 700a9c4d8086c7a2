#include "marque/logo/similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "logo/layout.hpp"
#include "logo/weights.hpp"

namespace marque {

namespace {

constexpr std::size_t turns = 8;

/// A code widened, so that the compiler multiplies and adds eight values an instruction.
template <std::size_t N>
struct Wide {
  std::array<std::int16_t, N> values;
  double norm_squared;  ///< a whole number

  explicit Wide(std::span<const std::uint8_t, N> code) : norm_squared(0) {
    for (std::size_t i = 0; i < N; ++i) values[i] = code[i];
    norm_squared = dot(*this);
  }

  std::int32_t dot(const Wide& other) const {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += values[i] * other.values[i];
    return sum;
  }

  double cosine(std::int32_t product, const Wide& other) const {
    const double norms = norm_squared * other.norm_squared;
    return norms > 0 ? product / std::sqrt(norms) : 0;
  }
};

using WideShape = Wide<shape_length>;
using WidePolar = Wide<polar_length>;

bool is_comparable(const ViewCode& view) {
  return view.shape.size() == shape_length && view.polar.size() == polar_length;
}

WideShape wide_shape(const ViewCode& view) {
  return WideShape(std::span<const std::uint8_t, shape_length>(view.shape));
}
WidePolar wide_polar(const ViewCode& view) {
  return WidePolar(std::span<const std::uint8_t, polar_length>(view.polar));
}

constexpr std::size_t shape_index(std::size_t row, std::size_t column, std::size_t direction) {
  return (row * shape_cells + column) * shape_directions + direction;
}

WideShape mirrored(const WideShape& code) {
  WideShape out = code;
  for (std::size_t r = 0; r < shape_cells; ++r) {
    for (std::size_t c = 0; c < shape_cells; ++c) {
      for (std::size_t d = 0; d < shape_directions; ++d) {
        out.values[shape_index(r, shape_cells - 1 - c, (shape_directions - d) % shape_directions)] =
            code.values[shape_index(r, c, d)];
      }
    }
  }
  return out;
}

WideShape turned_quarter(const WideShape& code) {
  WideShape out = code;
  for (std::size_t r = 0; r < shape_cells; ++r) {
    for (std::size_t c = 0; c < shape_cells; ++c) {
      for (std::size_t d = 0; d < shape_directions; ++d) {
        const std::size_t across = (d + shape_directions / 2) % shape_directions;
        out.values[shape_index(c, shape_cells - 1 - r, across)] = code.values[shape_index(r, c, d)];
      }
    }
  }
  return out;
}

WidePolar mirrored(const WidePolar& code) {
  WidePolar out = code;
  for (std::size_t i = 0; i < polar_length; ++i) {
    const std::size_t frequency = i % polar_frequencies, direction = i / polar_frequencies % polar_directions;
    const std::size_t ring = i / (polar_frequencies * polar_directions),
                      opposite = (polar_directions - direction) % polar_directions;
    out.values[(ring * polar_directions + opposite) * polar_frequencies + frequency] = code.values[i];
  }
  return out;
}

/// One view of the query in all its turns, in the order of LogoTurn.
struct QueryView {
  std::size_t index;
  LogoView kind;
  std::vector<WideShape> shapes;
  std::array<WidePolar, 2> polars;
};

QueryView prepared_view(const ViewCode& view, std::size_t index) {
  const WidePolar polar = wide_polar(view);
  QueryView query{index, view.view, {wide_shape(view)}, {polar, mirrored(polar)}};
  query.shapes.reserve(turns);
  for (std::size_t t = 1; t < turns; ++t) {
    query.shapes.push_back(t == turns / 2 ? mirrored(query.shapes.front()) : turned_quarter(query.shapes.back()));
  }
  return query;
}

/// The score of a fused closeness: straight lines between the knots.
float calibrated(double closeness) {
  const auto x = static_cast<float>(closeness);
  for (std::size_t i = 1; i < score_knots.size(); ++i) {
    const Knot &low = score_knots[i - 1], &high = score_knots[i];
    if (x > high.closeness) continue;
    const float share = std::max(0.0f, (x - low.closeness) / (high.closeness - low.closeness));
    return low.score + share * (high.score - low.score);
  }
  return score_knots.back().score;
}

/// How well two views agree, and how the first was turned for it.
struct Agreement {
  double closeness;
  LogoTurn turn;
};

/// The better of both codes counts, and a little their sum.
Agreement agreement(const QueryView& a, const WideShape& shape, const WidePolar& polar) {
  const std::int32_t upright = a.shapes[0].dot(shape);
  std::int32_t best = upright;
  std::size_t best_turn = 0;
  for (std::size_t t = 1; t < turns; ++t) {
    const std::int32_t product = a.shapes[t].dot(shape);
    if (product > best) best = product, best_turn = t;
  }
  const double straight = shape.cosine(upright, a.shapes[0]), turned = shape.cosine(best, a.shapes[0]) - turn_penalty;
  const std::int32_t around = std::max(a.polars[0].dot(polar), a.polars[1].dot(polar));
  const double by_shape = std::max(straight, turned),
               by_polar = 1 - polar_stretch * (1 - polar.cosine(around, a.polars[0]));
  const double closeness = (std::max(by_shape, by_polar) + sum_weight * (by_shape + by_polar)) / (1 + 2 * sum_weight);
  if (by_polar > by_shape + rotated_margin) return {closeness, LogoTurn::rotated};
  return {closeness, straight >= turned ? LogoTurn::none : static_cast<LogoTurn>(best_turn)};
}

double penalty(LogoView kind) { return kind == LogoView::whole ? 0 : part_penalty; }

}  // namespace

struct LogoQuery::Prepared {
  std::uint16_t version;
  std::vector<QueryView> views;
};

std::string_view name_of(LogoTurn turn) noexcept {
  constexpr std::array<std::string_view, 9> names{
      "none",     "quarter",          "half",          "three_quarters",
      "mirrored", "mirrored_quarter", "mirrored_half", "mirrored_three_quarters",
      "rotated"};
  const auto index = static_cast<std::size_t>(turn);
  return index < names.size() ? names[index] : "none";
}

LogoQuery::LogoQuery(const Fingerprint& fingerprint) {
  Prepared prepared{fingerprint.version, {}};
  for (std::size_t i = 0; i < fingerprint.views.size(); ++i) {
    if (is_comparable(fingerprint.views[i])) prepared.views.push_back(prepared_view(fingerprint.views[i], i));
  }
  prepared_ = std::make_shared<const Prepared>(std::move(prepared));
}

LogoMatch LogoQuery::match(const Fingerprint& b) const {
  LogoMatch best;
  if (b.version != prepared_->version || b.version != fingerprint_version) return best;
  double closest = 0;
  for (std::size_t i = 0; i < b.views.size(); ++i) {
    if (!is_comparable(b.views[i])) continue;
    const WideShape shape = wide_shape(b.views[i]);
    const WidePolar polar = wide_polar(b.views[i]);
    for (const QueryView& a : prepared_->views) {
      const auto [closeness, turn] = agreement(a, shape, polar);
      const double reduced = closeness - (penalty(a.kind) + penalty(b.views[i].view));
      if (reduced <= closest) continue;
      closest = reduced;
      best = {calibrated(reduced), a.index, i, turn};
    }
  }
  return best;
}

LogoMatch compare(const Fingerprint& a, const Fingerprint& b) { return LogoQuery(a).match(b); }

}  // namespace marque
