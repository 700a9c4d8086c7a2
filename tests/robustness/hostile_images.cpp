// Every file of a folder through the fingerprinter, in a child of its own: a fingerprint or a typed error, no signal, within 2 s of
// processor time and 256 MiB of resident memory.
// `hostile_images FOLDER…`; ends in 0 where all held. The test runs it over tests/robustness/hostile.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "marque/logo/fingerprinter.hpp"

using namespace marque;
namespace fs = std::filesystem;

namespace {

constexpr double most_seconds = 2, most_mebibytes = 256;
constexpr rlim_t stopped_after = 10;   // seconds: what is too slow is told, what never ends is stopped

/// What the child makes of a file: `fingerprint`, or the error's name.
std::string made_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Image image;
  image.bytes.resize(bytes.size());
  std::transform(bytes.begin(), bytes.end(), image.bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
  const auto print = opencv_fingerprinter(LogoUse::asking)(image);
  if (!print) return std::string(name_of(print.error().code));
  return fingerprint_from_bytes(to_bytes(*print)) ? "fingerprint" : "a fingerprint that cannot be read";
}

struct Ended {
  std::string result;   // empty: none
  int signal = 0;
  double seconds = 0, mebibytes = 0;

  bool held() const { return signal == 0 && !result.empty() && !result.starts_with("a ") && seconds <= most_seconds && mebibytes <= most_mebibytes; }
};

Ended in_a_child(const fs::path& path) {
  Ended ended;
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return ended;
  const pid_t child = ::fork();
  if (child < 0) return ended;
  if (child == 0) {
    const rlimit time{stopped_after, stopped_after};
    ::setrlimit(RLIMIT_CPU, &time);
    const std::string result = made_of(path);
    const bool said = ::write(ends[1], result.data(), result.size()) == static_cast<ssize_t>(result.size());
    ::_exit(said ? 0 : 1);
  }
  ::close(ends[1]);
  std::array<char, 64> buffer{};
  for (ssize_t count; (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;) ended.result.append(buffer.data(), static_cast<std::size_t>(count));
  ::close(ends[0]);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  ended.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  ended.mebibytes = static_cast<double>(used.ru_maxrss) / 1024;
  return ended;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: hostile_images FOLDER...\n", stderr);
    return 2;
  }
  std::map<std::string, int> results;
  double slowest = 0, largest = 0;
  int broken = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& file : fs::recursive_directory_iterator(argv[i])) {
      if (!file.is_regular_file()) continue;
      const Ended ended = in_a_child(file.path());
      ++results[ended.result];
      slowest = std::max(slowest, ended.seconds);
      largest = std::max(largest, ended.mebibytes);
      if (ended.held()) continue;
      ++broken;
      std::printf("%s: \"%s\", signal %d, %.2f s, %.0f MiB\n", file.path().c_str(), ended.result.c_str(), ended.signal, ended.seconds, ended.mebibytes);
    }
  }
  for (const auto& [result, count] : results) std::printf("%6d %s\n", count, result.c_str());
  std::printf("slowest %.2f s, largest %.0f MiB, %d broke a limit\n", slowest, largest, broken);
  return broken == 0 && !results.empty() ? 0 : 1;
}
