#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/temporary_folder.hpp"

namespace marque::test {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using Strings = std::vector<std::string>;

/// How a run of a program ended.
struct Ended {
  int code = -1;  ///< exit code; -1 where a signal ended it
  std::string out, err;

  Strings lines() const;  ///< of stdout
};

/// A folder of its own in which `marque` is run: relative paths of arguments lie in it.
class Workplace {
 public:
  /// Runs `marque`. The clock is 2026-06-01 unless the arguments name another; the language is English, there is no terminal.
  Ended marque(Strings arguments, std::string_view input = {}) const;
  Ended program(const std::string& path, Strings arguments, std::string_view input = {}) const;

  /// Makes a register and imports `lines` of JSON into it.
  void registry(const std::string& name, std::string_view lines) const;

  void write(const std::string& name, std::string_view bytes) const;
  std::string read(const std::string& name) const;
  std::string path(const std::string& name) const { return folder_ / name; }
  bool has(const std::string& name) const;

 private:
  TemporaryFolder folder_;
};

Strings lines_of(const std::string& text);
Strings fields_of(const std::string& row);  ///< split at tabs

}  // namespace marque::test
