#include "robustness/system_calls.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <map>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
}

namespace marque::robustness {

namespace {

using Kind = SystemCall::Kind;

// One thread at a time is watched, and what the watcher itself does is not.
Watcher* watcher = nullptr;
bool inside = false;
bool memory_watched = false;  // where it is wanted,
bool asking = false;          // while marque is asked for something
std::string* folder = nullptr;
std::map<int, std::string>* paths = nullptr;  // of the descriptors that are watched

class Aside {
 public:
  Aside() : before_(inside) { inside = true; }
  ~Aside() { inside = before_; }

 private:
  bool before_;
};

bool watching() noexcept { return watcher != nullptr && !inside; }

bool in_folder(const char* path) {
  return watching() && std::string_view(path).starts_with(*folder);
}

const std::string* path_of(int descriptor) {
  if (!watching()) return nullptr;
  const auto found = paths->find(descriptor);
  return found == paths->end() ? nullptr : &found->second;
}

/// Makes a call that is watched, unless it is to fail.
template <class Make>
long watched(const SystemCall& call, Make make) {
  if (const int fault = watcher->before(call)) {
    errno = fault;
    return -1;
  }
  const long result = make();
  const int saved = errno;
  if (result >= 0) watcher->after(call);
  errno = saved;
  return result;
}

int open_file(const char* path, int flags, mode_t mode) {
  const auto make = [&] { return ::syscall(SYS_openat, AT_FDCWD, path, flags, mode); };
  if (!in_folder(path)) return static_cast<int>(make());
  const Aside aside;
  const bool created = (flags & O_CREAT) != 0 && ::syscall(SYS_access, path, F_OK) != 0;
  const long descriptor = watched({.kind = Kind::open, .path = path, .created = created}, make);
  if (descriptor >= 0) paths->insert_or_assign(static_cast<int>(descriptor), path);
  return static_cast<int>(descriptor);
}

ssize_t write_at(int descriptor, const void* data, std::size_t size, std::uint64_t offset, bool moves) {
  const auto make = [&](std::size_t part) {
    return moves ? ::syscall(SYS_write, descriptor, data, part) : ::syscall(SYS_pwrite64, descriptor, data, part, offset);
  };
  const std::string* path = path_of(descriptor);
  if (!path) return make(size);
  const Aside aside;
  SystemCall call{.kind = Kind::write, .path = *path, .offset = offset,
                  .bytes = {static_cast<const std::byte*>(data), size}};
  call.bytes = call.bytes.first(watcher->part_of(call));
  return watched(call, [&] { return make(call.bytes.size()); });
}

int truncate_file(int descriptor, off64_t size) {
  const auto make = [&] { return ::syscall(SYS_ftruncate, descriptor, size); };
  const std::string* path = path_of(descriptor);
  if (!path) return static_cast<int>(make());
  const Aside aside;
  return static_cast<int>(
      watched({.kind = Kind::truncate, .path = *path, .offset = static_cast<std::uint64_t>(size)}, make));
}

int flush(int descriptor, long number) {
  const auto make = [&] { return ::syscall(number, descriptor); };
  const std::string* path = path_of(descriptor);
  if (!path) return static_cast<int>(make());
  const Aside aside;
  const SystemCall call{.kind = *path == *folder ? Kind::flush_folder : Kind::flush, .path = *path};
  return watcher->drops(call) ? 0 : static_cast<int>(watched(call, make));
}

template <class Make>
long on_descriptor(Kind kind, int descriptor, Make make) {
  const std::string* path = path_of(descriptor);
  if (!path) return make();
  const Aside aside;
  return watched({.kind = kind, .path = *path}, make);
}

template <class Make>
int on_path(Kind kind, const char* path, const char* to, Make make) {
  if (!in_folder(path)) return static_cast<int>(make());
  const Aside aside;
  return static_cast<int>(watched({.kind = kind, .path = path, .to = to}, make));
}

bool no_memory() {
  if (!memory_watched || !asking || !watching()) return false;
  const Aside aside;
  return watcher->before({.kind = Kind::memory}) != 0;
}

}  // namespace

const char* name_of(Kind kind) noexcept {
  constexpr const char* names[] = {"open",         "close",  "look", "read",   "write", "truncate", "flush",
                                   "flush_folder", "rename", "link", "unlink", "lock",  "map",      "memory"};
  return names[static_cast<int>(kind)];
}

void begin_asking() noexcept { asking = true; }
void end_asking() noexcept { asking = false; }

Watched::Watched(std::string watched_folder, Watcher& by, bool memory) {
  folder = new std::string(std::move(watched_folder));
  paths = new std::map<int, std::string>;
  memory_watched = memory;
  watcher = &by;
}

Watched::~Watched() {
  watcher = nullptr;
  memory_watched = false;
  delete folder;
  delete paths;
}

}  // namespace marque::robustness

using namespace marque::robustness;

