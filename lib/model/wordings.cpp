#include "model/wordings.hpp"

#include <map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_wordings)

namespace marque {

namespace {

using Wordings = std::map<std::pair<std::string_view, std::string_view>, std::string_view>;

Wordings read_wordings() {
  Wordings wordings;
  for_each_row(embedded(marque_wordings, marque_wordings_end), [&](const auto& row) {
    wordings[{row.at(0), row.at(1)}] = row.at(2);
  });
  return wordings;
}

}  // namespace

std::string_view meaning_of_wording(std::string_view what, std::string_view key) {
  static const Wordings wordings = read_wordings();
  const auto found = wordings.find({what, key});
  return found == wordings.end() ? std::string_view{} : found->second;
}

}  // namespace marque
