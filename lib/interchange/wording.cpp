#include "interchange/wording.hpp"

#include <unordered_map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_wording)

namespace marque {
namespace {

using Phrases = std::unordered_map<std::string_view, std::pair<std::string_view, std::string_view>>;

const Phrases& phrases() {
  static const Phrases table = [] {
    Phrases made;
    for_each_row(embedded(marque_wording, marque_wording_end), [&](const auto& fields) {
      made.emplace(fields[0], std::pair{fields[1], fields[2]});
    });
    return made;
  }();
  return table;
}

}  // namespace

std::string_view wording(std::string_view key, Language language) {
  const auto found = phrases().find(key);
  if (found == phrases().end()) return key;
  return language == Language::zh ? found->second.first : found->second.second;
}

std::string wording(std::string_view key, Language language, std::string_view value) {
  std::string text(wording(key, language));
  if (const std::size_t gap = text.find("{}"); gap != std::string::npos) text.replace(gap, 2, value);
  return text;
}

}  // namespace marque
