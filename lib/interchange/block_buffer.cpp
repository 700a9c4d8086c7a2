#include "interchange/block_buffer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace marque {
namespace {

constexpr std::size_t block = 64 * 1024;

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Result<std::uint64_t> regular_file_size(const FileDescriptor& file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return Error{ErrorCode::storage, std::strerror(errno)};
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::unsupported, "it is no regular file"};
  return static_cast<std::uint64_t>(status.st_size);
}

Result<BlockBuffer> BlockBuffer::open(const std::string& path, const DocumentLimits& limits) {
  if (path.find('\0') != std::string::npos) return Error{ErrorCode::invalid_argument, "the path holds a NUL"};
  // Without O_NONBLOCK the mere opening of a named pipe would wait for a writer.
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open())
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage, std::strerror(errno)}.in_file(path);
  const Result<std::uint64_t> size = regular_file_size(file);
  if (!size) return size.error().in_file(path);
  if (*size > limits.stream_bytes)
    return Error{ErrorCode::limit_exceeded, "the file is larger than " + std::to_string(limits.stream_bytes) + " bytes"}
        .in_file(path);
  return BlockBuffer(std::move(file), {}, *size);
}

BlockBuffer BlockBuffer::over(std::string bytes) {
  const std::uint64_t size = bytes.size();
  return BlockBuffer(FileDescriptor(-1), std::move(bytes), size);
}

Result<bool> BlockBuffer::grow() {
  if (!file_.is_open()) return false;
  bytes_.erase(0, std::exchange(begin_, 0));
  const std::size_t held = bytes_.size();
  bytes_.resize(held + std::max(block, held));
  ssize_t count = 0;
  do {
    count = ::read(file_.get(), bytes_.data() + held, bytes_.size() - held);
  } while (count < 0 && errno == EINTR);
  bytes_.resize(held + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0) return Error{ErrorCode::storage, std::strerror(errno)};
  return count > 0;
}

void BlockBuffer::consume(std::size_t count) noexcept {
  begin_ += count;
  consumed_ += count;
}

}  // namespace marque
