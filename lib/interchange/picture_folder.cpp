#include "interchange/picture_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "interchange/block_buffer.hpp"
#include "marque/base/limits.hpp"
#include "marque/logo/media_type.hpp"

namespace marque {
namespace {

Error refused(ErrorCode code, const std::string& path, const std::string& why) {
  return Error{code, "picture \"" + path.substr(0, 200) + "\": " + why};
}

Error failed(const std::string& path) {
  return refused(errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage, path,
                 errno == ELOOP || errno == ENOTDIR ? "a link or no folder on the way" : std::strerror(errno));
}

/// The steps of a path below the folder; empty where it would lead out of it.
std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps;
  if (path.find('\0') != std::string_view::npos || path.starts_with('/')) return {};
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view step = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (step == "..") return {};
    if (!step.empty() && step != ".") steps.emplace_back(step);
  }
  return steps;
}

// Step by step, so that no link on the way leads elsewhere.
Result<FileDescriptor> open_below(const std::string& folder, const std::string& path) {
  const std::vector<std::string> steps = steps_of(path);
  if (steps.empty()) return refused(ErrorCode::invalid_argument, path, "no path below the folder");
  FileDescriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (std::size_t i = 0; at.is_open() && i < steps.size(); ++i) {
    const int kind = i + 1 < steps.size() ? O_DIRECTORY : O_NONBLOCK;
    FileDescriptor next(::openat(at.get(), steps[i].c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | kind));
    at = std::move(next);
  }
  return at.is_open() ? Result<FileDescriptor>(std::move(at)) : Result<FileDescriptor>(failed(path));
}

Result<std::vector<std::byte>> bytes_of(const FileDescriptor& file, std::size_t size) {
  std::vector<std::byte> bytes(size);
  std::size_t held = 0;
  while (held < size) {
    const ssize_t count = ::read(file.get(), bytes.data() + held, size - held);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{ErrorCode::storage, std::strerror(errno)};
    if (count == 0) break;
    held += static_cast<std::size_t>(count);
  }
  bytes.resize(held);
  return bytes;
}

}  // namespace

Result<Image> read_picture(const std::string& folder, const std::string& path, const ImageLimits& limits) {
  const Result<FileDescriptor> file = open_below(folder, path);
  if (!file) return file.error();
  const Result<std::uint64_t> size = regular_file_size(*file);
  if (!size) return refused(size.error().code, path, size.error().message);
  if (*size > limits.bytes)
    return limit_error("image_bytes", limits.bytes, refused(ErrorCode::limit_exceeded, path, "it is too large").message);
  Result<std::vector<std::byte>> bytes = bytes_of(*file, static_cast<std::size_t>(*size));
  if (!bytes) return refused(bytes.error().code, path, bytes.error().message);
  Image image{std::move(*bytes), {}};
  const Result<std::string> media_type = sniff_media_type(image);
  if (!media_type) return refused(media_type.error().code, path, media_type.error().message);
  image.media_type = *media_type;
  return image;
}

}  // namespace marque
