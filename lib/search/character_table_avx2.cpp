#include "search/character_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "search/table_layout.hpp"

#define MARQUE_AVX2 [[gnu::target("avx2")]]

namespace marque {

namespace {

constexpr std::size_t lanes = 32;

/// A table of 256 bytes, looked up with 32 bytes at once. A shuffle gives nothing for a key whose top bit is set; so
/// each half is a chain of eight shuffles with keys falling by 16, whose tables hold the differences (xor) that undo
/// what the shuffles before have given.
class Lookup {
 public:
  MARQUE_AVX2 explicit Lookup(const std::array<std::uint8_t, 256>& table) {
    for (std::size_t i = 0; i < 16; ++i) {
      __m128i row = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data() + 16 * i));
      if (i % 8 != 0) row = _mm_xor_si128(row, _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data() + 16 * (i - 1))));
      rows_[i] = _mm256_broadcastsi128_si256(row);
    }
  }

  MARQUE_AVX2 __m256i operator()(const std::uint8_t* keys) const {
    const __m256i key = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(keys));
    const __m256i other = _mm256_xor_si256(key, _mm256_set1_epi8(static_cast<char>(0x80)));
    return _mm256_xor_si256(half(rows_, key), half(rows_ + 8, other));
  }

 private:
  MARQUE_AVX2 static __m256i half(const __m256i* rows, __m256i key) {
    const __m256i step = _mm256_set1_epi8(16);
    __m256i value = _mm256_shuffle_epi8(rows[0], key);
    for (std::size_t i = 1; i < 8; ++i) {
      key = _mm256_subs_epi8(key, step);
      value = _mm256_xor_si256(value, _mm256_shuffle_epi8(rows[i], key));
    }
    return value;
  }

  __m256i rows_[16];
};

MARQUE_AVX2 std::uint32_t within(__m256i lacking, __m256i allowed) {
  const __m256i more = _mm256_subs_epu8(lacking, allowed);
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(more, _mm256_setzero_si256())));
}

}  // namespace

MARQUE_AVX2 void select_rows_avx2(const std::uint8_t* classes, std::span<const ClassDeficits* const> columns,
                                  std::span<const BlockTask> tasks, std::uint64_t* alive) {
  // Column by column, so that its tables are laid out once; what the columns before lack is kept meanwhile.
  alignas(32) std::array<std::array<std::uint8_t, block_rows>, group_blocks> lacking;
  for (std::size_t i = 0; i < tasks.size(); ++i) alive[i] = ~std::uint64_t{0};
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const Lookup sound(columns[j]->sound), shape(columns[j]->shape);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      if (alive[i] == 0) continue;
      const __m256i allowed = _mm256_set1_epi8(static_cast<char>(tasks[i].allowed));
      const std::uint64_t before = alive[i];
      alive[i] = 0;
      for (std::size_t half = 0; half < block_rows; half += lanes) {
        if ((before >> half & 0xffffffffu) == 0) continue;
        const std::uint8_t* const column = classes + (std::size_t{tasks[i].block} * columns.size() + j) * 2 * block_rows + half;
        auto* const kept = reinterpret_cast<__m256i*>(lacking[i].data() + half);
        __m256i sum = _mm256_max_epu8(sound(column), shape(column + block_rows));
        if (j > 0) sum = _mm256_adds_epu8(sum, _mm256_load_si256(kept));
        _mm256_store_si256(kept, sum);
        alive[i] |= std::uint64_t{within(sum, allowed)} << half;
      }
    }
  }
}

}  // namespace marque

#endif
