// Several processes on one register: writers that contend for it, readers that never stop, and some of either killed at random.
// Every commit acknowledged must be there, a writer that does not get the register must be told `busy` and by whom at once,
// and a reader sees whole commits only.
// `contention [--seconds N] [--writers N] [--readers N] [--seed N]`; ends in 0 where all held.

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <random>
#include <thread>

#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"

using namespace marque;
using namespace marque::robustness;

namespace {

using Clock = std::chrono::steady_clock;
const Commits commits_of_1k{.filler = 1000};

/// What the processes tell each other; in memory they share, so that it outlives those that are killed.
struct Shared {
  std::atomic<std::uint64_t> acknowledged{0}, busy{0}, reads{0}, slowest_busy_ms{0};
  std::atomic<bool> stop{false}, broken{false};
};

Shared& shared_memory() {
  void* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw Broken("no shared memory");
  return *new (memory) Shared;
}

void raise(std::atomic<std::uint64_t>& highest, std::uint64_t value) {
  for (std::uint64_t known = highest; value > known && !highest.compare_exchange_weak(known, value);) {
  }
}

/// A few commits, then the register is left to the next.
void write(const std::string& path, Shared& shared, std::mt19937_64& random) {
  const auto asked = Clock::now();
  auto store = open_sqlite_store(path, Access::write);
  if (!store) {
    if (store.error().code != ErrorCode::busy) throw Broken("a writer was told " + to_string(store.error()));
    if (store.error().message.find("process ") == std::string::npos) throw Broken("a writer was not told who writes");
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked).count();
    raise(shared.slowest_busy_ms, static_cast<std::uint64_t>(waited));
    ++shared.busy;
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + random() % 5));
    return;
  }
  const std::uint64_t before = required((*store)->revision()) / Commits::batch;
  if (before < shared.acknowledged) throw Broken("an acknowledged commit is lost");
  for (std::uint64_t commit = before + 1; commit <= before + 1 + random() % 4; ++commit) {
    required(commits_of_1k.make(**store, commit));
    shared.acknowledged = commit;
  }
}

void read(const std::string& path, Shared& shared) {
  const std::uint64_t least = shared.acknowledged;
  const auto store = required(open_sqlite_store(path, Access::read));
  std::uint64_t records = 0;
  std::string newest;
  required(store->for_each([&](EntryId, const Entry& entry) {
    ++records;
    const std::string words = words_of(entry);
    if (records < Commits::batch) {
      if (newest.empty()) newest = words;
      if (words != newest) throw Broken("a reader saw a commit in part");
    }
    return true;
  }));
  const std::uint64_t commits = records == 0 ? 0 : records - (Commits::batch - 1);
  if (commits < least) throw Broken("a reader does not see an acknowledged commit");
  ++shared.reads;
}

pid_t started(const std::string& path, Shared& shared, std::uint64_t seed, bool writes) {
  const pid_t child = ::fork();
  if (child < 0) throw Broken("no child");
  if (child != 0) return child;
  std::mt19937_64 random(seed);
  try {
    while (!shared.stop && !shared.broken) writes ? write(path, shared, random) : read(path, shared);
  } catch (const std::exception& why) {
    shared.broken = true;
    std::fprintf(stderr, "contention: %s: %s\n", writes ? "writer" : "reader", why.what());
  }
  ::_exit(shared.broken ? 1 : 0);
}

}  // namespace

int main(int count, char** values) try {
  const auto length = std::chrono::seconds(argument(count, values, "--seconds", 2));
  const std::uint64_t writers = argument(count, values, "--writers", 4), readers = argument(count, values, "--readers", 4);
  std::mt19937_64 random(argument(count, values, "--seed", 1));
  const Folder folder;
  const std::string path = folder / "r";
  required(create_sqlite_store(path)).reset();
  Shared& shared = shared_memory();
  std::vector<pid_t> children;
  for (std::uint64_t i = 0; i < writers + readers; ++i) children.push_back(started(path, shared, random(), i < writers));
  std::uint64_t kills = 0;
  for (const auto end = Clock::now() + length; Clock::now() < end && !shared.broken;) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
    const std::size_t which = random() % children.size();
    ::kill(children[which], SIGKILL);
    ::waitpid(children[which], nullptr, 0);
    ++kills;
    children[which] = started(path, shared, random(), which < writers);
  }
  shared.stop = true;
  for (const pid_t child : children) ::waitpid(child, nullptr, 0);
  const std::uint64_t acknowledged = shared.acknowledged;
  const std::uint64_t found = commits_of_1k.found_in(path, acknowledged, acknowledged + 1);
  std::printf("%llu writers, %llu readers, %llu kills: %llu commits, none lost; %llu reads; busy %llu times, told within %llu ms\n",
              static_cast<unsigned long long>(writers), static_cast<unsigned long long>(readers),
              static_cast<unsigned long long>(kills), static_cast<unsigned long long>(found),
              static_cast<unsigned long long>(shared.reads), static_cast<unsigned long long>(shared.busy),
              static_cast<unsigned long long>(shared.slowest_busy_ms));
  return !shared.broken && found > 0 && shared.reads > 0 ? 0 : 1;
} catch (const std::exception& why) {
  std::fprintf(stderr, "contention: %s\n", why.what());
  return 1;
}
