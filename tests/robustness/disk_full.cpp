// A register on a disk of 2 MiB: imports until it is full. What does not fit is refused as `storage_full` and leaves nothing; what
// was there stays, can be read and verified; and when there is room again, the same import succeeds.
// Mounts a tmpfs in a namespace of its own; ends in 77 (skipped) where that is not permitted, in 0 where all held.

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "marque/snapshot/snapshot.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"

using namespace marque;
using namespace marque::robustness;

namespace {

const Commits commits_of_10k{.filler = 10'000};

bool small_disk(const std::string& folder) {
  if (::unshare(CLONE_NEWNS) != 0) {
    const uid_t user = ::getuid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  }
  ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
  return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=2m") == 0;
}

void require_full(const Error& error) {
  if (error.code != ErrorCode::storage_full) throw Broken("a full disk was called " + to_string(error));
}

/// Commits until one is refused. Gives how many there are.
std::uint64_t fill(Store& store, std::uint64_t commits) {
  for (;;) {
    const auto made = commits_of_10k.make(store, commits + 1);
    if (!made) {
      require_full(made.error());
      return commits;
    }
    if (++commits > 1000) throw Broken("the disk is never full");
  }
}

void run(const Folder& disk) {
  const std::string path = disk / "r", ballast = disk / "ballast";
  std::ofstream(ballast) << std::string(500'000, 'b');
  auto store = required(create_sqlite_store(path));
  std::uint64_t commits = fill(*store, 0);
  if (commits == 0) throw Broken("nothing fits at all");
  if (commits_of_10k.found_in(*store) != commits) throw Broken("a full disk changed the register");
  if (commits_of_10k.found_in(*required(open_sqlite_store(path, Access::read))) != commits)
    throw Broken("a reader does not see the register on a full disk");
  const auto copied = store->backup(disk / "copy");
  if (!copied) require_full(copied.error());
  const auto saved = save_snapshot(Registry(), disk / "snapshot");
  if (!saved) require_full(saved.error());
  for (const char* name : {"copy", "snapshot"}) std::filesystem::remove(disk / name);
  for (const auto& item : std::filesystem::directory_iterator(disk.path())) {
    const std::string name = item.path().filename().string();
    if (name.find('.') != std::string::npos && name != "r.lock") throw Broken("half a file is left: " + name);
  }
  std::filesystem::remove(ballast);
  const std::uint64_t more = fill(*store, commits);
  if (more == commits) throw Broken("there is room again, and nothing is taken");
  store.reset();
  commits_of_10k.found_in(path, more, more);
  std::printf("%llu commits until the disk was full, %llu when there was room again; none lost, none partial\n",
              static_cast<unsigned long long>(commits), static_cast<unsigned long long>(more));
}

}  // namespace

int main() try {
  const Folder folder;
  if (!small_disk(folder.path())) {
    std::fprintf(stderr, "disk_full: skipped: no file system may be mounted here\n");
    return 77;
  }
  {
    const Folder disk(folder.path());
    run(disk);
  }
  ::umount(folder.path().c_str());
  return 0;
} catch (const std::exception& why) {
  std::fprintf(stderr, "disk_full: %s\n", why.what());
  return 1;
}
