// Lets the nth call to the system fail, for every n: reads, writes (also in part), flushes, locks, names, allocations; once
// and from then on. What marque then says must be true: done is done, refused has changed nothing, unknown is one of both; and
// the register is whole, and ready for the next.
// It covers what libfiu's points would (pwrite, fdatasync, open, rename, ftruncate, mmap …) and, beyond them, link, flock, fcntl
// and the files that marque writes without SQLite, each call in turn rather than at random.
// `fault_sweep [--every N] [--seed N] [--only NUMBER]`: every Nth call (default 23; 1 is the long form); ends in 0 where all held.

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <map>

#include "marque/search/candidate_index.hpp"
#include "marque/snapshot/snapshot.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"
#include "robustness/system_calls.hpp"

using namespace marque;
using namespace marque::robustness;

namespace {

const Commits commits_of_500{.filler = 500};
constexpr std::uint64_t commits_before = 2;

/// How the nth call fails.
struct Fault {
  const char* name;
  int number;        ///< errno; 0: a write is made in part
  bool once;
  bool memory;       ///< allocations, not calls about files
};

constexpr Fault faults[] = {{"EIO, once", EIO, true, false},       {"EIO from then on", EIO, false, false},
                            {"ENOSPC, once", ENOSPC, true, false}, {"ENOSPC from then on", ENOSPC, false, false},
                            {"half a write", 0, true, false},      {"no memory, once", ENOMEM, true, true},
                            {"no memory from then on", ENOMEM, false, true}};

class FailNth : public Watcher {
 public:
  FailNth(const Fault& fault, std::uint64_t nth) : fault_(fault), nth_(nth) {}

  int before(const SystemCall& call) override {
    if ((call.kind == SystemCall::Kind::memory) != fault_.memory) return 0;
    ++calls;
    const bool hit = nth_ != 0 && (fault_.once ? calls == nth_ : calls >= nth_);
    if (hit && calls == nth_) kind = call.kind;
    return hit ? fault_.number : 0;
  }
  std::size_t part_of(const SystemCall& write) override {
    return fault_.number == 0 && calls + 1 == nth_ ? write.bytes.size() / 2 : write.bytes.size();
  }

  std::uint64_t calls = 0;
  SystemCall::Kind kind{};

