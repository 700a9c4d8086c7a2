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

MARQUE_AVX512 void select_rows_avx512(const std::uint8_t* classes, std::span<const ClassDeficits* const> columns,
                                      std::span<const BlockTask> tasks, std::uint64_t* alive) {
  // Column by column, so that its tables stay in registers; what the columns before lack is kept meanwhile.
  alignas(64) std::array<std::array<std::uint8_t, block_rows>, group_blocks> lacking;
  for (std::size_t i = 0; i < tasks.size(); ++i) alive[i] = ~std::uint64_t{0};
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const Lookup sound(columns[j]->sound), shape(columns[j]->shape);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const std::uint8_t* const column = classes + (std::size_t{tasks[i].block} * columns.size() + j) * 2 * block_rows;
      __m512i sum = _mm512_max_epu8(sound(column), shape(column + block_rows));
      if (j > 0) sum = _mm512_adds_epu8(sum, _mm512_load_si512(lacking[i].data()));
      if (j + 1 < columns.size()) _mm512_store_si512(lacking[i].data(), sum);
      else alive[i] = _mm512_cmple_epu8_mask(sum, _mm512_set1_epi8(static_cast<char>(tasks[i].allowed)));
    }
  }
}

}  // namespace marque

#endif
