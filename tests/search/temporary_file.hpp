#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

/// A path that nothing has, and whatever is written there until the test ends.
struct TemporaryFile {
  std::string path = (std::filesystem::temp_directory_path() / ("marque-index-" + std::to_string(std::random_device{}()))).string();
  ~TemporaryFile() { std::remove(path.c_str()); }

  std::string bytes() const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }
};
