#include "search/letter_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "scoring/weights.hpp"

#define MARQUE_AVX2 [[gnu::target("avx2")]]

namespace marque {

namespace {

using Lanes = __m256i;

MARQUE_AVX2 inline Lanes load(const LetterLanes& lanes, std::size_t at) { return _mm256_load_si256(reinterpret_cast<const Lanes*>(lanes.data() + at)); }
MARQUE_AVX2 inline void store(LetterLanes& lanes, std::size_t at, Lanes values) { _mm256_store_si256(reinterpret_cast<Lanes*>(lanes.data() + at), values); }

/// Every value one lane on; the first is the last one of those before.
MARQUE_AVX2 inline Lanes moved_on(Lanes before, Lanes values) {
  return _mm256_alignr_epi8(values, _mm256_permute2x128_si256(before, values, 0x21), 14);
}

MARQUE_AVX2 inline Lanes last_of_each_half(Lanes values) {
  const Lanes last = _mm256_set1_epi16(0x0f0e);
  return _mm256_shuffle_epi8(values, last);
}

/// The greatest up to every lane, and of those before.
MARQUE_AVX2 inline Lanes greatest_so_far(Lanes before, Lanes values) {
  values = _mm256_max_epu16(values, _mm256_slli_si256(values, 2));
  values = _mm256_max_epu16(values, _mm256_slli_si256(values, 4));
  values = _mm256_max_epu16(values, _mm256_slli_si256(values, 8));
  const Lanes lower = _mm256_permute2x128_si256(values, values, 0x08);   // nothing, then the lower half
  return _mm256_max_epu16(_mm256_max_epu16(values, last_of_each_half(lower)), before);
}

MARQUE_AVX2 inline Lanes greatest(Lanes values) {   // of values that never fall, in every lane
  return last_of_each_half(_mm256_permute2x128_si256(values, values, 0x11));
}

MARQUE_AVX2 inline Lanes at_least(Lanes values, Lanes least) { return _mm256_cmpeq_epi16(_mm256_max_epu16(values, least), values); }

template <bool backwards>
MARQUE_AVX2 bool next(const LetterColumn& letter, const LetterRow& above, const LeastRow& least, const OddMatches* odd, std::size_t lanes,
                      LetterRow& row) {
  const Lanes zero = _mm256_setzero_si256();
  Lanes best_before = zero, matched_before = zero, so_far = zero, alive = zero;
  for (std::size_t at = 0; at < lanes; at += lanes_at_once) {
    const Lanes above_best = load(above.best, at), above_matched = load(above.matched, at);
    const Lanes credit = load(letter.credit, at), link = load(letter.link, at);
    const Lanes diagonal = moved_on(best_before, above_best);
    Lanes linked = moved_on(matched_before, above_matched);
    if (!backwards) linked = _mm256_add_epi16(linked, _mm256_andnot_si256(_mm256_cmpeq_epi16(linked, zero), link));
    Lanes match = _mm256_add_epi16(credit, _mm256_max_epu16(diagonal, linked));
    match = _mm256_andnot_si256(_mm256_cmpeq_epi16(credit, zero), match);
    Lanes jumped = zero;
    if (odd != nullptr) {
      match = _mm256_max_epu16(match, load(odd->plain, at));
      jumped = load(odd->jumped, at);
    }
    Lanes best = _mm256_max_epu16(above_best, _mm256_add_epi16(diagonal, load(letter.in_place, at)));
    best = greatest_so_far(so_far, _mm256_max_epu16(best, _mm256_max_epu16(match, jumped)));
    so_far = greatest(best);
    Lanes matched = match;
    if (backwards) matched = _mm256_max_epu16(_mm256_add_epi16(match, link), jumped);
    else matched = _mm256_max_epu16(match, jumped);
    const Lanes best_alive = at_least(best, load(least.best, at)), matched_alive = at_least(matched, load(least.matched, at));
    alive = _mm256_or_si256(alive, _mm256_or_si256(best_alive, matched_alive));
    store(row.best, at, _mm256_and_si256(best, best_alive));
    store(row.matched, at, _mm256_and_si256(matched, matched_alive));
    best_before = above_best;
    matched_before = above_matched;
  }
  return _mm256_testz_si256(alive, alive) == 0;
}

MARQUE_AVX2 inline std::uint64_t bits(Lanes lanes) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1))));
}

template <bool backwards>
MARQUE_AVX2 NextLanes next_lanes(const LetterColumn& own, const LetterRow& row, const LeastRow& least, const LetterLanes& swapped, std::size_t lanes) {
  NextLanes found;
  const Lanes zero = _mm256_setzero_si256();
  const Lanes vowel = _mm256_set1_epi16(weights::vowel_in_place), consonant = _mm256_set1_epi16(weights::consonant_in_place);
  Lanes best_before = zero, matched_before = zero, ahead_before = zero, any = zero;
  for (std::size_t at = 0; at < lanes; at += lanes_at_once) {
    const Lanes best = load(row.best, at), matched = load(row.matched, at), link = load(own.link, at), wanted = load(least.best, at);
    const Lanes diagonal = moved_on(best_before, best);
    Lanes linked = moved_on(matched_before, matched);
    if (!backwards) linked = _mm256_add_epi16(linked, _mm256_andnot_si256(_mm256_cmpeq_epi16(linked, zero), link));
    Lanes match = _mm256_add_epi16(load(own.credit, at), _mm256_max_epu16(diagonal, linked));
    if (backwards) match = _mm256_add_epi16(match, link);
    any = _mm256_or_si256(any, _mm256_or_si256(at_least(best, wanted), at_least(_mm256_add_epi16(diagonal, load(own.in_place, at)), wanted)));
    found.matched |= bits(at_least(match, load(least.matched, at))) << at;
    found.vowel |= bits(at_least(_mm256_add_epi16(diagonal, vowel), wanted)) << at;
    found.consonant |= bits(at_least(_mm256_add_epi16(diagonal, consonant), wanted)) << at;
    const Lanes ahead = backwards ? _mm256_max_epu16(diagonal, linked) : diagonal;
    found.swapped |= bits(at_least(moved_on(ahead_before, ahead), load(swapped, at))) << at;
    best_before = best;
    matched_before = matched;
    ahead_before = ahead;
  }
  found.any = _mm256_testz_si256(any, any) == 0;
  return found;
}

}  // namespace

LetterKernel letter_kernel_avx2(bool backwards) {
  return backwards ? LetterKernel{next<true>, next_lanes<true>} : LetterKernel{next<false>, next_lanes<false>};
}

}  // namespace marque

#endif
