#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "logo/weights.hpp"
#include "search/logo_table.hpp"
#include "search/simd.hpp"

namespace marque {

/// A way of asking made ready for the scan: its signs as they are, and with those kinds complemented that some turn
/// changes the sign of; and what it costs, in signs.
struct LogoWay {
  static constexpr std::size_t patterns = 4, signed_words = 2, paired_words = 2;

  std::array<std::array<std::uint32_t, signed_words>, patterns> kinds;
  std::array<std::uint32_t, paired_words> x, y;
  std::uint32_t cost = 0;
};

/// The views and probes of a fingerprint as ways; each way looks for all eight turns at once. What a turn costs is
/// turn_signs.
std::vector<LogoWay> logo_ways(const Fingerprint& asked);

/// The least number of signs in which a view of a tile differs from any way in any turn, costs included.
using TileDistances = std::array<std::uint16_t, tile_views>;

/// The kernels: distances of one tile with one kind of instructions.
namespace logo_kernel {
TileDistances portable(std::span<const LogoWay> ways, const SignTile& tile);
TileDistances avx2(std::span<const LogoWay> ways, const SignTile& tile);
TileDistances avx512(std::span<const LogoWay> ways, const SignTile& tile);
}  // namespace logo_kernel

inline constexpr std::uint16_t out_of_reach = 0xffff;

/// The distances of tiles. `allowed`: a bit a view of each, or empty where all are; those not allowed are `out_of_reach`.
void scan_tiles(std::span<const LogoWay> ways, std::span<const SignTile> tiles, std::span<const std::uint16_t> allowed,
                std::span<TileDistances> distances, Isa isa = best_isa());

/// How far every view of a table is from what is asked by, for as long as the table is.
class LogoDistances {
 public:
  LogoDistances(const LogoTable& table, std::span<const LogoWay> ways, std::span<const std::uint16_t> allowed, unsigned threads,
                const std::function<bool()>& stopped);

  /// The distance within which at least so many views lie, or all that are allowed.
  std::uint32_t reach(std::size_t views) const;

  /// Pictures with a view farther than `beyond` (none: from 0 on) and not farther than `within`, ascending, each once.
  std::vector<std::uint32_t> pictures(std::optional<std::uint32_t> beyond, std::uint32_t within) const;

 private:
  LogoTable table_;
  std::vector<TileDistances> distances_;
};

}  // namespace marque
