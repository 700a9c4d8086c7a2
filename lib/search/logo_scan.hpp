#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "search/logo_table.hpp"
#include "search/simd.hpp"

namespace marque {

/// A way of asking made ready for the scan: its signs as they are, and with those kinds complemented that some turn
/// changes the sign of; and what it costs, in bits.
struct LogoWay {
  static constexpr std::size_t patterns = 4, signed_words = 2, paired_words = 2;

  std::array<std::array<std::uint32_t, signed_words>, patterns> kinds;
  std::array<std::uint32_t, paired_words> x, y;
  std::uint32_t cost = 0;
};

/// The views and probes of a fingerprint as ways; each way looks for all eight turns at once. What a turn costs is
/// turn_bits.
std::vector<LogoWay> logo_ways(const Fingerprint& asked);
inline constexpr std::uint32_t turn_bits = 3;

/// The least number of bits in which a view of a tile differs from any way in any turn, costs included.
using TileDistances = std::array<std::uint16_t, tile_views>;

/// A view and its distance.
struct LogoHit {
  std::uint32_t view = 0;
  std::uint32_t distance = 0;

  bool operator==(const LogoHit&) const = default;
  auto operator<=>(const LogoHit& other) const = default;
};

/// Appends the views of the tiles from `first` on that differ by at most `limit`. `allowed`: a bit a view of each tile, or
/// empty where all are.
void scan_tiles(std::span<const LogoWay> ways, std::span<const SignTile> tiles, std::size_t first_tile, std::span<const std::uint16_t> allowed,
                std::uint32_t limit, std::vector<LogoHit>& hits, Isa isa = best_isa());

/// The kernels: what scan_tiles does with one kind of instructions.
namespace logo_kernel {
TileDistances portable(std::span<const LogoWay> ways, const SignTile& tile);
TileDistances avx2(std::span<const LogoWay> ways, const SignTile& tile);
TileDistances avx512(std::span<const LogoWay> ways, const SignTile& tile);
}  // namespace logo_kernel

/// The pictures of a table nearest by signs, about as many views as asked for, ascending; a tie at the end is broken by the
/// order in the table. Views are `allowed` as for scan_tiles.
std::vector<std::uint32_t> nearest_pictures(const LogoTable& table, std::span<const LogoWay> ways, std::span<const std::uint16_t> allowed,
                                            std::size_t views, unsigned threads, const std::function<bool()>& stopped);

}  // namespace marque
