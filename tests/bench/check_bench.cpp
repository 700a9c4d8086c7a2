// Times a clearance check once a register is open: words and logo against every entry, judged under the law.
//
//   check_bench REGISTER LOGO.png NAMES.txt
//
// REGISTER must have its index beside it (any `marque check` makes it). NAMES has one mark a line. Prints the
// median and the 95th percentile of one check on one thread, and of the scoring of one entry within it.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "marque/clearance/clearance.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/store/sqlite_store.hpp"

using namespace marque;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double at(std::vector<double> sorted, double share) {
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

Image image_of_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto bytes = std::as_bytes(std::span(text));
  return {{bytes.begin(), bytes.end()}, {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("check_bench REGISTER LOGO.png NAMES.txt\n", stderr);
    return 2;
  }
  const auto store = open_sqlite_store(argv[1], Access::read);
  const auto index = CandidateIndex::open(std::string(argv[1]) + ".index");
  if (!store || !index) {
    std::fputs("no register, or no index beside it\n", stderr);
    return 2;
  }
  const Clearance clearance(*index, **store, opencv_fingerprinter(LogoUse::asking));
  Application application{"", image_of_file(argv[2]), {}, {}, MarkKind::ordinary, {}, *Date::parse("2026-11-22")};
  std::vector<double> times;
  std::size_t findings = 0;
  std::ifstream names(argv[3]);
  for (std::string name; std::getline(names, name);) {
    application.words = name;
    const auto start = Clock::now();
    const auto report = clearance.check(application);
    times.push_back(milliseconds_since(start));
    if (report) findings += report->findings.size();
  }
  if (times.empty()) return 2;
  std::printf("%zu entries, %zu checks with logo, %zu findings: p50 %.1f ms, p95 %.1f ms, %.2f us an entry\n", index->size(),
              times.size(), findings, at(times, 0.5), at(times, 0.95), at(times, 0.5) * 1000 / static_cast<double>(index->size()));
}
