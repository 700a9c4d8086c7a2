#include "interchange/office/reading.hpp"

#include <algorithm>
#include <map>

#include "interchange/json_value.hpp"
#include "marque/interchange/json.hpp"

namespace marque::test {
namespace {

std::map<std::string, std::string> members_of(const Entry& entry) {
  std::map<std::string, std::string> members;
  const auto value = parse_json(to_json(entry));
  for (const auto& member : *value->object()) members.emplace(member.name, member.value.to_json());
  return members;
}

}  // namespace

std::vector<ReadRecord> records_of(std::string bytes, std::optional<RecordFormat> format, const DocumentLimits& limits) {
  std::vector<ReadRecord> records;
  auto reader = read_records(std::move(bytes), "source", format, limits);
  if (!reader) {
    records.push_back({0, {}, reader.error()});
    return records;
  }
  for (;;) {
    auto next = (*reader)->next();
    if (!next) records.push_back({0, {}, next.error()});
    if (!next || !*next) return records;
    records.push_back(std::move(**next));
  }
}

std::vector<std::string> differences(const Entry& a, const Entry& b, const std::vector<std::string_view>& aside) {
  const auto first = members_of(a), second = members_of(b);
  std::map<std::string, std::pair<std::string, std::string>> both;
  for (const auto& [name, value] : first) both[name].first = value;
  for (const auto& [name, value] : second) both[name].second = value;
  std::vector<std::string> found;
  for (const auto& [name, values] : both)
    if (values.first != values.second && std::find(aside.begin(), aside.end(), name) == aside.end())
      found.push_back(name + ": " + values.first + " | " + values.second);
  return found;
}

}  // namespace marque::test
