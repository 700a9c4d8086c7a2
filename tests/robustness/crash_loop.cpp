// Kills a writing process at random moments and looks at what is left: every commit that it acknowledged must be there,
// whole and in order, and nothing partial beside it; a snapshot is the old one or the new one; and an import has, of the rows that
// it has come past, each good one stored and each bad one quarantined, once, and goes on behind them.
// `crash_loop [--cycles N] [--snapshots N] [--imports N] [--seed N]`; ends in 0 where all held.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include "marque/interchange/import.hpp"
#include "marque/snapshot/snapshot.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"

using namespace marque;
using namespace marque::robustness;

namespace {

const Commits commits_of_3k{};

/// What a child does until it is killed: step after step, each said to be done once it is.
using Steps = std::function<void(const std::function<void(std::uint64_t)>& done)>;

/// When a child is killed: so long after it began, or after it said that it is ready.
struct Life {
  std::chrono::milliseconds length;
  bool once_ready;
};

/// Runs `steps` in a child and kills it. Gives the last step that it acknowledged, or `before`.
std::uint64_t killed_after(Life life, std::uint64_t before, const Steps& steps) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) throw Broken("no pipe");
  const pid_t child = ::fork();
  if (child < 0) throw Broken("no child");
  if (child == 0) {
    ::close(pipe[0]);
    try {
      steps([&](std::uint64_t step) {
        if (::write(pipe[1], &step, sizeof step) != sizeof step) ::_exit(4);
      });
    } catch (const Broken& why) {
      std::fprintf(stderr, "crash_loop: the writer: %s\n", why.what());
    }
    ::_exit(3);
  }
  ::close(pipe[1]);
  std::uint64_t step = 0, last = before;
  if (life.once_ready && ::read(pipe[0], &step, sizeof step) == sizeof step) last = step;
  std::this_thread::sleep_for(life.length);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  while (::read(pipe[0], &step, sizeof step) == sizeof step) last = step;
  ::close(pipe[0]);
  if (!WIFSIGNALED(status)) throw Broken("the writer ended by itself with " + std::to_string(WEXITSTATUS(status)));
  return last;
}

std::uint64_t crash_store(const std::string& path, std::uint64_t commits, Life life) {
  const std::uint64_t acknowledged = killed_after(life, commits, [&](const auto& done) {
    const auto store = required(open_sqlite_store(path, Access::write));
    const std::uint64_t there = required(store->revision()) / Commits::batch;
    done(there);
    for (std::uint64_t commit = there + 1;; ++commit) {
      required(commits_of_3k.make(*store, commit));
      done(commit);
    }
  });
  return commits_of_3k.found_in(path, acknowledged, acknowledged + 1);
}

/// Which commit a snapshot is of: all its records are of the same.
std::uint64_t commit_in(const std::string& path) {
  const Registry registry = required(load_snapshot(path));
  const std::string words = words_of(required(registry.entry(*registry.find("1000"))));
  const std::uint64_t commit = std::stoull(words.substr(words.find(' ')));
  for (const NewRecord& wanted : commits_of_3k.records(commit)) {
    if (required(registry.entry(*registry.find(number_of(wanted.entry)))) != wanted.entry)
      throw Broken("a snapshot is of two minds");
  }
  return commit;
}

std::uint64_t crash_snapshot(const std::string& path, std::uint64_t saved, Life life) {
  const std::uint64_t acknowledged = killed_after(life, saved, [&](const auto& done) {
    done(saved);
    for (std::uint64_t commit = saved + 1;; ++commit) {
      required(save_snapshot(commits_of_3k.registry(commit), path));
      done(commit);
    }
  });
  const std::uint64_t found = commit_in(path);
  if (found < acknowledged || found > acknowledged + 1) throw Broken("a snapshot that was saved is lost");
  return found;
}

constexpr std::uint64_t rows_a_source = 400, every_bad = 7;

/// Source number `n`: each seventh row is bad.
std::string source_of(std::uint64_t n) {
  std::string text = "number,mark,owner,classes,status\n";
  for (std::uint64_t row = 1; row <= rows_a_source; ++row)
    text += std::to_string(n * rows_a_source + row) + ",mark,owner," + (row % every_bad == 0 ? "99" : "25") + ",registered\n";
  return text;
}

std::uint64_t rows_read(const Store& store) {
  std::uint64_t rows = 0;
  for (const ImportInfo& import : required(store.imports())) rows += import.read;
  return rows;
}

