#include "search/character_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "search/table_layout.hpp"

#define MARQUE_AVX512 [[gnu::target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vpopcntdq")]]

namespace marque {

namespace {

/// A table of 256 bytes in registers, looked up with 64 bytes at once.
struct Lookup {
  __m512i quarters[4];

  MARQUE_AVX512 explicit Lookup(const std::array<std::uint8_t, 256>& table) {
    for (std::size_t i = 0; i < 4; ++i) quarters[i] = _mm512_load_si512(table.data() + 64 * i);
  }

  MARQUE_AVX512 __m512i operator()(const std::uint8_t* keys) const {
    const __m512i key = _mm512_loadu_si512(keys);
    const __m512i low = _mm512_permutex2var_epi8(quarters[0], key, quarters[1]);
    const __m512i high = _mm512_permutex2var_epi8(quarters[2], key, quarters[3]);
    return _mm512_mask_blend_epi8(_mm512_movepi8_mask(key), low, high);
  }
};

}  // namespace

MARQUE_AVX512 void select_rows_avx512(const std::uint8_t* classes, std::size_t columns, const ClassDeficits& deficits,
                                      std::span<const BlockTask> tasks, std::uint64_t* alive) {
  const Lookup sound(deficits.sound), shape(deficits.shape);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const std::uint8_t* column = classes + std::size_t{tasks[i].block} * columns * 2 * block_rows;
    const __m512i allowed = _mm512_set1_epi8(static_cast<char>(tasks[i].allowed));
    __m512i lacking = _mm512_setzero_si512();
    for (std::size_t j = 0; j < columns; ++j, column += 2 * block_rows)
      lacking = _mm512_adds_epu8(lacking, _mm512_max_epu8(sound(column), shape(column + block_rows)));
    alive[i] = _mm512_cmple_epu8_mask(lacking, allowed);
  }
}

}  // namespace marque

#endif
