#include <string>

#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/interchange/st96.hpp"
#include "require.hpp"

using namespace marque;

namespace {

/// The first record of an ST.96 document around one mark.
Entry read_back(const std::string& element) {
  const auto reader = read_records(std::string(st96_header()) + element + std::string(st96_footer()), "again.xml", RecordFormat::st96);
  fuzz::require(reader.has_value());
  const auto next = (*reader)->next();
  fuzz::require(next.has_value() && next->has_value() && (*next)->entry.has_value());
  return *(*next)->entry;
}

void check(const ReadRecord& record, std::size_t size) {
  fuzz::require(record.bytes.size() <= size);
  if (!record.entry || record.lacking) return;
  std::vector<Error> warnings;
  const auto again = entry_from_json(to_json(*record.entry), warnings);
  fuzz::require(again.has_value() && *again == *record.entry);
  if (const auto element = to_st96(*record.entry)) fuzz::require(read_back(*element) == *record.entry);
}

}  // namespace

// Any bytes as an office's XML: it ends, rows ascend, and what is read survives JSON and ST.96.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reader = read_records(std::string(fuzz::text(data, size)), "fuzz.xml");
  if (!reader) return 0;
  std::uint64_t row = 0;
  for (;;) {
    const auto next = (*reader)->next();
    if (!next || !*next) break;
    fuzz::require((*next)->row > row);
    row = (*next)->row;
    check(**next, size);
  }
  return 0;
}
