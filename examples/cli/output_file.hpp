#pragma once

#include <string>

namespace marque::cli {

/// A file in a folder of its own, for libraries that write files only; gone with the object.
class OutputFile {
 public:
  explicit OutputFile(const std::string& name);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;

  const std::string& path() const noexcept { return path_; }

  /// Its bytes on stdout.
  void print() const;

 private:
  std::string folder_, path_;
};

}  // namespace marque::cli
