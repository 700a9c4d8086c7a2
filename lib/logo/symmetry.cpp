#include "logo/symmetry.hpp"

#include "logo/code.hpp"

namespace marque {

namespace {

constexpr std::size_t place(std::size_t row, std::size_t column, std::size_t direction) {
  return (row * shape_cells + column) * shape_directions + direction;
}

/// Where the value at a place goes when the picture is mirrored, left for right.
constexpr std::size_t mirrored(std::size_t at) {
  const std::size_t d = at % shape_directions, c = at / shape_directions % shape_cells, r = at / (shape_directions * shape_cells);
  return place(r, shape_cells - 1 - c, (shape_directions - d) % shape_directions);
}

/// Where it goes by a quarter turn clockwise.
constexpr std::size_t turned(std::size_t at) {
  const std::size_t d = at % shape_directions, c = at / shape_directions % shape_cells, r = at / (shape_directions * shape_cells);
  return place(c, shape_cells - 1 - r, (d + shape_directions / 2) % shape_directions);
}

/// The places of an orbit, in the order of the turns that lead there from the first.
using Orbit = std::array<std::uint16_t, turn_count>;

constexpr Orbit orbit_of(std::size_t first) {
  Orbit orbit{};
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const std::size_t from = turn == 0 ? first : turn == turn_count / 2 ? mirrored(first) : turned(orbit[turn - 1]);
    orbit[turn] = static_cast<std::uint16_t>(from);
  }
  return orbit;
}

constexpr std::array<Orbit, orbit_count> all_orbits() {
  std::array<Orbit, orbit_count> orbits{};
  std::array<bool, shape_length> seen{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < shape_length; ++at) {
    if (seen[at]) continue;
    orbits[count] = orbit_of(at);
    for (const std::uint16_t member : orbits[count]) seen[member] = true;
    ++count;
  }
  return orbits;
}

constexpr auto orbits = all_orbits();

}  // namespace

SymmetricDescription symmetric(const Description& description) {
  const auto narrow = [](std::int32_t value) { return static_cast<std::int16_t>(value); };
  SymmetricDescription out;
  for (std::size_t orbit = 0; orbit < orbit_count; ++orbit) {
    std::array<std::int32_t, kinds_of_sign> kinds{};
    std::int32_t xx = 0, xy = 0, yx = 0, yy = 0;
    for (std::size_t turn = 0; turn < turn_count; ++turn) {
      const std::int32_t value = description[orbits[orbit][turn]];
      const TurnAction& action = turn_actions[turn];
      for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) kinds[kind] += action.signs[kind] * value;
      xx += action.xx * value, xy += action.xy * value, yx += action.yx * value, yy += action.yy * value;
    }
    for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) out.kinds[kind][orbit] = narrow(kinds[kind]);
    out.x[orbit] = narrow(xx), out.y[orbit] = narrow(yx);
    out.x[orbit_count + orbit] = narrow(xy), out.y[orbit_count + orbit] = narrow(yy);
  }
  return out;
}

}  // namespace marque
