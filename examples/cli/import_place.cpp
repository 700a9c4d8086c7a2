#include "import_place.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace marque::cli {

namespace {

/// Name, size and time of change of a file, as one line.
std::string description_of(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  std::ostringstream line;
  line << std::filesystem::absolute(file).lexically_normal().string() << '\t' << status.st_size << '\t' << status.st_mtim.tv_sec << '.'
       << status.st_mtim.tv_nsec;
  return line.str();
}

}  // namespace

std::optional<ImportPosition> ImportPlace::load() const {
  std::ifstream in(path_);
  std::string description;
  ImportPosition position;
  if (!std::getline(in, description) || !(in >> position.import >> position.records)) return {};
  return description == description_of(file_) ? std::optional(position) : std::nullopt;
}

void ImportPlace::keep(const ImportPosition& position) const {
  const std::string fresh = path_ + ".new";
  {
    std::ofstream out(fresh, std::ios::trunc);
    out << description_of(file_) << '\n' << position.import << ' ' << position.records << '\n';
    if (!out.flush()) return;
  }
  std::error_code ignored;
  std::filesystem::rename(fresh, path_, ignored);
}

void ImportPlace::forget() const {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace marque::cli
