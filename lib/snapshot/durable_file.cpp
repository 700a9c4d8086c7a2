#include "snapshot/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace marque {

namespace {

ErrorCode code_of(int number) noexcept {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ErrorCode::storage_full;
    case ENOENT:
      return ErrorCode::not_found;
    case EEXIST:
      return ErrorCode::duplicate;
    default:
      return ErrorCode::storage;
  }
}

Result<void> write_all(int descriptor, std::span<const std::byte> bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_error("cannot write", path);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Error system_error(const std::string& what, const std::string& path) {
  const int number = errno;
  return Error{code_of(number), what + ": " + std::generic_category().message(number)}.in_file(path);
}

Result<void> sync_folder_of(const std::string& path) {
  const std::string parent = std::filesystem::path(path).parent_path().string();
  const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return system_error("cannot open the folder", path);
  const bool synced = ::fsync(folder) == 0;
  const Error fault = synced ? Error{} : system_error("cannot flush the folder", path);
  ::close(folder);
  if (!synced) return fault;
  return {};
}

Result<NewFile> NewFile::beside(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return system_error("cannot make a file beside it", path);
  return NewFile(path, std::move(name), descriptor);
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      name_(std::exchange(other.name_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

NewFile::~NewFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!name_.empty()) ::unlink(name_.c_str());
}

Result<void> NewFile::write(std::span<const std::byte> bytes) { return write_all(descriptor_, bytes, path_); }

Result<void> NewFile::rewrite(std::uint64_t offset, std::span<const std::byte> bytes) {
  if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return system_error("cannot seek", path_);
  return write(bytes);
}

Result<void> NewFile::flush() {
  if (::fsync(descriptor_) != 0) return system_error("cannot flush", path_);
  return {};
}

Result<void> NewFile::replace() {
  if (const auto flushed = flush(); !flushed) return flushed;
  if (::rename(name_.c_str(), path_.c_str()) != 0) return system_error("cannot give the file its name", path_);
  name_.clear();
  return sync_folder_of(path_);
}

Result<void> NewFile::publish() {
  if (const auto flushed = flush(); !flushed) return flushed;
  // A hard link, unlike rename, never replaces what another process put there meanwhile.
  if (::link(name_.c_str(), path_.c_str()) == 0) return sync_folder_of(path_);
  const bool has_no_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
  if (!has_no_links) return system_error("cannot give the file its name", path_);
  if (::access(path_.c_str(), F_OK) == 0) {
    errno = EEXIST;
    return system_error("cannot give the file its name", path_);
  }
  return replace();
}

}  // namespace marque
