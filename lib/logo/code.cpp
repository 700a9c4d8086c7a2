#include "logo/code.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <utility>

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

/// A scalar product of a number of coordinates that the compiler knows.
template <std::size_t Count>
std::int32_t product(const std::int16_t* a, const std::int16_t* b) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < Count; ++i) sum += a[i] * b[i];
  return sum;
}

template <std::size_t... Kinds>
std::array<std::int32_t, sizeof...(Kinds)> products_of_kinds(const std::int16_t* a, const std::int16_t* b, std::index_sequence<Kinds...>) {
  return {product<signed_counts[Kinds]>(a + signed_starts[Kinds], b + signed_starts[Kinds])...};
}


static_assert(std::endian::native == std::endian::little, "bytes of a word are taken as they lie in memory");
static_assert(signed_coordinates == 64 && paired_coordinates == 64, "signs are told by the words of 64 bits");

/// The signs that each turn changes, of those that change the same the first.
constexpr std::array<std::size_t, 4> patterns{0, 1, 4, 5};
constexpr std::array<std::size_t, turn_count> pattern_of{0, 1, 0, 1, 2, 3, 2, 3};
constexpr auto changes = [] {
  std::array<std::uint64_t, patterns.size()> masks{};
  for (std::size_t i = 0; i < masks.size(); ++i) masks[i] = changed_signs(turn_actions[patterns[i]]);
  return masks;
}();
static_assert([] {
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    if (changed_signs(turn_actions[turn]) != changes[pattern_of[turn]]) return false;
  }
  return true;
}());

/// In how many signs two codes differ: in parts that the turns exchange, and in the kinds, some complemented.
struct Apart {
  int xx, yy, xy, yx;
  std::array<int, 4> kinds;
};

inline __attribute__((always_inline)) Apart counted(const CodeSigns& a, const CodeSigns& b) {
  const std::uint64_t own = a.kinds ^ b.kinds;
  return {__builtin_popcountll(a.x ^ b.x),
          __builtin_popcountll(a.y ^ b.y),
          __builtin_popcountll(a.x ^ b.y),
          __builtin_popcountll(a.y ^ b.x),
          {__builtin_popcountll(own ^ changes[0]), __builtin_popcountll(own ^ changes[1]), __builtin_popcountll(own ^ changes[2]),
           __builtin_popcountll(own ^ changes[3])}};
}

#if defined(__x86_64__)
/// Where the processor counts the bits of a word itself, which takes a third of the time.
[[gnu::target("popcnt")]] Apart counted_by_processor(const CodeSigns& a, const CodeSigns& b) { return counted(a, b); }
#endif

Apart apart_of(const CodeSigns& a, const CodeSigns& b) {
#if defined(__x86_64__)
  static const bool can_count = __builtin_cpu_supports("popcnt") != 0;
  if (can_count) return counted_by_processor(a, b);
#endif
  return counted(a, b);
}

constexpr int all_pairs = static_cast<int>(paired_coordinates);

}  // namespace

CodeSigns::CodeSigns(const LogoCode& code) {
  std::memcpy(&kinds, code.data(), sizeof kinds);
  std::memcpy(&x, code.data() + sizeof kinds, sizeof x);
  std::memcpy(&y, code.data() + sizeof kinds + sizeof x, sizeof y);
}

std::array<int, turn_count> turned_distances(const CodeSigns& a, const CodeSigns& b) {
  const Apart apart = apart_of(a, b);
  const auto signed_by = [](int sign, int differing) { return sign > 0 ? differing : all_pairs - differing; };
  std::array<int, turn_count> distances;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const TurnAction& action = turn_actions[turn];
    const int x = action.xx != 0 ? signed_by(action.xx, apart.xx) : signed_by(action.xy, apart.yx);
    const int y = action.yy != 0 ? signed_by(action.yy, apart.yy) : signed_by(action.yx, apart.xy);
    distances[turn] = apart.kinds[pattern_of[turn]] + x + y;
  }
  return distances;
}

int least_distance(const CodeSigns& a, const CodeSigns& b, int turn_cost) {
  const auto [xx, yy, xy, yx, kinds] = apart_of(a, b);
  const int turned = std::min({kinds[0] - std::abs(xx + yy - all_pairs), kinds[1] - std::abs(yx - xy), kinds[2] - std::abs(xx - yy),
                               kinds[3] - std::abs(yx + xy - all_pairs)});
  return std::min(kinds[0] + xx + yy, turned + all_pairs + turn_cost);
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
  norm_squared = product<coordinates>(values.data(), values.data());
}

std::array<std::int32_t, turn_count> turned_products(const WideCode& a, const WideCode& b) {
  const auto kinds = products_of_kinds(a.values.data(), b.values.data(), std::make_index_sequence<kinds_of_sign>());
  const std::int16_t *ax = &a.values[signed_coordinates], *ay = ax + paired_coordinates;
  const std::int16_t *bx = &b.values[signed_coordinates], *by = bx + paired_coordinates;
  const std::int32_t xx = product<paired_coordinates>(ax, bx), yy = product<paired_coordinates>(ay, by);
  const std::int32_t xy = product<paired_coordinates>(ax, by), yx = product<paired_coordinates>(ay, bx);
  std::array<std::int32_t, turn_count> products;
  for (std::size_t turn = 0; turn < turn_count; ++turn) {
    const TurnAction& action = turn_actions[turn];
    products[turn] = action.xx * xx + action.xy * yx + action.yx * xy + action.yy * yy;
    for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) products[turn] += action.signs[kind] * kinds[kind];
  }
  return products;
}

}  // namespace marque
