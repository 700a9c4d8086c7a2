#include "search/letter_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vpopcntdq")]]

namespace marque {

MARQUE_AVX512 std::uint64_t common_bits_avx512(const std::uint64_t* signatures, std::size_t rows, std::uint64_t query,
                                               unsigned least) {
  constexpr std::size_t lanes = 8;
  const __m512i bits = _mm512_set1_epi64(static_cast<long long>(query));
  const __m512i bound = _mm512_set1_epi64(static_cast<long long>(least));
  std::uint64_t alive = 0;
  for (std::size_t i = 0; i < rows; i += lanes) {
    const __mmask8 inside = static_cast<__mmask8>(rows - i >= lanes ? 0xff : (1u << (rows - i)) - 1);
    const __m512i common = _mm512_popcnt_epi64(_mm512_and_si512(_mm512_maskz_loadu_epi64(inside, signatures + i), bits));
    alive |= std::uint64_t{_mm512_mask_cmpge_epu64_mask(inside, common, bound)} << i;
  }
  return alive;
}

}  // namespace marque

#endif
