#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "marque/base/result.hpp"

namespace marque {

/// What the system's last call said, as an Error: `errno` decides between storage_full, not_found, duplicate and
/// storage.
Error system_error(const std::string& what, const std::string& path);

/// Makes a name that was just made or replaced in a folder survive loss of power.
Result<void> sync_folder_of(const std::string& path);

/// A file written beside its final name, private to its owner, and gone again unless it is given that name.
class NewFile {
 public:
  static Result<NewFile> beside(const std::string& path);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  const std::string& name() const noexcept { return name_; }  ///< where it lies until then

  Result<void> write(std::span<const std::byte> bytes);
  Result<void> rewrite(std::uint64_t offset, std::span<const std::byte> bytes);

  /// Flushes, takes the final name, whatever had it before, and flushes the folder.
  Result<void> replace();
  /// The same where nothing may have that name: ErrorCode::duplicate.
  Result<void> publish();

 private:
  NewFile(std::string path, std::string name, int descriptor)
      : path_(std::move(path)), name_(std::move(name)), descriptor_(descriptor) {}
  Result<void> flush();

  std::string path_, name_;
  int descriptor_;
};

}  // namespace marque
