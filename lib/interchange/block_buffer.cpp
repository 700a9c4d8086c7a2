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

class FileSource final : public ByteSource {
 public:
  explicit FileSource(FileDescriptor file) : file_(std::move(file)) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    ssize_t count = 0;
    do {
      count = ::read(file_.get(), to, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) return Error{ErrorCode::storage, std::strerror(errno)};
    return static_cast<std::size_t>(count);
  }

 private:
  FileDescriptor file_;
};

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

Result<FileDescriptor> open_regular_file(const std::string& path) {
  if (path.find('\0') != std::string::npos) return Error{ErrorCode::invalid_argument, "the path holds a NUL"};
  // Without O_NONBLOCK the mere opening of a named pipe would wait for a writer.
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open())
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage, std::strerror(errno)}.in_file(path);
  const Result<std::uint64_t> size = regular_file_size(file);
  if (!size) return size.error().in_file(path);
  return file;
}

Result<BlockBuffer> BlockBuffer::open(const std::string& path, const DocumentLimits& limits) {
  Result<FileDescriptor> file = open_regular_file(path);
  if (!file) return file.error();
  const Result<std::uint64_t> size = regular_file_size(*file);
  if (!size) return size.error().in_file(path);
  if (*size > limits.stream_bytes)
    return limit_error("stream_bytes", limits.stream_bytes, "the file is too large").in_file(path);
  return BlockBuffer(std::make_unique<FileSource>(std::move(*file)), {}, *size);
}

BlockBuffer BlockBuffer::over(std::string bytes) {
  const std::uint64_t size = bytes.size();
  return BlockBuffer(nullptr, std::move(bytes), size);
}

BlockBuffer BlockBuffer::from(std::unique_ptr<ByteSource> source, std::uint64_t total) {
  return BlockBuffer(std::move(source), {}, total);
}

Result<bool> BlockBuffer::grow() {
  if (!source_) return false;
  bytes_.erase(0, std::exchange(begin_, 0));
  const std::size_t held = bytes_.size();
  bytes_.resize(held + std::max(block, held));
  const Result<std::size_t> count = source_->read(bytes_.data() + held, bytes_.size() - held);
  bytes_.resize(held + count.value_or(0));
  if (!count) return count.error();
  return *count > 0;
}

void BlockBuffer::consume(std::size_t count) noexcept {
  begin_ += count;
  consumed_ += count;
}

}  // namespace marque
