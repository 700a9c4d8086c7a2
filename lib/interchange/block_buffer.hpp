#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// An open file, closed with the object.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) noexcept : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  int get() const noexcept { return fd_; }
  bool is_open() const noexcept { return fd_ >= 0; }

 private:
  int fd_;
};

/// Size of an open regular file; ErrorCode::unsupported for anything else (a folder, a device, a pipe).
Result<std::uint64_t> regular_file_size(const FileDescriptor& file);

/// Opens a regular file for reading, without waiting for anyone: not_found, storage, unsupported.
Result<FileDescriptor> open_regular_file(const std::string& path);

/// Where bytes come from, one after another.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Reads at most `size` bytes; 0 at the end.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
};

/// A sliding window over a source: what is unread, extended block by block.
class BlockBuffer {
 public:
  static Result<BlockBuffer> open(const std::string& path, const DocumentLimits& limits);
  static BlockBuffer over(std::string bytes);
  /// `total` is how many bytes the source is expected to give.
  static BlockBuffer from(std::unique_ptr<ByteSource> source, std::uint64_t total);

  /// What was read and not yet consumed.
  std::string_view window() const noexcept { return std::string_view(bytes_).substr(begin_); }

  /// Reads on: a block, or as much again as the window holds, so that rescanning stays linear. False at the end.
  Result<bool> grow();

  void consume(std::size_t count) noexcept;

  std::uint64_t consumed() const noexcept { return consumed_; }
  std::uint64_t total() const noexcept { return total_; }

 private:
  BlockBuffer(std::unique_ptr<ByteSource> source, std::string bytes, std::uint64_t total)
      : source_(std::move(source)), bytes_(std::move(bytes)), total_(total) {}

  std::unique_ptr<ByteSource> source_;  ///< none: all bytes are in the window
  std::string bytes_;
  std::size_t begin_ = 0;
  std::uint64_t consumed_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace marque
