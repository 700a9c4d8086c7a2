// Holds the JSON layer against JSONTestSuite (nst/JSONTestSuite, test_parsing). usage: json_suite FOLDER
// Files y_* must be accepted, but for those that fall to a limit of ours, named below with its code; n_* must be rejected;
// i_* may be either. Ends in 1 otherwise.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "interchange/json_value.hpp"

using namespace marque;

namespace {

const std::map<std::string, ErrorCode> ours = {
    {"y_object_duplicated_key.json", ErrorCode::malformed},            // a member twice in an object
    {"y_object_duplicated_key_and_value.json", ErrorCode::malformed},  // the same
    {"y_number_double_close_to_zero.json", ErrorCode::limit_exceeded},  // 81 characters of number
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: json_suite FOLDER\n", stderr), 2;
  std::size_t accepted = 0, valid = 0, rejected = 0, invalid = 0, either = 0, wrong = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    const std::string name = entry.path().filename().string();
    if (name.size() < 2 || name[1] != '_') continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const auto value = parse_json(std::string(std::istreambuf_iterator<char>(in), {}));
    const auto limit = ours.find(name);
    bool right = true;
    if (name[0] == 'y') {
      ++valid;
      accepted += value.has_value();
      right = limit == ours.end() ? value.has_value() : !value && value.error().code == limit->second;
    } else if (name[0] == 'n') {
      ++invalid;
      rejected += !value;
      right = !value;
    } else {
      ++either;
    }
    if (!right) std::printf("%s: %s\n", name.c_str(), value ? "accepted" : to_string(value.error()).c_str());
    wrong += !right;
  }
  std::printf("%zu/%zu invalid rejected, %zu/%zu valid accepted, %zu of either kind, %zu wrong\n", rejected, invalid, accepted, valid, either,
              wrong);
  return wrong > 0 || valid == 0 || invalid == 0 ? 1 : 0;
}
