#include <algorithm>

#include "marque/logo/fingerprint.hpp"
#include "marque/logo/similarity.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as a stored fingerprint: an error, or one that is written as the same bytes and is wholly like itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stored = fuzz::bytes(data, size);
  const auto fingerprint = fingerprint_from_bytes(stored);
  if (!fingerprint) return 0;
  const auto written = to_bytes(*fingerprint);
  fuzz::require(std::equal(written.begin(), written.end(), stored.begin(), stored.end()));
  fuzz::require(compare(*fingerprint, *fingerprint).score == 1);
  return 0;
}
