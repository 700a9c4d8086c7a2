#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace marque {

/// Where a record comes from, and what of its source could not be placed in the model.
struct Provenance {
  std::string source{};                ///< file, register or program that gave it; empty where entered by hand
  std::optional<std::uint64_t> row{};  ///< 1-based record in that file
  std::string note{};                  ///< a remark that must travel with the record
  bool generated = false;              ///< made by a program for demonstration: no right in the world

  /// Members of the source kept as they were, because the model has no place for them or could not read them.
  std::vector<std::pair<std::string, std::string>> raw{};

  bool operator==(const Provenance&) const = default;
};

}  // namespace marque
