// Lists of divisions: what was read has real codes and years in order, and is read again from a list written of it.

#include "marque/interchange/division_list.hpp"
#include "require.hpp"

using namespace marque;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = read_division_list(bytes, "list");
  if (!read) return 0;
  fuzz::require(!read->divisions.empty() || read->below_county > 0);
  fuzz::require(read->bad.size() <= read->bad_count);
  std::string again = "code,name,from,to,successors\n";
  for (const Division& division : read->divisions) {
    fuzz::require(division.to == 0 || division.from <= division.to);
    std::string name, successors;
    for (const char c : division.name) name += c == '"' ? std::string("\"\"") : std::string(1, c);
    for (const AreaCode code : division.successors) successors += code.to_string() + ";";
    again += division.code.to_string() + ",\"" + name + "\"," + (division.from ? std::to_string(division.from) : "") + "," +
             (division.to ? std::to_string(division.to) : "") + "," + successors + "\n";
  }
  if (read->divisions.empty()) return 0;
  const auto same = read_division_list(again, "list");
  fuzz::require(same && same->bad_count == 0 && same->divisions == read->divisions);
  return 0;
}
