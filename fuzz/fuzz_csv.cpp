#include <string>

#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as a register table: it ends, rows ascend, and what is read can be written and read as JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reader = read_records(std::string(fuzz::text(data, size)), "fuzz.csv", RecordFormat::csv);
  if (!reader) return 0;
  std::uint64_t row = 0;
  for (;;) {
    const auto next = (*reader)->next();
    if (!next || !*next) break;
    const ReadRecord& record = **next;
    fuzz::require(record.row > row && record.bytes.size() <= size);
    row = record.row;
    if (!record.entry) continue;
    std::vector<Error> warnings;
    const auto again = entry_from_json(to_json(*record.entry), warnings);
    fuzz::require(again.has_value() && *again == *record.entry);
  }
  fuzz::require((*reader)->bytes_read() <= (*reader)->bytes_total());
  return 0;
}