// The names that the database's library and marque call. On 64-bit machines those with 64 behind them are the same calls.
extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, mode);
}
int mkostemp(char* name, int flags) {
  const std::size_t end = std::string_view(name).size();
  static unsigned next = 0;
  for (int attempt = 0; attempt < 100'000; ++attempt) {
    unsigned number = next++;
    for (std::size_t i = end - 6; i < end; ++i, number /= 26) name[i] = static_cast<char>('a' + number % 26);
    const int descriptor = open_file(name, O_RDWR | O_CREAT | O_EXCL | flags, 0600);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  errno = EEXIST;
  return -1;
}
int close(int descriptor) {
  const auto make = [&] { return ::syscall(SYS_close, descriptor); };
  if (!path_of(descriptor)) return static_cast<int>(make());
  const Aside aside;
  watcher->before({.kind = Kind::close, .path = paths->at(descriptor)});  // the descriptor is gone in any case
  paths->erase(descriptor);
  return static_cast<int>(make());
}
ssize_t read(int descriptor, void* data, std::size_t size) {
  return on_descriptor(Kind::read, descriptor, [&] { return ::syscall(SYS_read, descriptor, data, size); });
}
ssize_t pread64(int descriptor, void* data, std::size_t size, off64_t offset) {
  return on_descriptor(Kind::read, descriptor, [&] { return ::syscall(SYS_pread64, descriptor, data, size, offset); });
}
ssize_t pread(int descriptor, void* data, std::size_t size, off_t offset) { return pread64(descriptor, data, size, offset); }
ssize_t write(int descriptor, const void* data, std::size_t size) {
  const long offset = path_of(descriptor) ? ::syscall(SYS_lseek, descriptor, 0, SEEK_CUR) : 0;
  return write_at(descriptor, data, size, static_cast<std::uint64_t>(offset), true);
}
ssize_t pwrite64(int descriptor, const void* data, std::size_t size, off64_t offset) {
  return write_at(descriptor, data, size, static_cast<std::uint64_t>(offset), false);
}
ssize_t pwrite(int descriptor, const void* data, std::size_t size, off_t offset) {
  return write_at(descriptor, data, size, static_cast<std::uint64_t>(offset), false);
}
int ftruncate(int descriptor, off_t size) noexcept { return truncate_file(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) noexcept { return truncate_file(descriptor, size); }
int fsync(int descriptor) { return flush(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return flush(descriptor, SYS_fdatasync); }
int rename(const char* from, const char* to) noexcept {
  return on_path(Kind::rename, from, to, [&] { return ::syscall(SYS_rename, from, to); });
}
int link(const char* from, const char* to) noexcept {
  return on_path(Kind::link, from, to, [&] { return ::syscall(SYS_link, from, to); });
}
int unlink(const char* path) noexcept {
  return on_path(Kind::unlink, path, "", [&] { return ::syscall(SYS_unlink, path); });
}
int access(const char* path, int mode) noexcept {
  return on_path(Kind::look, path, "", [&] { return ::syscall(SYS_access, path, mode); });
}
int fstat64(int descriptor, struct stat64* facts) noexcept {
  return static_cast<int>(on_descriptor(Kind::look, descriptor, [&] { return ::syscall(SYS_fstat, descriptor, facts); }));
}
int fstat(int descriptor, struct stat* facts) noexcept {
  return static_cast<int>(on_descriptor(Kind::look, descriptor, [&] { return ::syscall(SYS_fstat, descriptor, facts); }));
}
int stat64(const char* path, struct stat64* facts) noexcept {
  return on_path(Kind::look, path, "", [&] { return ::syscall(SYS_stat, path, facts); });
}
int fcntl64(int descriptor, int command, ...) {
  va_list more;
  va_start(more, command);
  const long value = va_arg(more, long);
  va_end(more);
  return static_cast<int>(on_descriptor(Kind::lock, descriptor, [&] { return ::syscall(SYS_fcntl, descriptor, command, value); }));
}
int lock_file(int descriptor, int operation) noexcept __asm__("flock");  // a struct has this name, too
int lock_file(int descriptor, int operation) noexcept {
  return static_cast<int>(on_descriptor(Kind::lock, descriptor, [&] { return ::syscall(SYS_flock, descriptor, operation); }));
}
void* mmap64(void* address, std::size_t size, int protection, int flags, int descriptor, off64_t offset) noexcept {
  long mapped = -1;
  const auto make = [&] {
    mapped = ::syscall(SYS_mmap, address, size, protection, flags, descriptor, offset);
    return mapped == -1 ? -1L : 0L;
  };
  if (on_descriptor(Kind::map, descriptor, make) < 0) return MAP_FAILED;
  return reinterpret_cast<void*>(mapped);
}

void* malloc(std::size_t size) {
  if (!no_memory()) return __libc_malloc(size);
  errno = ENOMEM;
  return nullptr;
}
void* calloc(std::size_t count, std::size_t size) {
  if (!no_memory()) return __libc_calloc(count, size);
  errno = ENOMEM;
  return nullptr;
}
void* realloc(void* old, std::size_t size) {
  if (!no_memory()) return __libc_realloc(old, size);
  errno = ENOMEM;
  return nullptr;
}

}  // extern "C"
