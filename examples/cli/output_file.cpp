#include "output_file.hpp"

#include <stdlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "program.hpp"

namespace marque::cli {

OutputFile::OutputFile(const std::string& name) {
  std::string pattern = (std::filesystem::temp_directory_path() / "marque.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw Failure{Error{ErrorCode::storage, "no folder for a temporary file: " + std::string(std::strerror(errno))}.in_file(pattern)};
  folder_ = pattern;
  path_ = folder_ + '/' + name;
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void OutputFile::print() const {
  std::ifstream in(path_, std::ios::binary);
  std::array<char, 1 << 16> block;
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    cli::print({block.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) throw Failure{Error{ErrorCode::storage, "the temporary file cannot be read"}.in_file(path_)};
}

}  // namespace marque::cli
