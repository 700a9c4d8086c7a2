#include "search/phone_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#define MARQUE_AVX2 [[gnu::target("avx2")]]

namespace marque {

namespace {

constexpr std::size_t most_places = transcription::most_letters + 1;
constexpr std::size_t lanes = 32;

/// A chain of eight shuffles with keys falling by 16, whose tables hold the differences (xor) that undo what the shuffles before
/// have given: a shuffle gives nothing for a key whose top bit is set.
MARQUE_AVX2 void look_up(const std::array<std::uint8_t, phone_codes>& table, const std::uint8_t* columns, std::size_t from,
                         std::size_t to, __m256i* found) {
  constexpr std::size_t parts = phone_codes / 16;
  __m256i rows[parts];
  for (std::size_t i = 0; i < parts; ++i) {
    __m128i row = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data() + 16 * i));
    if (i > 0) row = _mm_xor_si128(row, _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data() + 16 * (i - 1))));
    rows[i] = _mm256_broadcastsi128_si256(row);
  }
  const __m256i step = _mm256_set1_epi8(16);
  for (std::size_t j = from; j < to; ++j) {
    __m256i key = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(columns + j * block_rows)), value = _mm256_shuffle_epi8(rows[0], key);
    for (std::size_t i = 1; i < parts; ++i) {
      key = _mm256_sub_epi8(key, step);
      value = _mm256_xor_si256(value, _mm256_shuffle_epi8(rows[i], key));
    }
    found[j] = value;
  }
}

MARQUE_AVX2 std::uint32_t within(__m256i cost, __m256i allowed) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_subs_epu8(cost, allowed), _mm256_setzero_si256())));
}

MARQUE_AVX2 std::uint32_t align(const std::uint8_t* columns, std::size_t letters, const SpokenPlan& plan) {
  __m256i weights[most_places], with[most_places], cost[most_places];
  look_up(plan.weights, columns, 0, letters, weights);
  cost[0] = _mm256_setzero_si256();
  for (std::size_t j = 0; j < letters; ++j) cost[j + 1] = _mm256_adds_epu8(cost[j], weights[j]);

  const __m256i allowed = _mm256_set1_epi8(static_cast<char>(plan.allowed));
  std::size_t phone = 0, from = 0;   // before `from` every row costs too much already, and so does what goes on from there
  for (const std::size_t end : plan.ends) {
    for (; phone < end; ++phone) {
      look_up(plan.phones[phone].with, columns, from, letters, with);
      const __m256i without = _mm256_set1_epi8(static_cast<char>(plan.phones[phone].without));
      __m256i diagonal = cost[from], left = _mm256_adds_epu8(diagonal, without);
      cost[from] = left;
      for (std::size_t j = from; j < letters; ++j) {
        const __m256i written = _mm256_adds_epu8(diagonal, with[j]);
        diagonal = cost[j + 1];
        left = _mm256_min_epu8(_mm256_min_epu8(written, _mm256_adds_epu8(diagonal, without)), _mm256_adds_epu8(left, weights[j]));
        cost[j + 1] = left;
      }
    }
    while (within(cost[from], allowed) == 0) {
      if (from++ == letters) return 0;
    }
  }
  return within(cost[letters], allowed);
}

}  // namespace

MARQUE_AVX2 std::uint64_t align_phones_avx2(std::span<const std::uint8_t> columns, const SpokenPlan& plan) {
  const std::size_t letters = columns.size() / block_rows;
  return align(columns.data(), letters, plan) | std::uint64_t{align(columns.data() + lanes, letters, plan)} << lanes;
}

}  // namespace marque

#endif
