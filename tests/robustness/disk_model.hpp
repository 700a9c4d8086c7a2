#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "robustness/system_calls.hpp"

namespace marque::robustness {

/// What a disk may hold of a folder at any moment, were the power to fail then. What was flushed is there. Of what was not,
/// any of it may be: writes in any order and torn at 512 bytes, lengths without their content, names without their files.
/// A flushed file has its name only once its folder was flushed, too.
class DiskModel {
 public:
  /// A call that succeeded. Paths are those of files directly in the folder.
  void record(const SystemCall& call);

  /// Makes one of the possible states in an empty folder.
  void make_state(const std::string& folder, std::mt19937_64& random) const;

 private:
  using Bytes = std::vector<std::byte>;

  struct Write {
    std::uint64_t offset;
    Bytes bytes;
    bool truncate = false;  ///< the file gets the length `offset`
  };
  struct File {
    Bytes flushed;
    std::vector<Write> pending;
  };
  struct Naming {  ///< a name that appears (with a file) or goes
    std::string name;
    std::shared_ptr<File> file;
  };

  static void apply(Bytes& content, const Write& write);
  static Bytes state_of(const File& file, std::mt19937_64& random);

  std::map<std::string, std::shared_ptr<File>> now_, flushed_;  // names as the process and as the disk knows them
  std::vector<Naming> pending_;
};

}  // namespace marque::robustness
