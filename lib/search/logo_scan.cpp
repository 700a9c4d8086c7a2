#include "search/logo_scan.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>

#include "logo/code.hpp"
#include "logo/penalty.hpp"
#include "search/parallel.hpp"

namespace marque {

namespace {

/// Signs of coordinates as words.
using Signs = std::array<std::uint32_t, sign_words>;

Signs signs_of(const ViewCode& view) {
  Signs signs;
  std::memcpy(signs.data(), view.code.data(), sizeof signs);
  return signs;
}

/// All bits of the kinds whose sign a turn changes.
std::uint64_t changed_kinds(const TurnAction& action) {
  std::uint64_t mask = 0;
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) {
    for (std::size_t i = signed_starts[kind]; action.signs[kind] < 0 && i < signed_starts[kind + 1]; ++i) mask |= std::uint64_t{1} << i;
  }
  return mask;
}

/// A penalty on the cosine as bits: signs of vectors at an angle differ in a share angle / π of the coordinates.
std::uint32_t bits_of(double penalty) { return static_cast<std::uint32_t>(std::lround(penalty * coordinates / 3.0)); }

constexpr std::size_t tiles_a_piece = 512;

}  // namespace

std::vector<LogoWay> logo_ways(const Fingerprint& asked) {
  // Turns by 0 and 180°, by 90 and 270°, and their mirror images share the signs of the kinds.
  constexpr std::array<std::size_t, LogoWay::patterns> of_turn{0, 1, 4, 5};
  std::vector<LogoWay> ways;
  for (std::size_t i = 0; i < asked.views.size() + asked.probes.size(); ++i) {
    const ViewCode& view = asked.seen(i);
    const Signs signs = signs_of(view);
    LogoWay way{};
    for (std::size_t pattern = 0; pattern < LogoWay::patterns; ++pattern) {
      const std::uint64_t mask = changed_kinds(turn_actions[of_turn[pattern]]);
      way.kinds[pattern] = {signs[0] ^ static_cast<std::uint32_t>(mask), signs[1] ^ static_cast<std::uint32_t>(mask >> 32)};
    }
    way.x = {signs[2], signs[3]};
    way.y = {signs[4], signs[5]};
    way.cost = bits_of(asking_penalty(asked, i));
    ways.push_back(way);
  }
  return ways;
}

namespace logo_kernel {

TileDistances portable(std::span<const LogoWay> ways, const SignTile& tile) {
  const auto word = [](std::uint32_t low, std::uint32_t high) { return std::uint64_t{high} << 32 | low; };
  const auto apart = [](std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); };
  TileDistances distances;
  for (std::size_t lane = 0; lane < tile_views; ++lane) {
    const std::uint64_t kinds = word(tile[0][lane], tile[1][lane]), x = word(tile[2][lane], tile[3][lane]), y = word(tile[4][lane], tile[5][lane]);
    int best = std::numeric_limits<int>::max();
    for (const LogoWay& way : ways) {
      const std::uint64_t way_x = word(way.x[0], way.x[1]), way_y = word(way.y[0], way.y[1]);
      const int xx = apart(way_x, x), yy = apart(way_y, y), xy = apart(way_x, y), yx = apart(way_y, x);
      const auto kind = [&](std::size_t pattern) { return apart(word(way.kinds[pattern][0], way.kinds[pattern][1]), kinds); };
      constexpr int half = static_cast<int>(paired_coordinates);
      const int upright = kind(0);
      const int turned = std::min({upright - std::abs(xx + yy - half), kind(1) - std::abs(yx - xy), kind(2) - std::abs(xx - yy),
                                   kind(3) - std::abs(yx + xy - half)});
      best = std::min(best, static_cast<int>(way.cost) + std::min(upright + xx + yy, turned + half + static_cast<int>(turn_bits)));
    }
    distances[lane] = static_cast<std::uint16_t>(std::min(best, 0xffff));
  }
  return distances;
}

}  // namespace logo_kernel

