#include "logo/projection.hpp"

#include <charconv>

extern "C" const char marque_logo_projection[];
extern "C" const char marque_logo_projection_end[];

namespace marque {

namespace {

/// The numbers of a line behind its name.
std::vector<std::int32_t> numbers_of(std::string_view line) {
  std::vector<std::int32_t> numbers;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t', tab + 1)) {
    std::int32_t number = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), number);
    numbers.push_back(number);
  }
  return numbers;
}

template <std::size_t N>
std::array<std::int16_t, N> weights_of(const std::vector<std::int32_t>& numbers) {
  std::array<std::int16_t, N> weights{};
  for (std::size_t i = 0; i < N && i < numbers.size(); ++i) weights[i] = static_cast<std::int16_t>(numbers[i]);
  return weights;
}

template <std::size_t N>
std::int32_t product(const std::array<std::int16_t, N>& weights, const std::array<std::int16_t, N>& values) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * values[i];
  return sum;
}

/// Below this sums stay exact as doubles when squared and added; products of 4095 · 2040 · 136 do not reach it after it.
constexpr int excess_bits = 8;

}  // namespace

Projection Projection::parse(std::string_view text) {
  Projection projection;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    const auto numbers = numbers_of(line);
    if (line.starts_with("mean")) {
      for (std::size_t i = 0; i < projection.mean.size() && i < numbers.size(); ++i) projection.mean[i] = numbers[i];
    } else if (line.starts_with("pair")) {
      projection.pairs.push_back(weights_of<2 * orbit_count>(numbers));
    } else if (line.size() > 4 && line.starts_with("kind") && line[4] >= '1' && line[4] < '1' + static_cast<char>(kinds_of_sign)) {
      projection.kinds[static_cast<std::size_t>(line[4] - '1')].push_back(weights_of<orbit_count>(numbers));
    }
  }
  projection.pairs.resize(paired_coordinates);
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) projection.kinds[kind].resize(signed_counts[kind]);
  return projection;
}

const Projection& Projection::built_in() {
  static const Projection projection = parse({marque_logo_projection, marque_logo_projection_end});
  return projection;
}

LogoCode Projection::code(const Description& description) const {
  const SymmetricDescription values = symmetric(description);
  std::array<std::int32_t, coordinates> projected;
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = 0; i < signed_counts[kind]; ++i) {
      const std::int32_t sum = product(kinds[kind][i], values.kinds[kind]) - (kind == 0 ? mean[i] : 0);
      projected[signed_starts[kind] + i] = sum / (1 << excess_bits);
    }
  }
  for (std::size_t i = 0; i < paired_coordinates; ++i) {
    projected[signed_coordinates + i] = product(pairs[i], values.x) / (1 << excess_bits);
    projected[signed_coordinates + paired_coordinates + i] = product(pairs[i], values.y) / (1 << excess_bits);
  }
  return quantised(projected);
}

}  // namespace marque
