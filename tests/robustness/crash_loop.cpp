// Kills a writing process at random moments and looks at what is left: every commit that it acknowledged must be there,
// whole and in order, and nothing partial beside it. `crash_loop [--cycles N] [--seed N]`; ends in 0 where all held.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "marque/store/sqlite_store.hpp"

using namespace marque;

namespace {

constexpr std::uint64_t batch = 7;  ///< records of one commit, which are there together or not at all

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "crash_loop: %s\n", why.c_str());
  std::exit(1);
}

template <class T>
T required(Result<T> result) {
  if (!result) fail(to_string(result.error()));
  return *std::move(result);
}

/// Record `place` of commit `commit`: each commit rewrites the same numbers and adds one.
NewRecord record_of(std::uint64_t commit, std::uint64_t place) {
  const std::uint64_t number = place + 1 < batch ? 1000 + place : 100000 + commit;
  Trademark trademark{.number = *NationalNumber::parse(std::to_string(number))};
  trademark.mark.text = "commit " + std::to_string(commit);
  trademark.mark.description = std::string(3000, 'x');
  return {.entry = trademark};
}

/// The child: commits and acknowledges until it is killed.
[[noreturn]] void write_until_killed(const std::string& path, int acknowledge) {
  auto store = open_sqlite_store(path, Access::write);
  if (!store) ::_exit(2);
  for (std::uint64_t commit = (*store)->revision().value_or(0u) / batch + 1;; ++commit) {
    std::vector<NewRecord> records;
    for (std::uint64_t place = 0; place < batch; ++place) records.push_back(record_of(commit, place));
    if (!(*store)->put(records, {.action = "add", .detail = std::to_string(commit)})) ::_exit(3);
    if (::write(acknowledge, &commit, sizeof commit) != sizeof commit) ::_exit(4);
  }
}

/// The last commit that the child said was done, read to the pipe's end.
std::uint64_t last_acknowledged(int pipe, std::uint64_t before) {
  std::uint64_t commit = 0, last = before;
  while (::read(pipe, &commit, sizeof commit) == sizeof commit) last = commit;
  return last;
}

/// What must hold of the register after any crash. Gives the commits it has.
std::uint64_t inspect(const std::string& path, std::uint64_t acknowledged) {
  const auto store = required(open_sqlite_store(path, Access::write));
  const std::uint64_t revision = required(store->revision());
  if (revision % batch != 0) fail("a commit is there in part: revision " + std::to_string(revision));
  const std::uint64_t commits = revision / batch;
  if (commits < acknowledged)
    fail("commit " + std::to_string(acknowledged) + " was acknowledged and is lost; there are " +
         std::to_string(commits));
  if (commits > acknowledged + 1) fail("there are commits that were never made");
  if (commits == 0) return 0;
  if (required(store->size()) != batch - 1 + commits) fail("records are missing");
  for (std::uint64_t place = 0; place < batch; ++place) {
    const NewRecord wanted = record_of(commits, place);
    const auto id = required(store->find(number_of(wanted.entry)));
    if (!id || required(store->entry(*id)) != wanted.entry) fail("a record is not as the last commit left it");
  }
  if (const auto verified = store->verify(); !verified) fail(to_string(verified.error()));
  return commits;
}

std::uint64_t crash_once(const std::string& path, std::uint64_t commits, std::chrono::milliseconds life) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) fail("no pipe");
  const pid_t child = ::fork();
  if (child < 0) fail("no child");
  if (child == 0) {
    ::close(pipe[0]);
    write_until_killed(path, pipe[1]);
  }
  ::close(pipe[1]);
  std::this_thread::sleep_for(life);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFSIGNALED(status)) fail("the writer ended by itself with " + std::to_string(WEXITSTATUS(status)));
  const std::uint64_t acknowledged = last_acknowledged(pipe[0], commits);
  ::close(pipe[0]);
  return inspect(path, acknowledged);
}

std::uint64_t argument(int count, char** values, std::string_view name, std::uint64_t otherwise) {
  for (int i = 1; i + 1 < count; ++i) {
    const std::string_view value = values[i + 1];
    if (values[i] == name) std::from_chars(value.data(), value.data() + value.size(), otherwise);
  }
  return otherwise;
}

}  // namespace

int main(int count, char** values) {
  const std::uint64_t cycles = argument(count, values, "--cycles", 30);
  std::mt19937_64 random(argument(count, values, "--seed", 1));
  std::string folder = (std::filesystem::temp_directory_path() / "marque-crash-XXXXXX").string();
  if (!::mkdtemp(folder.data())) fail("no folder");
  std::uint64_t commits = 0, in_all = 0;
  std::string path;
  for (std::uint64_t cycle = 0; cycle < cycles; ++cycle) {
    if (cycle % 50 == 0) {  // looking at everything after each crash takes time in proportion to what is there
      path = folder + "/r" + std::to_string(cycle);
      required(create_sqlite_store(path)).reset();
      commits = 0;
    }
    const std::uint64_t before = commits;
    commits = crash_once(path, commits, std::chrono::milliseconds(5 + random() % 56));
    in_all += commits - before;
  }
  std::filesystem::remove_all(folder);
  std::printf("%llu cycles, %llu commits, none lost, none partial\n", static_cast<unsigned long long>(cycles),
              static_cast<unsigned long long>(in_all));
  return in_all > 0 ? 0 : 1;
}
