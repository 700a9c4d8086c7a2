// Loss of power. A register is made, written, closed, opened and backed up, and snapshots are saved, while every call to the
// system is put down. After each call the states that a disk could then be in are made from what was flushed and what was not
// (disk_model.hpp), and looked at as after a restart: every commit, snapshot and backup that was acknowledged must be there.
// A control run, in which no flush of the register reaches the disk, as under SQLite's synchronous = OFF, must fail: else the
// model would show nothing.
// `power_model [--states N] [--seed N]`; ends in 0 where all held and the control did not.

#include <sqlite3.h>

#include <cstdio>
#include <functional>
#include <optional>

#include "marque/snapshot/snapshot.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"
#include "robustness/disk_model.hpp"

using namespace marque;
using namespace marque::robustness;

namespace {

const Commits commits_of_200{.filler = 200};

/// What was said to be done.
struct Acknowledged {
  bool created = false, backed_up = false;
  std::uint64_t commits = 0, snapshots = 0;
};

/// One call of the life that is watched, and what had been acknowledged by then. SQLite cannot be asked anything while it is
/// in a call of its own, so that the states are looked at afterwards.
struct Moment {
  SystemCall call;
  std::vector<std::byte> bytes;
  Acknowledged acknowledged;
};

class Diary : public Watcher {
 public:
  /// `careless`: the register's files are not flushed, whatever is asked for.
  Diary(std::string register_path, bool careless) : register_(std::move(register_path)), careless_(careless) {}

  int before(const SystemCall&) override { return 0; }
  bool drops(const SystemCall& call) override { return careless_ && call.path.starts_with(register_); }
  void after(const SystemCall& call) override {
    using Kind = SystemCall::Kind;
    if (call.kind == Kind::look || call.kind == Kind::read || call.kind == Kind::lock || call.kind == Kind::map) return;
    moments.push_back({call, {call.bytes.begin(), call.bytes.end()}, acknowledged});
    moments.back().call.bytes = moments.back().bytes;
  }

  Acknowledged acknowledged;
  std::vector<Moment> moments;

 private:
  std::string register_;
  bool careless_;
};

/// Looks at a sample of the states after each call.
class States {
 public:
  States(std::uint64_t seed, double a_call, const Folder& scratch) : random_(seed), a_call_(a_call), scratch_(scratch) {}

  void pass(const Moment& moment) {
    disk_.record(moment.call);
    acknowledged_ = moment.acknowledged;
    ++calls_;
    for (due_ += a_call_; due_ >= 1; due_ -= 1) look();
  }

  std::uint64_t calls() const { return calls_; }
  std::uint64_t looked_at() const { return looked_at_; }
  std::uint64_t broken() const { return broken_; }
  const std::string& first_fault() const { return fault_; }

 private:
  void look() {
    ++looked_at_;
    for (const auto& item : std::filesystem::directory_iterator(scratch_.path())) std::filesystem::remove(item.path());
    disk_.make_state(scratch_.path(), random_);
    try {
      check(scratch_);
    } catch (const Broken& why) {
      if (broken_++ == 0) fault_ = "after call " + std::to_string(calls_) + ": " + why.what();
    }
  }

  void check(const Folder& state) const {
    check_register(state / "r");
    if (acknowledged_.backed_up) commits_of_200.found_in(state / "backup", 1, acknowledged_.commits);
    const auto snapshot = load_snapshot(state / "snapshot");
    if (!snapshot) {
      if (acknowledged_.snapshots > 0 || snapshot.error().code != ErrorCode::not_found)
        throw Broken(to_string(snapshot.error()));
    } else if (const std::uint64_t saved = snapshot->size();
               saved < acknowledged_.snapshots || saved > acknowledged_.snapshots + 1) {
      throw Broken("the snapshot is neither the old one nor the new one");
    }
  }

  void check_register(const std::string& path) const {
    if (!acknowledged_.created) {  // it may be there in whole, or not at all
      const auto store = open_sqlite_store(path, Access::write);
      if (!store && store.error().code != ErrorCode::not_found) throw Broken(to_string(store.error()));
      return;
    }
    commits_of_200.found_in(path, acknowledged_.commits, acknowledged_.commits + 1);
  }

  std::mt19937_64 random_;
  double a_call_, due_ = 0;
  const Folder& scratch_;
  DiskModel disk_;
  Acknowledged acknowledged_;
  std::uint64_t calls_ = 0, looked_at_ = 0, broken_ = 0;
  std::string fault_;
};

Registry registry_of(std::uint64_t size) {
  Registry registry;
  for (const NewRecord& record : commits_of_200.records(1)) {
    if (registry.size() < size) required(registry.insert(record.entry));
  }
  return registry;
}

/// The life that is watched.
void live(const Folder& folder, Acknowledged& acknowledged) {
  required(create_sqlite_store(folder / "r")).reset();
  acknowledged.created = true;
  for (int session = 0; session < 6; ++session) {
    const auto store = required(open_sqlite_store(folder / "r", Access::write));
    for (int i = 0; i < 6; ++i) {
      required(commits_of_200.make(*store, acknowledged.commits + 1));
      ++acknowledged.commits;
    }
    required(save_snapshot(registry_of(acknowledged.snapshots + 1), folder / "snapshot"));
    ++acknowledged.snapshots;
    if (session == 3) {
      required(store->backup(folder / "backup"));
      acknowledged.backed_up = true;
    }
  }
}

/// Runs in every new connection, before marque sets it up: the log is moved into the file every few pages, so that it is seen often.
int prepare(sqlite3* database, char**, const sqlite3_api_routines*) {
  sqlite3_wal_autocheckpoint(database, 24);
  return SQLITE_OK;
}

struct Seen {
  std::uint64_t calls, states, broken;
  std::string fault;
};

std::vector<Moment> lived(bool careless) {
  const Folder folder("/dev/shm");
  Diary diary(folder / "r", careless);
  {
    const Watched watched(folder.path(), diary);
    live(folder, diary.acknowledged);
  }
  return std::move(diary.moments);
}

Seen looked_at(const std::vector<Moment>& life, std::uint64_t seed, double states) {
  const Folder scratch("/dev/shm");
  States found(seed, states / static_cast<double>(life.size()), scratch);
  for (const Moment& moment : life) found.pass(moment);
  return {found.calls(), found.looked_at(), found.broken(), found.first_fault()};
}

}  // namespace

int main(int count, char** values) try {
  const std::uint64_t wanted = argument(count, values, "--states", 600);
  const std::uint64_t seed = argument(count, values, "--seed", 1);
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(prepare));
  const Seen kept = looked_at(lived(false), seed, static_cast<double>(wanted));
  const Seen control = looked_at(lived(true), seed, static_cast<double>(std::max<std::uint64_t>(200, wanted / 20)));
  const auto print = [](const char* what, const Seen& outcome) {
    std::printf("%s: %llu calls, %llu states of the disk, %llu of them broken%s%s\n", what,
                static_cast<unsigned long long>(outcome.calls), static_cast<unsigned long long>(outcome.states),
                static_cast<unsigned long long>(outcome.broken), outcome.fault.empty() ? "" : "; the first ",
                outcome.fault.c_str());
  };
  print("as marque writes", kept);
  print("control, the register never flushed", control);
  return kept.broken == 0 && control.broken * 100 >= control.states ? 0 : 1;
} catch (const std::exception& why) {
  std::fprintf(stderr, "power_model: %s\n", why.what());
  return 1;
}
