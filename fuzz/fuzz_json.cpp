#include "marque/interchange/application_json.hpp"
#include "marque/interchange/json.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as a record and as an application. A record that is read is written and read again: the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = fuzz::text(data, size);
  static_cast<void>(application_from_json(json));

  std::vector<Error> warnings;
  const auto entry = entry_from_json(json, warnings);
  if (!entry) return 0;
  const std::string written = to_json(*entry);
  fuzz::require(written.find('\n') == written.npos);
  warnings.clear();
  const auto again = entry_from_json(written, warnings);
  fuzz::require(again.has_value() && *again == *entry);
  fuzz::require(to_json(*again) == written);
  return 0;
}
