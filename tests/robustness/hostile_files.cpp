// Puts every file of a folder through every reader, each in a child of its own with 512 MiB of memory and 5 s, and once into a
// register, which must then hold what it held before and what was valid. usage: hostile_files FOLDER [--quick]
// (--quick: only the reader that is detected). Ends in 1 on a signal, a time-out or a broken promise.

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "marque/interchange/import.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"

using namespace marque;
namespace fs = std::filesystem;

namespace {

constexpr unsigned seconds = 5;
constexpr rlim_t memory = 512u << 20;
enum Outcome : int { typed = 0, broken = 10 };

using Format = std::optional<RecordFormat>;
const std::vector<Format> formats = {Format{},          RecordFormat::json_lines, RecordFormat::csv,  RecordFormat::xlsx, RecordFormat::agency_json,
                                     RecordFormat::uspto, RecordFormat::st96,       RecordFormat::st66};

/// Reads to the end; every good record must survive being written and read.
int read_all(const std::string& path, Format format) {
  auto reader = open_records(path, format);
  if (!reader) return typed;
  for (;;) {
    const auto next = (*reader)->next();
    if (!next || !*next) return typed;
    if (!(*next)->entry || (*next)->lacking) continue;
    std::vector<Error> warnings;
    const auto again = entry_from_json(to_json(*(*next)->entry), warnings);
    if (!again || *again != *(*next)->entry) return broken;
  }
}

std::multiset<std::string> lines_of(const Store& store) {
  std::multiset<std::string> lines;
  const auto done = store.for_each([&](EntryId, const Entry& entry) { return lines.insert(to_json(entry)), true; });
  if (!done) lines.insert("!");
  return lines;
}

/// Imports into a register that holds a record.
int import_file(const std::string& path, const robustness::Folder& folder) {
  const auto store = create_sqlite_store(folder / "r.marque");
  if (!store) return broken;
  std::vector<Error> warnings;
  const std::string held = R"({"kind":"trademark","number":"99999999Z","mark":"held","owner":"","classes":[1],"status":"registered"})";
  const NewRecord record{*entry_from_json(held, warnings), {}, {}};
  if (!(*store)->put(std::span(&record, 1), {})) return broken;
  const auto before = lines_of(**store);
  auto reader = open_records(path);
  if (!reader) return lines_of(**store) == before ? typed : broken;
  ImportOptions options;
  options.source = path;
  const auto summary = import_records(**reader, **store, options);
  if (!summary) return broken;
  const auto after = lines_of(**store);
  const bool kept = std::includes(after.begin(), after.end(), before.begin(), before.end());
  return kept && after.size() == before.size() + summary->inserted && (*store)->verify() ? typed : broken;
}

/// Runs `work` in a child within the bounds; its exit code, or the negative signal that ended it.
template <class Work>
int in_child(Work&& work) {
  const pid_t child = ::fork();
  if (child < 0) return broken;
  if (child == 0) {
    const rlimit bytes{memory, memory}, cpu{seconds, seconds + 1};
    ::setrlimit(RLIMIT_AS, &bytes);
    ::setrlimit(RLIMIT_CPU, &cpu);
    ::alarm(6 * seconds);  // of wall time, on a busy machine
    int outcome = broken;
    try {
      outcome = work();
    } catch (const std::exception&) {
    }
    ::_exit(outcome);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct Tally {
  std::size_t runs = 0, bad = 0;

  void count(int outcome, const fs::path& file, const char* reader) {
    ++runs;
    if (outcome == typed) return;
    ++bad;
    const char* const why = outcome == -SIGXCPU || outcome == -SIGALRM ? "time-out" : outcome < 0 ? ::strsignal(-outcome) : "a broken promise";
    std::printf("%s: %s: %s\n", file.c_str(), reader, why);
  }
};

}  // namespace

int main(int argc, char** argv) try {
  const bool quick = argc == 3 && std::string(argv[2]) == "--quick";
  if (argc != 2 && !quick) return std::fputs("usage: hostile_files FOLDER [--quick]\n", stderr), 2;
  Tally tally;
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(argv[1])) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string path = entry.path().string();
    for (const Format& format : formats) {
      if (quick && format) break;
      tally.count(in_child([&] { return read_all(path, format); }), path, format ? std::string(name_of(*format)).c_str() : "detected");
    }
    const robustness::Folder folder;
    tally.count(in_child([&] { return import_file(path, folder); }), path, "import");
  }
  std::printf("%zu files, %zu runs, %zu bad\n", files, tally.runs, tally.bad);
  return files == 0 || tally.bad > 0 ? 1 : 0;
} catch (const std::exception& why) {
  return std::fprintf(stderr, "hostile_files: %s\n", why.what()), 2;
}
