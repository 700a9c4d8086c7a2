#include "logo/code.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace marque {

namespace {

// The quantiser that loses least of a normal distribution in four magnitudes (Max 1960): bounds as squares of shares of
// the root mean square, levels in eighths of it.
constexpr std::array<double, 3> squared_bounds{0.2506, 1.1025, 3.0555};
constexpr std::uint64_t lowest = 2, lower = 4, upper = 9, both = 3;  // 2, 6, 11, 18

/// The bits of a byte as bytes of 0 or 1.
constexpr std::array<std::uint64_t, 256> spread_bits() {
  std::array<std::uint64_t, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) table[byte] |= static_cast<std::uint64_t>(byte >> bit & 1) << (8 * bit);
  }
  return table;
}
constexpr auto spread = spread_bits();

std::int32_t product(const std::int16_t* a, const std::int16_t* b, std::size_t count) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

static_assert(std::endian::native == std::endian::little, "bytes of a word are taken as they lie in memory");
static_assert(signed_coordinates == 64 && paired_coordinates == 64, "signs are told by the words of 64 bits");

constexpr auto changes = [] {
  std::array<std::uint64_t, turn_count> masks{};
  for (std::size_t turn = 0; turn < turn_count; ++turn) masks[turn] = changed_signs(turn_actions[turn]);
  return masks;
}();

}  // namespace

CodeSigns::CodeSigns(const LogoCode& code) {
  std::memcpy(&kinds, code.data(), sizeof kinds);
  std::memcpy(&x, code.data() + sizeof kinds, sizeof x);
  std::memcpy(&y, code.data() + sizeof kinds + sizeof x, sizeof y);
}

std::array<int, turn_count> turned_distances(const CodeSigns& a, const CodeSigns& b) {
  constexpr int all = static_cast<int>(paired_coordinates);
  const int xx = std::popcount(a.x ^ b.x), yy = std::popcount(a.y ^ b.y), xy = std::popcount(a.x ^ b.y), yx = std::popcount(a.y ^ b.x);
  const auto signed_by = [](int sign, int differing) { return sign > 0 ? differing : all - differing; };
  std::array<int, turn_count> distances;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const TurnAction& action = turn_actions[turn];
    const int x = action.xx != 0 ? signed_by(action.xx, xx) : signed_by(action.xy, yx);
    const int y = action.yy != 0 ? signed_by(action.yy, yy) : signed_by(action.yx, xy);
    distances[turn] = std::popcount(a.kinds ^ changes[turn] ^ b.kinds) + x + y;
  }
  return distances;
}

LogoCode quantised(const std::array<std::int32_t, coordinates>& values) {
  double squares = 0;  // a whole number below 2^53 where values stay below 2^22
  for (const std::int32_t value : values) squares += static_cast<double>(value) * static_cast<double>(value);
  std::array<double, 3> bounds;
  for (std::size_t i = 0; i < bounds.size(); ++i) bounds[i] = squared_bounds[i] * squares;
  LogoCode code{};
  for (std::size_t i = 0; i < coordinates; ++i) {
    const double square = static_cast<double>(values[i]) * static_cast<double>(values[i]) * coordinates;
    const auto magnitude = static_cast<unsigned>(std::count_if(bounds.begin(), bounds.end(), [&](double b) { return square > b; }));
    const auto set = [&](std::size_t plane, unsigned bit) { code[plane * plane_bytes + i / 8] |= static_cast<std::uint8_t>(bit << (i % 8)); };
    set(0, values[i] < 0);
    set(1, magnitude >> 1);
    set(2, magnitude & 1);
  }
  return code;
}

WideCode::WideCode(const LogoCode& code) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  for (std::size_t byte = 0; byte < plane_bytes; ++byte) {
    const std::uint64_t sign = spread[code[byte]], high = spread[code[plane_bytes + byte]], low = spread[code[2 * plane_bytes + byte]];
    const std::uint64_t magnitude = lowest * ones + upper * high + lower * low + both * (high & low);
    const std::uint64_t value = (magnitude ^ sign * 255) + sign;
    std::array<std::int8_t, 8> bytes;
    std::memcpy(bytes.data(), &value, sizeof value);
    for (std::size_t i = 0; i < 8; ++i) values[8 * byte + i] = bytes[i];
  }
  norm_squared = product(values.data(), values.data(), coordinates);
}

std::array<std::int32_t, turn_count> turned_products(const WideCode& a, const WideCode& b) {
  std::array<std::int32_t, kinds_of_sign> kinds;
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    const std::size_t start = signed_starts[kind];
    kinds[kind] = product(&a.values[start], &b.values[start], signed_counts[kind]);
  }
  const std::int16_t *ax = &a.values[signed_coordinates], *ay = ax + paired_coordinates;
  const std::int16_t *bx = &b.values[signed_coordinates], *by = bx + paired_coordinates;
  const std::int32_t xx = product(ax, bx, paired_coordinates), yy = product(ay, by, paired_coordinates);
  const std::int32_t xy = product(ax, by, paired_coordinates), yx = product(ay, bx, paired_coordinates);
  std::array<std::int32_t, turn_count> products;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const TurnAction& action = turn_actions[turn];
    products[turn] = action.xx * xx + action.xy * yx + action.yx * xy + action.yy * yy;
    for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) products[turn] += action.signs[kind] * kinds[kind];
  }
  return products;
}

}  // namespace marque
