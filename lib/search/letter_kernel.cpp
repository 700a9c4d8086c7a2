#include "search/letter_kernel.hpp"

#include <algorithm>

#include "scoring/weights.hpp"
#include "search/simd.hpp"

namespace marque {

namespace {

template <bool backwards>
bool next(const LetterColumn& letter, const LetterRow& above, const LeastRow& least, const OddMatches* odd, std::size_t lanes, LetterRow& row) {
  unsigned diagonal = 0, diagonal_matched = 0, best = 0, alive = 0;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    unsigned match = 0, jumped = 0;
    const unsigned credit = letter.credit[lane], link = letter.link[lane];
    if (credit != 0) {
      if (backwards) match = credit + std::max(diagonal, diagonal_matched);
      else match = credit + std::max(diagonal, diagonal_matched == 0 ? 0 : diagonal_matched + link);
    }
    if (odd != nullptr) {
      match = std::max<unsigned>(match, odd->plain[lane]);
      jumped = odd->jumped[lane];
    }
    best = std::max({best, unsigned{above.best[lane]}, match, jumped, diagonal + letter.in_place[lane]});
    const unsigned matched = std::max(backwards && match != 0 ? match + link : match, jumped);
    diagonal = above.best[lane];
    diagonal_matched = above.matched[lane];
    row.best[lane] = static_cast<LetterLane>(best >= least.best[lane] ? best : 0);
    row.matched[lane] = static_cast<LetterLane>(matched >= least.matched[lane] ? matched : 0);
    alive |= static_cast<unsigned>(best >= least.best[lane] || matched >= least.matched[lane]);
  }
  return alive != 0;
}

template <bool backwards>
NextLanes next_lanes(const LetterColumn& own, const LetterRow& row, const LeastRow& least, const LetterLanes& swapped, std::size_t lanes) {
  NextLanes found;
  unsigned diagonal = 0, diagonal_matched = 0, ahead = 0;   // ahead: two lanes before
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const unsigned link = own.link[lane], wanted = least.best[lane];
    const unsigned linked = backwards ? diagonal_matched : diagonal_matched == 0 ? 0 : diagonal_matched + link;
    const unsigned match = own.credit[lane] + std::max(diagonal, linked) + (backwards ? link : 0);
    const std::uint64_t bit = std::uint64_t{1} << lane;
    if (match >= least.matched[lane]) found.matched |= bit;
    if (diagonal + weights::vowel_in_place >= wanted) found.vowel |= bit;
    if (diagonal + weights::consonant_in_place >= wanted) found.consonant |= bit;
    found.any |= row.best[lane] >= wanted || diagonal + own.in_place[lane] >= wanted;
    if (ahead >= swapped[lane]) found.swapped |= bit;
    ahead = backwards ? std::max(diagonal, diagonal_matched) : diagonal;
    diagonal = row.best[lane];
    diagonal_matched = row.matched[lane];
  }
  return found;
}

}  // namespace

LetterKernel letter_kernel(bool backwards) {
#if defined(__x86_64__)
  if (best_isa() >= Isa::avx2) return letter_kernel_avx2(backwards);
#endif
  return backwards ? LetterKernel{next<true>, next_lanes<true>} : LetterKernel{next<false>, next_lanes<false>};
}

}  // namespace marque
