// Where a bounded search spends its time: search_bench INDEX QUERIES [TOP [DICTIONARY]]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "marque/scoring/subject.hpp"
#include "search/methods.hpp"

using namespace marque;

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "search_bench INDEX QUERIES [TOP [DICTIONARY]]\n"), 2;
  const auto file = MappedFile::open(argv[1]);
  if (!file) return std::fprintf(stderr, "%s\n", to_string(file.error()).c_str()), 2;
  auto parts = read_parts(file->bytes());
  if (!parts) return std::fprintf(stderr, "%s\n", to_string(parts.error()).c_str()), 2;
  auto tables = tables_of(parts->segments);
  if (!tables) return std::fprintf(stderr, "%s\n", to_string(tables.error()).c_str()), 2;
  const IndexContents index(parts->segments, *std::move(tables));
  SearchLimits limits;
  if (argc > 3) limits.top = static_cast<std::size_t>(std::atoi(argv[3]));
  if (argc > 4) {
    auto dictionary = Dictionary::open(argv[4]);
    if (!dictionary) return std::fprintf(stderr, "%s\n", to_string(dictionary.error()).c_str()), 2;
    limits.dictionary = *std::move(dictionary);
  }

  SearchCounts counts;
  std::vector<double> times;
  const std::clock_t before = std::clock();
  std::ifstream queries(argv[2]);
  for (std::string line; std::getline(queries, line);) {
    const auto start = std::chrono::steady_clock::now();
    const auto subject = make_subject(line);
    if (!subject || subject->empty() || !search_bounded(index, *subject, limits, {}, &counts)) continue;
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  if (times.empty()) return 0;
  std::sort(times.begin(), times.end());
  const auto n = static_cast<double>(times.size());
  const auto at = [&](double share) { return times[static_cast<std::size_t>(share * (n - 1))]; };
  std::printf("%zu queries: p50 %.2f ms, p95 %.2f ms, worst %.2f ms\n", times.size(), at(0.5), at(0.95), times.back());
  std::printf("processor time a query: %.2f ms\n", 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / n);
  std::printf("a query: prepared %.2f ms, %.2f rounds, %.0f names scored\n", counts.prepared / n, static_cast<double>(counts.rounds) / n,
              static_cast<double>(counts.scored) / n);
  for (const auto& [name, table] : counts.tables)
    std::printf("  %-18.*s %8.2f ms %10.0f rows\n", static_cast<int>(name.size()), name.data(), table.milliseconds / n,
                static_cast<double>(table.hits) / n);
}
