#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace marque::test {

/// The rows of tests/tables/NAME, split at tabs; comments and empty lines left out.
inline std::vector<std::vector<std::string>> table(const std::string& name) {
  std::ifstream file(std::string(MARQUE_TESTS_DIR) + "/tables/" + name);
  if (!file) throw std::runtime_error("no table " + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace marque::test
