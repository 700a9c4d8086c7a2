#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "require.hpp"

// Runs a fuzz target over stored inputs, with any compiler: `replay_json corpus/json`. A crash names its file.
int main(int count, char** arguments) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < count; ++i) {
    for (const auto& item : std::filesystem::directory_iterator(arguments[i])) files.push_back(item.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string input(std::istreambuf_iterator<char>(file), {});
    std::cout << path.filename().string() << std::endl;
    try {
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    } catch (const std::exception& fault) {
      std::cerr << "thrown: " << fault.what() << '\n';
      return 1;
    }
  }
  return files.empty() ? 1 : 0;
}
