#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interchange/block_buffer.hpp"
#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// One file in an archive. Its name is only ever compared, never used as a path.
struct ArchiveEntry {
  std::uint64_t index = 0;
  std::string name;  ///< in UTF-8, whatever the archive says it is in
  std::uint64_t size = 0, packed = 0;
};

/// A ZIP archive, read through libzip. Its bytes are untrusted: entries, unpacked bytes and their ratio to the packed
/// ones are bounded, by what is read, not by what the archive claims; encrypted entries are refused.
class Archive {
 public:
  static Result<std::shared_ptr<Archive>> open(const std::string& path, const DocumentLimits& limits);
  static Result<std::shared_ptr<Archive>> over(std::string bytes, const DocumentLimits& limits);
  ~Archive();
  Archive(const Archive&) = delete;

  const std::vector<ArchiveEntry>& entries() const noexcept { return entries_; }
  const ArchiveEntry* find(std::string_view name) const noexcept;

  /// An entry's bytes one after another; the buffer keeps the archive alive.
  static Result<BlockBuffer> stream(const std::shared_ptr<Archive>& archive, const ArchiveEntry& entry);

  /// All bytes of a small entry; ErrorCode::limit_exceeded beyond `limit`.
  static Result<std::string> bytes(const std::shared_ptr<Archive>& archive, const ArchiveEntry& entry, std::size_t limit);

 private:
  struct Handle;
  Archive(std::unique_ptr<Handle> handle, const DocumentLimits& limits);
  Result<void> list();

  std::unique_ptr<Handle> handle_;
  DocumentLimits limits_;
  std::vector<ArchiveEntry> entries_;
};

/// Whether bytes begin as a ZIP archive does.
bool is_archive(std::string_view start) noexcept;

}  // namespace marque
