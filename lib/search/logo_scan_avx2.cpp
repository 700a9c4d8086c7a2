#include "search/logo_scan.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#define MARQUE_AVX2 [[gnu::target("avx2")]]

namespace marque::logo_kernel {

namespace {

constexpr std::size_t lanes = 8;

/// The number of bits of every byte: two nibbles by a shuffle.
MARQUE_AVX2 inline __m256i byte_counts(__m256i values) {
  const __m256i counts = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m256i nibble = _mm256_set1_epi8(15);
  return _mm256_add_epi8(_mm256_shuffle_epi8(counts, _mm256_and_si256(values, nibble)),
                         _mm256_shuffle_epi8(counts, _mm256_and_si256(_mm256_srli_epi16(values, 4), nibble)));
}

/// The numbers of bits by which two words of eight views differ from a way's: bytes added up, first in pairs.
MARQUE_AVX2 inline __m256i apart(__m256i first, __m256i second, std::uint32_t way_first, std::uint32_t way_second) {
  const __m256i a = byte_counts(_mm256_xor_si256(first, _mm256_set1_epi32(static_cast<int>(way_first))));
  const __m256i b = byte_counts(_mm256_xor_si256(second, _mm256_set1_epi32(static_cast<int>(way_second))));
  return _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_add_epi8(a, b), _mm256_set1_epi8(1)), _mm256_set1_epi16(1));
}

MARQUE_AVX2 inline __m256i loaded(const std::array<std::uint32_t, tile_views>& word, std::size_t from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(word.data() + from));
}

MARQUE_AVX2 inline __m256i eight(std::span<const LogoWay> ways, const SignTile& tile, std::size_t from) {
  const __m256i k0 = loaded(tile[0], from), k1 = loaded(tile[1], from), x0 = loaded(tile[2], from), x1 = loaded(tile[3], from);
  const __m256i y0 = loaded(tile[4], from), y1 = loaded(tile[5], from);
  const __m256i half = _mm256_set1_epi32(static_cast<int>(paired_coordinates));
  const __m256i turn_cost = _mm256_set1_epi32(static_cast<int>(paired_coordinates + turn_signs));
  __m256i best = _mm256_set1_epi32(0xffff);
  for (const LogoWay& way : ways) {
    const __m256i xx = apart(x0, x1, way.x[0], way.x[1]), yy = apart(y0, y1, way.y[0], way.y[1]);
    const __m256i xy = apart(y0, y1, way.x[0], way.x[1]), yx = apart(x0, x1, way.y[0], way.y[1]);
    const __m256i upright = apart(k0, k1, way.kinds[0][0], way.kinds[0][1]);
    const __m256i straight = _mm256_add_epi32(xx, yy), crossed = _mm256_add_epi32(yx, xy);
    const __m256i t0 = _mm256_sub_epi32(upright, _mm256_abs_epi32(_mm256_sub_epi32(straight, half)));
    const __m256i t1 = _mm256_sub_epi32(apart(k0, k1, way.kinds[1][0], way.kinds[1][1]), _mm256_abs_epi32(_mm256_sub_epi32(yx, xy)));
    const __m256i t2 = _mm256_sub_epi32(apart(k0, k1, way.kinds[2][0], way.kinds[2][1]), _mm256_abs_epi32(_mm256_sub_epi32(xx, yy)));
    const __m256i t3 = _mm256_sub_epi32(apart(k0, k1, way.kinds[3][0], way.kinds[3][1]), _mm256_abs_epi32(_mm256_sub_epi32(crossed, half)));
    const __m256i turned = _mm256_add_epi32(_mm256_min_epi32(_mm256_min_epi32(t0, t1), _mm256_min_epi32(t2, t3)), turn_cost);
    const __m256i nearest = _mm256_min_epi32(_mm256_add_epi32(upright, straight), turned);
    best = _mm256_min_epi32(best, _mm256_add_epi32(nearest, _mm256_set1_epi32(static_cast<int>(way.cost))));
  }
  return best;
}

}  // namespace

MARQUE_AVX2 TileDistances avx2(std::span<const LogoWay> ways, const SignTile& tile) {
  std::array<std::uint32_t, tile_views> wide;
  for (std::size_t from = 0; from < tile_views; from += lanes)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(wide.data() + from), eight(ways, tile, from));
  TileDistances distances;
  for (std::size_t lane = 0; lane < tile_views; ++lane) distances[lane] = static_cast<std::uint16_t>(wide[lane]);
  return distances;
}

}  // namespace marque::logo_kernel

#else

namespace marque::logo_kernel {
TileDistances avx2(std::span<const LogoWay> ways, const SignTile& tile) { return portable(ways, tile); }
}  // namespace marque::logo_kernel

#endif