void scan_tiles(std::span<const LogoWay> ways, std::span<const SignTile> tiles, std::size_t first_tile, std::span<const std::uint16_t> allowed,
                std::uint32_t limit, std::vector<LogoHit>& hits, Isa isa) {
  const auto kernel = isa == Isa::avx512 ? &logo_kernel::avx512 : isa == Isa::avx2 ? &logo_kernel::avx2 : &logo_kernel::portable;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (!allowed.empty() && allowed[first_tile + i] == 0) continue;
    const TileDistances distances = kernel(ways, tiles[i]);
    if (*std::min_element(distances.begin(), distances.end()) > limit) continue;
    for (std::size_t lane = 0; lane < tile_views; ++lane) {
      if (distances[lane] > limit || (!allowed.empty() && (allowed[first_tile + i] >> lane & 1) == 0)) continue;
      hits.push_back({static_cast<std::uint32_t>((first_tile + i) * tile_views + lane), distances[lane]});
    }
  }
}

namespace {

/// The nearest views so far: at most `most`, and never a tie cut by chance of the order in which threads come.
class Nearest {
 public:
  explicit Nearest(std::size_t most) : most_(most) {}

  std::uint32_t limit() const { return limit_; }

  void add(const std::vector<LogoHit>& hits) {
    hits_.insert(hits_.end(), hits.begin(), hits.end());
    if (hits_.size() >= 2 * most_) shrink();
  }

  std::vector<LogoHit> take() {
    shrink();
    return std::move(hits_);
  }

 private:
  void shrink() {
    if (hits_.size() <= most_) return;
    const auto end = hits_.begin() + static_cast<std::ptrdiff_t>(most_);
    std::nth_element(hits_.begin(), end, hits_.end(), [](const LogoHit& a, const LogoHit& b) {
      return a.distance != b.distance ? a.distance < b.distance : a.view < b.view;
    });
    hits_.erase(end, hits_.end());
    limit_ = std::max_element(hits_.begin(), hits_.end(), [](const LogoHit& a, const LogoHit& b) { return a.distance < b.distance; })->distance;
  }

  std::size_t most_;
  std::uint32_t limit_ = std::numeric_limits<std::uint16_t>::max();
  std::vector<LogoHit> hits_;
};

}  // namespace

std::vector<std::uint32_t> nearest_pictures(const LogoTable& table, std::span<const LogoWay> ways, std::span<const std::uint16_t> allowed,
                                            std::size_t views, unsigned threads, const std::function<bool()>& stopped) {
  const auto tiles = table.tiles();
  Nearest nearest(std::max<std::size_t>(views, 1));
  std::mutex mutex;
  in_parallel(threads, (tiles.size() + tiles_a_piece - 1) / tiles_a_piece, [&](const auto& next) {
    std::vector<LogoHit> hits;
    for (std::size_t piece; next(piece) && !stopped();) {
      std::uint32_t limit;
      {
        const std::scoped_lock lock(mutex);
        limit = nearest.limit();
      }
      hits.clear();
      const std::size_t first = piece * tiles_a_piece;
      scan_tiles(ways, tiles.subspan(first, std::min(tiles_a_piece, tiles.size() - first)), first, allowed, limit, hits);
      std::erase_if(hits, [&](const LogoHit& hit) { return hit.view >= table.views(); });  // the last tile may not be full
      const std::scoped_lock lock(mutex);
      nearest.add(hits);
    }
  });
  std::vector<std::uint32_t> pictures;
  for (const LogoHit& hit : nearest.take()) {
    const std::size_t which = table.picture_of(hit.view);
    if (which < table.rows().size()) pictures.push_back(static_cast<std::uint32_t>(which));
  }
  std::sort(pictures.begin(), pictures.end());
  pictures.erase(std::unique(pictures.begin(), pictures.end()), pictures.end());
  return pictures;
}

}  // namespace marque
