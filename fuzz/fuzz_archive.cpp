#include <string>

#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as an archive or a workbook: it ends within the limits, and what is read survives JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  DocumentLimits limits;
  limits.stream_bytes = 4u << 20;
  limits.archive_entries = 64;
  const auto reader = read_records("PK\x03\x04" + std::string(fuzz::text(data, size)), "fuzz.zip", {}, limits);
  const auto as_it_is = read_records(std::string(fuzz::text(data, size)), "fuzz.zip", {}, limits);
  for (const auto* opened : {&reader, &as_it_is}) {
    if (!*opened) continue;
    for (;;) {
      const auto next = (**opened)->next();
      if (!next || !*next) break;
      fuzz::require((**opened)->bytes_read() <= limits.stream_bytes);
      if (!(*next)->entry || (*next)->lacking) continue;
      std::vector<Error> warnings;
      const auto again = entry_from_json(to_json(*(*next)->entry), warnings);
      fuzz::require(again.has_value() && *again == *(*next)->entry);
    }
  }
  return 0;
}
