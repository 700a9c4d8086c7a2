#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace marque::robustness {

/// Something that is asked of the system about a file of the folder that is watched.
struct SystemCall {
  enum class Kind { open, close, look, read, write, truncate, flush, flush_folder, rename, link, unlink, lock, map, memory };

  Kind kind;
  std::string path{};                    ///< of the file
  std::string to{};                      ///< rename, link
  std::uint64_t offset = 0;              ///< where a write begins, or the size after truncate
  std::span<const std::byte> bytes{};    ///< what is written
  bool created = false;                  ///< open: the file was not there before
};

const char* name_of(SystemCall::Kind kind) noexcept;

/// What is done about them.
class Watcher {
 public:
  virtual ~Watcher() = default;

  /// Before the call: the errno that it fails with instead of being made, or 0.
  virtual int before(const SystemCall& call) = 0;
  /// Whether a flush is said to have succeeded without being made: then after() is not told of it.
  virtual bool drops(const SystemCall&) { return false; }
  /// How much of a write is made, where the system makes only a part of it.
  virtual std::size_t part_of(const SystemCall& write) { return write.bytes.size(); }
  /// After a call that was made and succeeded, in full.
  virtual void after(const SystemCall&) {}
};

/// Shows every call about files under `folder` to `watcher`, until it goes. This program's definitions of open(), pwrite(),
/// fdatasync() … stand before the C library's, for the database's shared library, too: what it and marque ask of the
/// system is seen, whichever of them asks. A page of a memory map that is written is not a call, and is not seen.
/// `memory`: allocations are shown as well, those that are made while asked() asks marque for something.
class Watched {
 public:
  Watched(std::string folder, Watcher& watcher, bool memory = false);
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  ~Watched();
};

void begin_asking() noexcept;
void end_asking() noexcept;

/// What `call`, a function of marque's, gives. Throws what it throws: nothing, unless it is broken.
template <class Call>
auto asked(Call call) {
  struct End {
    ~End() { end_asking(); }
  } const end;
  begin_asking();
  return call();
}

}  // namespace marque::robustness
