#include "search/letter_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "search/table_layout.hpp"

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vpopcntdq")]]

namespace marque {

MARQUE_AVX512 std::uint64_t common_bits_avx512(const std::uint64_t* signatures, std::uint64_t query, unsigned least) {
  constexpr std::size_t lanes = 8;
  const __m512i bits = _mm512_set1_epi64(static_cast<long long>(query));
  const __m512i bound = _mm512_set1_epi64(static_cast<long long>(least));
  std::uint64_t alive = 0;
  for (std::size_t i = 0; i < block_rows; i += lanes) {
    const __m512i common = _mm512_popcnt_epi64(_mm512_and_si512(_mm512_loadu_si512(signatures + i), bits));
    alive |= std::uint64_t{_mm512_cmpge_epu64_mask(common, bound)} << i;
  }
  return alive;
}

}  // namespace marque

#endif
