// Reads pairs of files that give one mark in ST.66 and in ST.96 (NAME-ST66.xml, NAME-ST96.xml) and prints the members in which
// they differ, each with its reason. usage: office_pairs FOLDER. Ends in 1 where a file cannot be read, or where a member differs
// and nobody knows why.

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

/// Why a member differs in the USPTO's own files: a fact of the files, not of the readers.
struct Reason {
  std::string_view file;  ///< empty: in any
  std::string_view member, why;
};

constexpr Reason reasons[] = {
    {"", "image", "only the answer in ST.96 names the file of the picture"},
    {"rn2713476", "owners", "the two answers are of different days, and the registrant's address changed in between"},
};

std::string_view reason_of(const std::string& file, const std::string& difference) {
  for (const Reason& reason : reasons)
    if (file.starts_with(reason.file) && difference.starts_with(std::string(reason.member) + ":")) return reason.why;
  return {};
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
    for (const std::string& difference : found) {
      const std::string_view why = reason_of(file.path().filename().string(), difference);
      std::printf("  %s\n    %.*s\n", difference.c_str(), static_cast<int>(why.size()), why.data());
      equal = equal && !why.empty();
    }
  }
  return equal ? 0 : 1;
}
