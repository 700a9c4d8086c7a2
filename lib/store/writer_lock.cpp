#include "store/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "snapshot/durable_file.hpp"

namespace marque {

namespace {

std::string holder(int descriptor) {
  std::array<char, 256> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string line(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  line.resize(std::min(line.size(), line.find('\n')));
  return line.empty() ? "another process" : line;
}

std::string this_process() {
  return "process " + std::to_string(::getpid()) + " (" + program_invocation_short_name + ") since " + time_now() +
         "\n";
}

}  // namespace

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Result<WriterLock> WriterLock::take(const std::string& path) {
  std::error_code unresolved;
  // One register reached by two names has one lock.
  const std::string name = std::filesystem::weakly_canonical(path, unresolved).string() + ".lock";
  const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0) return system_error("cannot open the writer's lock", name);
  WriterLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return system_error("cannot take the writer's lock", name);
    return Error{ErrorCode::busy, "it is being written by " + holder(descriptor)}.in_file(path);
  }
  const std::string line = this_process();
  // In this order there is a name at any moment, for who finds the register busy just now.
  const auto size = static_cast<off_t>(line.size());
  if (::pwrite(descriptor, line.data(), line.size(), 0) != size || ::ftruncate(descriptor, size) != 0)
    return system_error("cannot name the holder in the writer's lock", name);
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace marque