 private:
  const Fault& fault_;
  std::uint64_t nth_;
};

/// What marque said of what it was asked to do.
struct Told {
  std::uint64_t done = 0;              ///< steps that it said were done
  std::optional<Error> error{};        ///< of the step after them
  bool unknown() const { return error && error->code == ErrorCode::storage; }
};

using StorePtr = Result<std::unique_ptr<Store>>;

StorePtr opened(const Folder& folder, Access access) {
  const std::string path = folder / "r";
  return asked([&] { return open_sqlite_store(path, access); });
}

Result<std::vector<marque::Outcome>> commit_to(Store& store, std::uint64_t number) {
  const auto records = commits_of_500.records(number);
  const Cause cause{.action = "add", .detail = std::to_string(number)};
  return asked([&] { return store.put(records, cause); });
}

template <class T>
bool take(Told& told, const Result<T>& result) {
  if (result)
    ++told.done;
  else
    told.error = result.error();
  return result.has_value();
}

/// One thing done under faults.
struct Scenario {
  const char* name;
  std::function<void(const Folder&)> prepare;
  std::function<Told(const Folder&)> act;
  std::function<void(const Folder&, const Told&)> check;
};

void make_register(const Folder& folder) {
  const auto store = required(create_sqlite_store(folder / "r"));
  for (std::uint64_t commit = 1; commit <= commits_before; ++commit) required(commits_of_500.make(*store, commit));
}

Told make_commits(const Folder& folder) {
  Told told;
  const StorePtr store = opened(folder, Access::write);
  if (!store) return {0, store.error()};
  for (std::uint64_t commit = 1; commit <= 4; ++commit) {
    if (!take(told, commit_to(**store, commits_before + commit))) break;
  }
  return told;
}

void check_commits(const Folder& folder, const Told& told) {
  const std::uint64_t least = commits_before + told.done;
  const std::uint64_t there = commits_of_500.found_in(folder / "r", least, least + (told.unknown() ? 1 : 0));
  required(commits_of_500.make(*required(open_sqlite_store(folder / "r", Access::write)), there + 1));
}

Told make_register_anew(const Folder& folder) {
  Told told;
  const std::string path = folder / "r";
  const StorePtr store = asked([&] { return create_sqlite_store(path); });
  if (take(told, store)) take(told, commit_to(**store, 1));
  return told;
}

void check_new_register(const Folder& folder, const Told& told) {
  const auto store = open_sqlite_store(folder / "r", Access::write);
  if (!store && (told.done > 0 || store.error().code != ErrorCode::not_found)) throw Broken(to_string(store.error()));
  if (!store) return;
  const std::uint64_t commits = commits_of_500.found_in(**store);
  if (commits != (told.done == 2 ? 1u : 0u) && !told.unknown()) throw Broken("the first commit is not as was said");
}

Told read_all(const Folder& folder) {
  Told told;
  const StorePtr store = opened(folder, Access::read);
  if (!take(told, store)) return told;
  const auto wanted = commits_of_500.records(commits_before);
  std::uint64_t matches = 0, seen = 0;
  const std::function<bool(EntryId, const Entry&)> visit = [&](EntryId, const Entry& entry) {
    ++seen;
    for (const NewRecord& record : wanted) matches += record.entry == entry;
    return true;
  };
  const auto visited = asked([&] { return (*store)->for_each(visit); });
  if (take(told, visited) && (seen != wanted.size() + commits_before - 1 || matches != wanted.size()))
    throw Broken("a reader was told other than what is stored");
  if (!told.error) take(told, asked([&] { return (*store)->verify(); }));
  return told;
}

Told import_some(const Folder& folder) {
  Told told;
  const StorePtr store = opened(folder, Access::write);
  if (!store) return {0, store.error()};
  const std::string source = "list", content;
  const auto import = asked([&] { return (*store)->begin_import(source, content); });
  if (!take(told, import)) return told;
  const Cause cause{.action = "import", .import = *import};
  const std::vector<QuarantinedRecord> bad{{Error{ErrorCode::malformed, "bad"}, std::string(900, 'q')}};
  const auto good = commits_of_500.records(3);
  if (!take(told, asked([&] { return (*store)->import_batch({good, bad, 8, true}, cause); }))) return told;
  const Cause undo{.action = "undo"};
  take(told, asked([&] { return (*store)->undo(*import, undo); }));
  return told;
}

void check_import(const Folder& folder, const Told& told) {
  const auto store = required(open_sqlite_store(folder / "r", Access::write));
  required(store->verify());
  const auto imports = required(store->imports());
  const std::uint64_t revision = required(store->revision());
  std::uint64_t steps = imports.size();
  if (!imports.empty()) {
    const ImportInfo& import = imports.front();
    const std::uint64_t quarantined = required(store->quarantined(import.number)).size();
    const bool whole = import.finished && import.read == 8 && import.stored == 7 && quarantined == 1 && revision > 14;
    const bool none = !import.finished && import.read == 0 && import.stored == 0 && quarantined == 0 && revision == 14;
    if (!whole && !none) throw Broken("a batch of an import is there in part");
    steps += whole;
    steps += import.undone;
    if (import.undone && commits_of_500.batch * 4 != revision) throw Broken("an import was undone in part");
  }
  if (steps != told.done && !(told.unknown() && steps == told.done + 1)) throw Broken("an import is not as was said");
}

Told back_up(const Folder& folder) {
  Told told;
  const StorePtr store = opened(folder, Access::read);
  const std::string copy = folder / "copy";
  if (take(told, store)) take(told, asked([&] { return (*store)->backup(copy); }));
  return told;
}

void check_backup(const Folder& folder, const Told& told) {
  if (std::filesystem::exists(folder / "copy") || told.done == 2)
    commits_of_500.found_in(folder / "copy", commits_before, commits_before);
  commits_of_500.found_in(folder / "r", commits_before, commits_before);
}

const Registry later = commits_of_500.registry(2);

Told save(const Folder& folder) {
  Told told;
  const std::string path = folder / "s";
  take(told, asked([&] { return save_snapshot(later, path); }));
  return told;
}

void check_snapshot(const Folder& folder, const Told& told) {
  const Registry there = required(load_snapshot(folder / "s"));
  const bool is_new = there.find("100002").has_value();
  if (!is_new && !there.find("100001")) throw Broken("the snapshot is neither the old one nor the new one");
  if (told.done == 1 && !is_new) throw Broken("a snapshot that was saved is not there");
}

Told load(const Folder& folder) {
  Told told;
  const std::string path = folder / "s";
  const auto registry = asked([&] { return load_snapshot(path); });
  if (take(told, registry) && registry->size() != Commits::batch) throw Broken("half a snapshot was read");
  return told;
}

IndexBuilder index_of(const Registry& registry, std::uint64_t key, std::uint64_t first) {
  IndexBuilder builder(key);
  registry.for_each([&](EntryId id, const Entry& entry) { builder.add(EntryId{id.value + first}, entry); });
  return builder;
}

void make_index(const Folder& folder) { required(index_of(commits_of_500.registry(1), 1, 0).build().save(folder / "i")); }

Told append_to_index(const Folder& folder) {
  Told told;
  const std::string path = folder / "i";
  IndexBuilder added = index_of(later, 2, 100);
  take(told, asked([&] { return CandidateIndex::append(path, std::move(added)); }));
  return told;
}

void check_index(const Folder& folder, const Told& told) {
  const auto size = [&] { return required(CandidateIndex::open(folder / "i")).size(); };
  const std::size_t before = Commits::batch, after = 2 * Commits::batch, found = size();
  if (told.done == 1) required(required(CandidateIndex::open(folder / "i")).verify());
  if (found != after && (told.done == 1 || found != before)) throw Broken("the index is neither as before nor as after");
  if (found == after && told.done == 0 && !told.unknown() && told.error->code != ErrorCode::storage_full)
    throw Broken("the index is as after, and was said to be as before");
  // What a disk that fails on kept from being taken back lies unread at the end: the next append takes it away.
  IndexBuilder more = index_of(later, 3, 100);
  required(CandidateIndex::append(folder / "i", std::move(more)));
  required(required(CandidateIndex::open(folder / "i")).verify());
  if (size() != after) throw Broken("an index does not go on after a failure");
}

void nothing(const Folder&) {}
void nothing_more(const Folder&, const Told&) {}

const std::vector<Scenario> scenarios{
    {"commit", make_register, make_commits, check_commits},
    {"create", nothing, make_register_anew, check_new_register},
    {"read", make_register, read_all, [](const Folder& folder, const Told&) { check_commits(folder, {}); }},
    {"import and undo", make_register, import_some, check_import},
    {"back up", make_register, back_up, check_backup},
    {"save a snapshot",
     [](const Folder& folder) { required(save_snapshot(commits_of_500.registry(1), folder / "s")); }, save, check_snapshot},
    {"load a snapshot",
     [](const Folder& folder) { required(save_snapshot(commits_of_500.registry(1), folder / "s")); }, load, nothing_more},
    {"append to an index", make_index, append_to_index, check_index},
};

std::string current;

void check_code(const Told& told) {
  if (!told.error) return;
  switch (told.error->code) {
    case ErrorCode::internal:
    case ErrorCode::unlawful:
    case ErrorCode::invalid_argument:
    case ErrorCode::duplicate:
    case ErrorCode::corrupt:
      throw Broken("no error for a failure of the system: " + to_string(*told.error));
    default:
      return;
  }
}

/// One run; the calls made, and how it ended.
std::uint64_t run(const Scenario& scenario, const Fault& fault, std::uint64_t nth, const Folder& pattern,
                  std::map<std::string, std::uint64_t>& endings) {
  Folder folder("/dev/shm");
  for (const auto& item : std::filesystem::directory_iterator(pattern.path()))
    std::filesystem::copy_file(item.path(), folder / item.path().filename().string());
  FailNth failing(fault, nth);
  current = std::string(scenario.name) + ", " + fault.name + ", call " + std::to_string(nth);
  Told told;
  {
    const Watched watched(folder.path(), failing, fault.memory);
    told = scenario.act(folder);
  }
  current += std::string(" (") + name_of(failing.kind) + "): " + (told.error ? to_string(*told.error) : "no error");
  check_code(told);
  scenario.check(folder, told);
  ++endings[told.error ? std::string(name_of(told.error->code)) : "done"];
  return failing.calls;
}

[[noreturn]] void say_where() {
  std::fprintf(stderr, "fault_sweep: ended in %s\n", current.c_str());
  std::abort();
}

/// Runs in every new connection: the log is moved into the file every few pages, so that this, too, meets the faults.
int move_log_often(sqlite3* database, char**, const sqlite3_api_routines*) {
  sqlite3_wal_autocheckpoint(database, 12);
  return SQLITE_OK;
}

/// Every `every`th call of one scenario under one fault. Gives what was broken.
std::uint64_t sweep(const Scenario& scenario, const Fault& fault, std::uint64_t every, std::uint64_t first) {
  const Folder pattern("/dev/shm");
  scenario.prepare(pattern);
  std::map<std::string, std::uint64_t> endings;
  const std::uint64_t calls = run(scenario, fault, 0, pattern, endings);
  const std::uint64_t step = fault.memory ? every * 7 : every;
  endings.clear();
  std::uint64_t runs = 0, broken = 0;
  for (std::uint64_t nth = 1 + first % step; nth <= calls; nth += step, ++runs) {
    try {
      run(scenario, fault, nth, pattern, endings);
    } catch (const std::exception& why) {
      std::fprintf(stderr, "fault_sweep: %s: %s\n", current.c_str(), why.what());
      ++broken;
    }
  }
  std::printf("%-20s %-22s %6llu calls %6llu runs:", scenario.name, fault.name, static_cast<unsigned long long>(calls),
              static_cast<unsigned long long>(runs));
  for (const auto& [ending, number] : endings) std::printf(" %s %llu", ending.c_str(), static_cast<unsigned long long>(number));
  std::printf("\n");
  return broken;
}

}  // namespace

int main(int count, char** values) try {
  std::set_terminate(say_where);
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(move_log_often));
  const std::uint64_t every = argument(count, values, "--every", 23);
  const std::uint64_t only = argument(count, values, "--only", 0);
  std::uint64_t first = argument(count, values, "--seed", 0), broken = 0, number = 0;
  for (const Scenario& scenario : scenarios) {
    if (++number != only && only != 0) continue;
    for (const Fault& fault : faults) {
      // Indexes are built by threads of their own, of which one at a time can be watched.
      if (fault.memory && scenario.name == std::string_view("append to an index")) continue;
      broken += sweep(scenario, fault, every, first++);
    }
  }
  std::printf("%llu broken\n", static_cast<unsigned long long>(broken));
  return broken == 0 ? 0 : 1;
} catch (const std::exception& why) {
  std::fprintf(stderr, "fault_sweep: %s: %s\n", current.c_str(), why.what());
  return 1;
}
