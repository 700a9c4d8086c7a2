#include "search/logo_scan.hpp"

#if defined(__x86_64__)

// GCC 12 takes the operand that these instructions never read for one that was forgotten.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <immintrin.h>

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vpopcntdq")]]

namespace marque::logo_kernel {

namespace {

/// The numbers of bits by which two words of sixteen views differ from a way's.
MARQUE_AVX512 inline __m512i apart(__m512i first, __m512i second, std::uint32_t way_first, std::uint32_t way_second) {
  const __m512i a = _mm512_popcnt_epi32(_mm512_xor_si512(first, _mm512_set1_epi32(static_cast<int>(way_first))));
  const __m512i b = _mm512_popcnt_epi32(_mm512_xor_si512(second, _mm512_set1_epi32(static_cast<int>(way_second))));
  return _mm512_add_epi32(a, b);
}

}  // namespace

MARQUE_AVX512 TileDistances avx512(std::span<const LogoWay> ways, const SignTile& tile) {
  const __m512i k0 = _mm512_loadu_si512(tile[0].data()), k1 = _mm512_loadu_si512(tile[1].data());
  const __m512i x0 = _mm512_loadu_si512(tile[2].data()), x1 = _mm512_loadu_si512(tile[3].data());
  const __m512i y0 = _mm512_loadu_si512(tile[4].data()), y1 = _mm512_loadu_si512(tile[5].data());
  const __m512i half = _mm512_set1_epi32(static_cast<int>(paired_coordinates));
  const __m512i turn_cost = _mm512_set1_epi32(static_cast<int>(paired_coordinates + turn_signs));
  __m512i best = _mm512_set1_epi32(0xffff);
  for (const LogoWay& way : ways) {
    const __m512i xx = apart(x0, x1, way.x[0], way.x[1]), yy = apart(y0, y1, way.y[0], way.y[1]);
    const __m512i xy = apart(y0, y1, way.x[0], way.x[1]), yx = apart(x0, x1, way.y[0], way.y[1]);
    const __m512i upright = apart(k0, k1, way.kinds[0][0], way.kinds[0][1]);
    const __m512i straight = _mm512_add_epi32(xx, yy), crossed = _mm512_add_epi32(yx, xy);
    const __m512i t0 = _mm512_sub_epi32(upright, _mm512_abs_epi32(_mm512_sub_epi32(straight, half)));
    const __m512i t1 = _mm512_sub_epi32(apart(k0, k1, way.kinds[1][0], way.kinds[1][1]), _mm512_abs_epi32(_mm512_sub_epi32(yx, xy)));
    const __m512i t2 = _mm512_sub_epi32(apart(k0, k1, way.kinds[2][0], way.kinds[2][1]), _mm512_abs_epi32(_mm512_sub_epi32(xx, yy)));
    const __m512i t3 = _mm512_sub_epi32(apart(k0, k1, way.kinds[3][0], way.kinds[3][1]), _mm512_abs_epi32(_mm512_sub_epi32(crossed, half)));
    const __m512i turned = _mm512_add_epi32(_mm512_min_epi32(_mm512_min_epi32(t0, t1), _mm512_min_epi32(t2, t3)), turn_cost);
    const __m512i nearest = _mm512_min_epi32(_mm512_add_epi32(upright, straight), turned);
    best = _mm512_min_epi32(best, _mm512_add_epi32(nearest, _mm512_set1_epi32(static_cast<int>(way.cost))));
  }
  TileDistances distances;
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(distances.data()), _mm512_cvtepi32_epi16(best));
  return distances;
}

}  // namespace marque::logo_kernel

#else

namespace marque::logo_kernel {
TileDistances avx512(std::span<const LogoWay> ways, const SignTile& tile) { return portable(ways, tile); }
}  // namespace marque::logo_kernel

#endif
