#include "search/letter_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "search/table_layout.hpp"

#define MARQUE_AVX2 [[gnu::target("avx2")]]

namespace marque {

namespace {

/// The number of bits of each of four values: two nibbles of every byte by a shuffle, bytes added up by a
/// difference to zero.
MARQUE_AVX2 __m256i bit_counts(__m256i values) {
  const __m256i counts = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m256i nibble = _mm256_set1_epi8(15);
  const __m256i low = _mm256_shuffle_epi8(counts, _mm256_and_si256(values, nibble));
  const __m256i high = _mm256_shuffle_epi8(counts, _mm256_and_si256(_mm256_srli_epi16(values, 4), nibble));
  return _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256());
}

}  // namespace

MARQUE_AVX2 std::uint64_t common_bits_avx2(const std::uint64_t* signatures, std::uint64_t query, unsigned least) {
  constexpr std::size_t lanes = 4;
  const __m256i bits = _mm256_set1_epi64x(static_cast<long long>(query));
  const __m256i below = _mm256_set1_epi64x(static_cast<long long>(least) - 1);
  std::uint64_t alive = 0;
  for (std::size_t i = 0; i < block_rows; i += lanes) {
    const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(signatures + i));
    const __m256i enough = _mm256_cmpgt_epi64(bit_counts(_mm256_and_si256(values, bits)), below);
    alive |= static_cast<std::uint64_t>(_mm256_movemask_pd(_mm256_castsi256_pd(enough))) << i;
  }
  return alive;
}

}  // namespace marque

#endif
