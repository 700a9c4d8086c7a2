#include "marque/snapshot/record.hpp"
#include "require.hpp"
#include "sealed.hpp"

using namespace marque;

namespace {

void check(std::span<const std::byte> stored) {
  const auto entry = from_record(stored);
  if (!entry) return;
  const auto again = from_record(to_record(*entry));
  fuzz::require(again.has_value() && *again == *entry);
}

}  // namespace

// Any bytes as a stored record, as they are and sealed: an error, or an entry that is written and read again the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stored = fuzz::bytes(data, size);
  check(stored);
  check(fuzz::sealed(stored));
  return 0;
}
