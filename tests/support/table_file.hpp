#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace marque::test {

/// The rows of a table in tests/tables, split at tabs; comment lines left out. Throws where the file is missing.
inline std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(std::string(MARQUE_TESTS_DIR) + "/tables/" + name);
  if (!file) throw std::runtime_error("no table " + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) fields.push_back(cell);
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace marque::test
