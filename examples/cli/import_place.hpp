#pragma once

#include <optional>
#include <string>

#include "marque/interchange/import.hpp"

namespace marque::cli {

/// How far an import of a file came, kept beside the register (`R.import`) while it runs, so that `--resume` can go on with
/// it. Written after each transaction: a crash in between costs that batch being read once more, which changes nothing.
class ImportPlace {
 public:
  ImportPlace(std::string register_path, std::string file) : path_(std::move(register_path) + ".import"), file_(std::move(file)) {}

  /// The place of this very file (by name, size and time of change); nothing where no import of it was stopped.
  std::optional<ImportPosition> load() const;
  void keep(const ImportPosition& position) const;
  void forget() const;

 private:
  std::string path_, file_;
};

}  // namespace marque::cli
