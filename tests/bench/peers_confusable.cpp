// How many labelled pairs ICU's spoof checker (UTS #39) calls confusable, and how long it takes:
//
//     peers_confusable PAIRS
#include <unicode/uspoof.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

#include "words_data.hpp"

namespace {

/// Pairs of one script and label.
struct Count {
  int pairs = 0, confusable = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: peers_confusable PAIRS\n", stderr);
    return 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker* const checker = uspoof_open(&status);
  const auto pairs = bench::read_pairs(argv[1]);
  std::map<std::string, Count> counts;
  const auto start = std::chrono::steady_clock::now();
  for (const bench::LabelledPair& pair : pairs) {
    const std::int32_t confusable =
        uspoof_areConfusableUTF8(checker, pair.a.data(), static_cast<std::int32_t>(pair.a.size()), pair.b.data(),
                                 static_cast<std::int32_t>(pair.b.size()), &status);
    Count& count = counts[std::string(name_of(pair.script)) + (pair.similar ? " similar" : " not similar")];
    ++count.pairs;
    count.confusable += confusable != 0 ? 1 : 0;
  }
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
  uspoof_close(checker);
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "ICU: %s\n", u_errorName(status));
    return 1;
  }
  for (const auto& [kind, count] : counts)
    std::printf("  ICU uspoof     %-18s %3d of %3d confusable\n", kind.c_str(), count.confusable, count.pairs);
  std::printf("  ICU uspoof     %.2f µs a pair\n", taken.count() / static_cast<double>(pairs.size()));
}
