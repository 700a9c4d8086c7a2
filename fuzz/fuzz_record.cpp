#include <vector>

#include "marque/base/digest.hpp"
#include "marque/snapshot/record.hpp"
#include "require.hpp"

using namespace marque;

namespace {

void check(std::span<const std::byte> stored) {
  const auto entry = from_record(stored);
  if (!entry) return;
  const auto again = from_record(to_record(*entry));
  fuzz::require(again.has_value() && *again == *entry);
}

}  // namespace

// Any bytes as a stored record, as they are and with the checksum that they need to be looked at (FORMAT.md: CRC-32C,
// little-endian, at the end): an error, or an entry that is written and read again the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stored = fuzz::bytes(data, size);
  check(stored);
  std::vector<std::byte> sealed(stored.begin(), stored.end());
  for (std::uint32_t crc = crc32c(stored), i = 0; i < 4; ++i, crc >>= 8) sealed.push_back(static_cast<std::byte>(crc & 0xff));
  check(sealed);
  return 0;
}
