// Reads pairs of files that give one mark in ST.66 and in ST.96 (NAME-ST66.xml, NAME-ST96.xml) and prints the members in which
// they differ. usage: office_pairs FOLDER. Ends in 1 where a file cannot be read or a member differs.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "interchange/office/reading.hpp"

using namespace marque;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_good(const std::vector<ReadRecord>& records, const std::filesystem::path& path) {
  if (records.size() == 1 && records.front().entry) return true;
  std::printf("%s: %zu records%s%s\n", path.filename().c_str(), records.size(), records.empty() ? "" : ", ",
              records.empty() || records.front().entry ? "" : to_string(records.front().entry.error()).c_str());
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: office_pairs FOLDER\n", stderr), 2;
  bool equal = true;
  for (const auto& file : std::filesystem::directory_iterator(argv[1])) {
    const std::string path = file.path().string();
    const std::size_t cut = path.rfind("ST66.xml");
    if (cut == std::string::npos) continue;
    const auto old = test::records_of(bytes_of(path)), young = test::records_of(bytes_of(path.substr(0, cut) + "ST96.xml"));
    if (!is_good(old, path) || !is_good(young, path.substr(0, cut) + "ST96.xml")) {
      equal = false;
      continue;
    }
    const auto found = test::differences(*old.front().entry, *young.front().entry, {"raw", "source", "row"});
    std::printf("%s: %zu members differ\n", file.path().filename().c_str(), found.size());
    for (const std::string& difference : found) std::printf("  %s\n", difference.c_str());
    equal = equal && found.empty();
  }
  return equal ? 0 : 1;
}
