// How fast a register of a million marks is kept: a snapshot saved, verified and loaded, and records put into the store in
// batches of 10,000 with every commit flushed. `store_bench [FOLDER] [MARKS]`: figures on stdout, one a line.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "marque/snapshot/snapshot.hpp"
#include "marque/store/sqlite_store.hpp"
#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

template <class T>
T required(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "store_bench: %s\n", to_string(result.error()).c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Wall and processor seconds that `work` takes.
template <class Work>
double timed(const char* what, Work work) {
  const double before = processor_seconds();
  const auto start = std::chrono::steady_clock::now();
  work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-28s %8.2f s  (processor %.2f s)\n", what, seconds, processor_seconds() - before);
  return seconds;
}

/// Does work in a child process, so that the memory it leaves scattered costs nothing that is timed later.
template <class Work>
void apart(Work&& work) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    std::fflush(stdout);
    ::_exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) std::exit(1);
}

/// Marks such as a district has: some characters, an owner, a class with two goods, the usual dates.
Entry mark(std::uint64_t number, std::mt19937& random) {
  const auto words = [&](std::size_t size) {
    std::u32string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char32_t>(0x4e00 + random() % 4000);
    return encode_utf8(text);
  };
  const int nice = 1 + static_cast<int>(random() % 45);
  Trademark trademark{.number = *NationalNumber::parse(std::to_string(10'000'000 + number))};
  trademark.mark.text = words(2 + random() % 4);
  trademark.scope = {{.nice_class = *NiceClass::make(nice), .goods = {{.name = words(4)}, {.name = words(6)}}}};
  trademark.owners = {Party{.name = "南通" + words(3) + "有限公司", .country = "CN", .address = "江苏省南通市" + words(8)}};
  const Date filed = Date::from_days(15000 + static_cast<std::int32_t>(random() % 5000));
  trademark.dates = {.filed = filed, .published = filed.plus_days(300), .registered = filed.plus_days(390), .expires = filed.plus_days(4042)};
  trademark.status = Status::registered;
  return trademark;
}

}  // namespace

int main(int count, char** values) {
  const std::string folder = count > 1 ? values[1] : std::filesystem::temp_directory_path().string();
  const std::uint64_t marks = count > 2 ? std::strtoull(values[2], nullptr, 10) : 1'000'000;
  const std::string snapshot = folder + "/store_bench.snapshot", path = folder + "/store_bench.marque";
  std::mt19937 random(1);
  apart([&] {
    Registry registry;
    for (std::uint64_t i = 1; i <= marks; ++i) required(registry.insert(mark(i, random)));
    timed("snapshot saved", [&] { required(save_snapshot(registry, snapshot)); });
  });
  std::printf("%-28s %8.1f MB\n", "its size", static_cast<double>(std::filesystem::file_size(snapshot)) / 1e6);
  timed("snapshot read and verified", [&] { required(verify_snapshot(snapshot)); });
  {
    Registry registry;  // taken down behind the clock
    timed("registry ready", [&] { registry = required(load_snapshot(snapshot)); });
    if (registry.size() != marks) std::exit(1);
  }
  std::filesystem::remove(snapshot);

  std::filesystem::remove(path);
  const auto store = required(create_sqlite_store(path));
  const std::uint64_t stored = marks / 5;
  std::vector<NewRecord> batch;
  double in_all = 0;
  for (std::uint64_t i = 1; i <= stored; ++i) {
    batch.push_back({.entry = mark(i, random)});
    if (batch.size() < 10'000 && i < stored) continue;
    const auto start = std::chrono::steady_clock::now();
    required(store->put(batch, {.action = "add", .detail = "bench"}));
    in_all += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    batch.clear();
  }
  std::printf("%-28s %8.0f records/s (%llu records)\n", "into the store", static_cast<double>(stored) / in_all,
              static_cast<unsigned long long>(stored));
  timed("store verified", [&] { required(store->verify()); });
  timed("store backed up", [&] { required(store->backup(path + ".copy")); });
  for (const char* end : {"", ".copy", ".lock", "-wal", "-shm"}) std::filesystem::remove(path + end);
  return 0;
}
