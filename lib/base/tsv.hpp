#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace marque {

/// Calls `row(fields)` for each line of a table of knowledge that is neither empty nor a `#` comment.
/// The fields are views into the text, split at tabs. Meant for the project's own embedded tables:
/// it knows no quoting.
template <class Row>
void for_each_row(std::string_view table, Row&& row) {
  std::vector<std::string_view> fields;
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    fields.clear();
    for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1))
      fields.push_back(line.substr(0, tab));
    fields.push_back(line);
    row(static_cast<const std::vector<std::string_view>&>(fields));
  }
}

}  // namespace marque
