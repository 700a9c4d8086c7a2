#include "search/phone_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <utility>

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vpopcntdq")]]

namespace marque {

namespace {

constexpr std::size_t most_places = transcription::most_letters + 1;

MARQUE_AVX512 void look_up(const SpokenPlan::Table& table, const __m512i* codes, std::size_t count, __m512i* found) {
  const __m512i low = _mm512_loadu_si512(table.data()), high = _mm512_loadu_si512(table.data() + 64);
  for (std::size_t j = 0; j < count; ++j) found[j] = _mm512_permutex2var_epi8(low, codes[j], high);
}

}  // namespace

MARQUE_AVX512 std::uint64_t align_phones_avx512(std::span<const std::uint8_t> columns, const SpokenPlan& plan) {
  const std::size_t letters = columns.size() / block_rows;
  __m512i codes[most_places] = {}, weights[most_places], changes[SpokenPlan::most_tables][most_places];
  __m512i rows[3][most_places];
  __m512i *row = rows[0], *best = rows[1], *cost = rows[2];   // before a character, after it, after a reading of it
  for (std::size_t j = 0; j < letters; ++j) codes[j] = _mm512_loadu_si512(columns.data() + j * block_rows);
  look_up(plan.weights, codes, letters, weights);
  for (std::size_t i = 0; i < plan.changes.size(); ++i) look_up(plan.changes[i], codes, letters, changes[i]);
  row[0] = _mm512_setzero_si512();
  for (std::size_t j = 0; j < letters; ++j) row[j + 1] = _mm512_adds_epu8(row[j], weights[j]);

  const __m512i allowed = _mm512_set1_epi8(static_cast<char>(plan.allowed));
  for (const auto& readings : plan.characters) {
    for (std::size_t r = 0; r < readings.size(); ++r) {
      const __m512i price = _mm512_set1_epi8(static_cast<char>(readings[r].price));
      for (std::size_t j = 0; j <= letters; ++j) cost[j] = _mm512_adds_epu8(row[j], price);
      for (const SpokenPlan::Phone phone : readings[r].phones) {
        const __m512i weight = _mm512_set1_epi8(static_cast<char>(phone.weight));
        const __m512i* const change = changes[phone.changes];
        __m512i diagonal = cost[0], left = _mm512_adds_epu8(diagonal, weight);
        cost[0] = left;
        for (std::size_t j = 0; j < letters; ++j) {
          const __m512i written = _mm512_adds_epu8(diagonal, change[j]);
          diagonal = cost[j + 1];
          left = _mm512_min_epu8(_mm512_min_epu8(written, _mm512_adds_epu8(diagonal, weight)), _mm512_adds_epu8(left, weights[j]));
          cost[j + 1] = left;
        }
      }
      if (r == 0) std::swap(best, cost);
      else for (std::size_t j = 0; j <= letters; ++j) best[j] = _mm512_min_epu8(best[j], cost[j]);
    }
    __m512i least = best[0];
    for (std::size_t j = 1; j <= letters; ++j) least = _mm512_min_epu8(least, best[j]);
    std::swap(row, best);
    if (_mm512_cmple_epu8_mask(least, allowed) == 0) return 0;
  }
  return _mm512_cmple_epu8_mask(row[letters], allowed);
}

}  // namespace marque

#endif
