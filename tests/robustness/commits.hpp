#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "marque/registry/registry.hpp"
#include "marque/store/store.hpp"

namespace marque::robustness {

/// Something that marque promised does not hold.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
T required(Result<T> result) {
  if (!result) throw Broken(to_string(result.error()));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// The value after `name` among a program's arguments.
std::uint64_t argument(int count, char** values, std::string_view name, std::uint64_t otherwise);

/// A folder of its own, with its links resolved, gone with the test.
class Folder {
 public:
  explicit Folder(const std::filesystem::path& under = std::filesystem::temp_directory_path());
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

/// Commits that can be told from each other: each rewrites the same records and adds one, so that a lost one, a partial one
/// and one out of order all show.
struct Commits {
  static constexpr std::uint64_t batch = 7;  ///< records of one commit, which are there together or not at all
  std::size_t filler = 3000;                 ///< bytes that make a record large

  std::vector<NewRecord> records(std::uint64_t commit) const;

  /// A registry of the records of one commit.
  Registry registry(std::uint64_t commit) const;

  /// Makes commit number `commit`, counted from 1.
  Result<std::vector<Outcome>> make(Store& store, std::uint64_t commit) const;

  /// How many commits a register has, all of which are looked at. Throws Broken.
  std::uint64_t found_in(const Store& store) const;

  /// The same of a closed register, which must have `least` to `most` of them.
  std::uint64_t found_in(const std::string& path, std::uint64_t least, std::uint64_t most) const;
};

}  // namespace marque::robustness
