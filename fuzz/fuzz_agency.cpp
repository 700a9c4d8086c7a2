#include <algorithm>
#include <string>

#include "interchange/json_value.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "require.hpp"

using namespace marque;

namespace {

/// How many records a text must give where it is one list of objects; none where it is something else.
std::size_t objects_in(std::string_view text) {
  const auto value = parse_json(text);
  if (!value || !value->array()) return 0;
  const auto& items = *value->array();
  const bool plain = std::all_of(items.begin(), items.end(), [](const auto& item) { return item.object() != nullptr; });
  return plain ? items.size() : 0;
}

}  // namespace

// Any bytes as an agency's JSON: it ends, what is read survives the canonical form, and a list gives as many records as a
// parser of the whole finds objects in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text(data, size));
  const auto reader = read_records(text, "fuzz.json", RecordFormat::agency_json);
  if (!reader) return 0;
  std::size_t count = 0;
  bool failed = false;
  for (;;) {
    const auto next = (*reader)->next();
    failed = !next;
    if (!next || !*next) break;
    ++count;
    const ReadRecord& record = **next;
    fuzz::require(record.row == count && text.find(record.bytes) != std::string::npos);
    if (!record.entry) continue;
    std::vector<Error> warnings;
    const auto again = entry_from_json(to_json(*record.entry), warnings);
    fuzz::require(again.has_value() && *again == *record.entry);
  }
  if (const std::size_t expected = objects_in(text); expected > 0) fuzz::require(!failed && count == expected);
  return 0;
}
