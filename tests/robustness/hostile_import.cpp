// Every file of a folder is imported into a register, in a child with 512 MiB of memory and 5 s of processor time: no signal, no
// time-out, a typed result; and afterwards the register holds exactly what it held before and what of the file was valid. A
// picture is imported as that of a record.
// `hostile_import FOLDER…`; ends in 0 where all held. The test runs it over tests/robustness/hostile, which was written for it.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <map>

#include "marque/interchange/import.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/logo/decode.hpp"
#include "marque/store/sqlite_store.hpp"
#include "robustness/commits.hpp"

using namespace marque;
using namespace marque::robustness;
namespace fs = std::filesystem;

namespace {

const Commits few{.filler = 100};
constexpr rlim_t memory = 512u << 20, seconds = 5;

/// The records of a register, each as one line, by number.
using Lines = std::map<std::string, std::string>;

Lines held_by(const Store& store) {
  Lines lines;
  required(store.for_each([&](EntryId, const Entry& entry) {
    lines[number_of(entry) + " " + std::string(name_of(kind_of(entry)))] = to_json(entry);
    return true;
  }));
  return lines;
}

/// Which records the reader finds valid in a file.
std::vector<std::string> valid_in(const std::string& file) {
  std::vector<std::string> numbers;
  auto reader = open_records(file);
  if (!reader) return numbers;
  for (;;) {
    auto record = (*reader)->next();
    if (!record || !*record) return numbers;
    if ((*record)->entry) numbers.push_back(number_of(*(*record)->entry) + " " + std::string(name_of(kind_of(*(*record)->entry))));
  }
}

/// The child: imports, and says what the reader finds valid.
void import_into(const std::string& path, const std::string& file, const std::string& said) {
  const auto store = required(open_sqlite_store(path, Access::write));
  auto reader = open_records(file);
  std::string result = "imported";
  if (!reader) {
    result = name_of(reader.error().code);
  } else {
    ImportOptions options;
    options.source = "hostile";
    options.folder = fs::path(file).parent_path().string();
    options.fingerprinter = [](const Image& image) -> Result<Fingerprint> {
      const auto pixels = decode(image);
      return pixels ? Result<Fingerprint>(Error{ErrorCode::no_fingerprint, "decoded"}) : pixels.error();
    };
    const auto imported = import_records(**reader, *store, options);
    if (!imported) result = name_of(imported.error().code);
  }
  std::ofstream out(said);
  out << result << '\n';
  for (const std::string& number : valid_in(file)) out << number << '\n';
}

struct Ended {
  int status = 0;
  std::string result;
  std::vector<std::string> valid;
};

Ended in_a_child(const std::string& path, const std::string& file, const std::string& said) {
  const pid_t child = ::fork();
  if (child < 0) throw Broken("no child");
  if (child == 0) {
    const rlimit space{memory, memory}, time{seconds, seconds};
    ::setrlimit(RLIMIT_AS, &space);
    ::setrlimit(RLIMIT_CPU, &time);
    try {
      import_into(path, file, said);
    } catch (const std::exception& why) {
      std::fprintf(stderr, "hostile_import: %s: %s\n", file.c_str(), why.what());
      ::_exit(1);
    }
    ::_exit(0);
  }
  Ended ended;
  ::waitpid(child, &ended.status, 0);
  std::ifstream in(said);
  std::getline(in, ended.result);
  for (std::string line; std::getline(in, line);) ended.valid.push_back(line);
  return ended;
}

/// What must hold after a file was imported.
void check(const Ended& ended, const Lines& before, const std::string& path) {
  if (WIFSIGNALED(ended.status)) throw Broken("ended by signal " + std::to_string(WTERMSIG(ended.status)));
  if (WEXITSTATUS(ended.status) != 0 || ended.result.empty()) throw Broken("no typed result");
  const auto store = required(open_sqlite_store(path, Access::read));
  required(store->verify());
  const Lines after = held_by(*store);
  const auto is_valid = [&](const std::string& key) { return std::ranges::count(ended.valid, key) > 0; };
  for (const auto& [key, line] : before) {
    const auto found = after.find(key);
    if (found == after.end()) throw Broken("record " + key + " is gone");
    if (found->second != line && !is_valid(key)) throw Broken("record " + key + " was changed by another");
  }
  for (const auto& [key, line] : after) {
    if (!before.contains(key) && !is_valid(key)) throw Broken("record " + key + " is there and was not valid");
  }
  if (ended.result != "imported") return;
  std::uint64_t set_aside = 0;
  for (const ImportInfo& info : required(store->imports())) set_aside += info.quarantined;
  const auto missing = static_cast<std::uint64_t>(
      std::ranges::count_if(ended.valid, [&](const std::string& key) { return !after.contains(key); }));
  if (missing > set_aside) throw Broken("valid records are neither there nor in quarantine");
}

bool is_picture(const fs::path& file) {
  const std::string extension = file.extension().string();
  return file.string().find("image") != std::string::npos || extension == ".png" || extension == ".jpg" || extension == ".jpeg";
}

/// A table that names the picture, beside a copy of it.
std::string table_for(const fs::path& picture, const Folder& folder) {
  fs::copy_file(picture, folder / "picture");
  std::ofstream(folder / "table.csv") << "number,mark,owner,classes,status,image\n1234,hostile,somebody,25,registered,picture\n";
  return folder / "table.csv";
}

std::vector<fs::path> files_in(int count, char** values) {
  std::vector<fs::path> files;
  for (int i = 1; i < count; ++i) {
    for (const auto& item : fs::recursive_directory_iterator(values[i])) {
      if (item.is_regular_file()) files.push_back(item.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int count, char** values) try {
  const Folder pattern("/dev/shm");
  {
    const auto store = required(create_sqlite_store(pattern / "r"));
    required(few.make(*store, 1));
  }
  const Lines before = held_by(*required(open_sqlite_store(pattern / "r", Access::read)));
  std::map<std::string, std::uint64_t> results;
  std::uint64_t broken = 0, valid = 0;
  const auto files = files_in(count, values);
  for (const fs::path& file : files) {
    const Folder folder("/dev/shm");
    fs::copy_file(pattern / "r", folder / "r");
    const std::string input = is_picture(file) ? table_for(file, folder) : file.string();
    const Ended ended = in_a_child(folder / "r", input, folder / "said");
    ++results[ended.result];
    valid += ended.valid.size();
    try {
      check(ended, before, folder / "r");
    } catch (const Broken& why) {
      ++broken;
      std::fprintf(stderr, "hostile_import: %s: %s\n", file.c_str(), why.what());
    }
  }
  std::printf("%zu files, %llu valid records in them, %llu broken:", files.size(), static_cast<unsigned long long>(valid),
              static_cast<unsigned long long>(broken));
  for (const auto& [result, number] : results) std::printf(" %s %llu", result.c_str(), static_cast<unsigned long long>(number));
  std::printf("\n");
  return broken == 0 && !files.empty() ? 0 : 1;
} catch (const std::exception& why) {
  std::fprintf(stderr, "hostile_import: %s\n", why.what());
  return 1;
}