/// Source after source, the one that was broken off first.
void import_on_and_on(Store& store, const std::function<void(std::uint64_t)>& done) {
  done(rows_read(store));
  for (;;) {
    const std::vector<ImportInfo> imports = required(store.imports());
    const bool goes_on = !imports.empty() && !imports.back().finished;
    const std::string name = std::to_string(goes_on ? imports.size() - 1 : imports.size());
    ImportOptions options;
    options.source = options.content = name;
    options.batch = 20;
    options.resume = required(unfinished_import(store, name));
    if (goes_on && !options.resume) throw Broken("an import that was broken off is not known any more");
    const auto reader = required(read_records(source_of(std::stoull(name)), name, RecordFormat::csv));
    const Progress told([&](std::uint64_t, std::uint64_t) {
      done(rows_read(store));
      return true;
    });
    const ImportSummary summary = required(import_records(*reader, store, options, told));
    if (summary.stopped_by) throw Broken(to_string(*summary.stopped_by));
  }
}

std::uint64_t crash_import(const std::string& path, std::uint64_t rows, Life life) {
  const std::uint64_t acknowledged =
      killed_after(life, rows, [&](const auto& done) { import_on_and_on(*required(open_sqlite_store(path, Access::write)), done); });
  const auto store = required(open_sqlite_store(path, Access::write));
  required(store->verify());
  std::uint64_t good = 0;
  for (const ImportInfo& import : required(store->imports())) {
    const std::uint64_t bad = import.read / every_bad;
    good += import.read - bad;
    if (import.stored != import.read - bad || import.quarantined != bad || required(store->quarantined(import.number)).size() != bad)
      throw Broken("an import does not hold what it has come past");
    if (import.finished && import.read != rows_a_source) throw Broken("an import says that it is whole and is not");
  }
  if (required(store->size()) != good) throw Broken("there are other records than were imported");
  const std::uint64_t found = rows_read(*store);
  if (found < acknowledged) throw Broken("a batch that was committed is lost");
  return found;
}

/// `crash` over and over, each time on what the last one left. Gives the steps made in all.
std::uint64_t loop(std::uint64_t cycles, std::mt19937_64& random, const Folder& folder,
                   const std::function<void(const std::string&)>& begin,
                   const std::function<std::uint64_t(const std::string&, std::uint64_t, Life)>& crash) {
  std::uint64_t steps = 0, in_all = 0;
  std::string path = folder / "r";
  for (std::uint64_t cycle = 0; cycle < cycles; ++cycle) {
    if (cycle % 50 == 0) {  // looking at everything after each crash takes time in proportion to what is there
      for (const char* end : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(path + end);
      begin(path);
      steps = 0;
    }
    const std::uint64_t before = steps;
    steps = crash(path, steps, {std::chrono::milliseconds(random() % 60), random() % 4 != 0});
    in_all += steps - before;
    if (cycle % 1000 == 999) std::fprintf(stderr, "crash_loop: %llu cycles\n", static_cast<unsigned long long>(cycle + 1));
  }
  return in_all;
}

}  // namespace

int main(int count, char** values) try {
  const std::uint64_t cycles = argument(count, values, "--cycles", 20);
  const std::uint64_t snapshots = argument(count, values, "--snapshots", cycles / 2);
  const std::uint64_t imports = argument(count, values, "--imports", cycles / 2);
  std::mt19937_64 random(argument(count, values, "--seed", 1));
  const Folder folder;
  const std::uint64_t commits = loop(
      cycles, random, folder, [](const std::string& path) { required(create_sqlite_store(path)); }, crash_store);
  const std::uint64_t saves = loop(
      snapshots, random, folder, [](const std::string& path) { required(save_snapshot(commits_of_3k.registry(0), path)); },
      crash_snapshot);
  const std::uint64_t rows = loop(
      imports, random, folder, [](const std::string& path) { required(create_sqlite_store(path)); }, crash_import);
  std::printf("%llu kills, %llu commits: none lost, none partial; %llu kills, %llu snapshots: each the old or the new; "
              "%llu kills, %llu rows imported: each once\n",
              static_cast<unsigned long long>(cycles), static_cast<unsigned long long>(commits),
              static_cast<unsigned long long>(snapshots), static_cast<unsigned long long>(saves),
              static_cast<unsigned long long>(imports), static_cast<unsigned long long>(rows));
  return commits > 0 && saves > 0 && rows > 0 ? 0 : 1;
} catch (const Broken& why) {
  std::fprintf(stderr, "crash_loop: %s\n", why.what());
  return 1;
}
