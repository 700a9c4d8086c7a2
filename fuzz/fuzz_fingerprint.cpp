#include <algorithm>

#include "marque/logo/fingerprint.hpp"
#include "marque/logo/similarity.hpp"
#include "require.hpp"
#include "sealed.hpp"

using namespace marque;

namespace {

void check(std::span<const std::byte> stored) {
  const auto fingerprint = fingerprint_from_bytes(stored);
  if (!fingerprint) return;
  const auto written = to_bytes(*fingerprint);
  fuzz::require(std::equal(written.begin(), written.end(), stored.begin(), stored.end()));
  fuzz::require(compare(*fingerprint, *fingerprint).score == 1);
}

}  // namespace

// Any bytes as a stored fingerprint, as they are and sealed: an error, or one that is written as the same bytes and is
// wholly like itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stored = fuzz::bytes(data, size);
  check(stored);
  check(fuzz::sealed(stored));
  return 0;
}
