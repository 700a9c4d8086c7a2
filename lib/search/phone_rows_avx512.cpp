#include "search/phone_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vpopcntdq")]]

namespace marque {

namespace {

constexpr std::size_t most_places = transcription::most_letters + 1;

MARQUE_AVX512 void look_up(const std::array<std::uint8_t, phone_codes>& table, const std::uint8_t* columns, std::size_t from,
                         std::size_t to, __m512i* found) {
  const __m512i low = _mm512_loadu_si512(table.data()), high = _mm512_loadu_si512(table.data() + 64);
  for (std::size_t j = from; j < to; ++j) found[j] = _mm512_permutex2var_epi8(low, _mm512_loadu_si512(columns + j * block_rows), high);
}

}  // namespace

MARQUE_AVX512 std::uint64_t align_phones_avx512(std::span<const std::uint8_t> columns, const SpokenPlan& plan) {
  const std::size_t letters = columns.size() / block_rows;
  __m512i weights[most_places], with[most_places], cost[most_places];
  look_up(plan.weights, columns.data(), 0, letters, weights);
  cost[0] = _mm512_setzero_si512();
  for (std::size_t j = 0; j < letters; ++j) cost[j + 1] = _mm512_adds_epu8(cost[j], weights[j]);

  const __m512i allowed = _mm512_set1_epi8(static_cast<char>(plan.allowed));
  std::size_t phone = 0, from = 0;   // before `from` every row costs too much already, and so does what goes on from there
  for (const std::size_t end : plan.ends) {
    for (; phone < end; ++phone) {
      look_up(plan.phones[phone].with, columns.data(), from, letters, with);
      const __m512i without = _mm512_set1_epi8(static_cast<char>(plan.phones[phone].without));
      __m512i diagonal = cost[from], left = _mm512_adds_epu8(diagonal, without);
      cost[from] = left;
      for (std::size_t j = from; j < letters; ++j) {
        const __m512i written = _mm512_adds_epu8(diagonal, with[j]);
        diagonal = cost[j + 1];
        left = _mm512_min_epu8(_mm512_min_epu8(written, _mm512_adds_epu8(diagonal, without)), _mm512_adds_epu8(left, weights[j]));
        cost[j + 1] = left;
      }
    }
    while (_mm512_cmple_epu8_mask(cost[from], allowed) == 0) {
      if (from++ == letters) return 0;
    }
  }
  return _mm512_cmple_epu8_mask(cost[letters], allowed);
}

}  // namespace marque

#endif
