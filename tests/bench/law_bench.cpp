// Times the law: periods counted, and the docket of a register.
//
//   law_bench REGISTER [AS-OF]
//
// Prints what one call of deadline() takes over all periods and many days, and what a docket takes once the records are in memory,
// with and without reading them from the register.

#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "marque/docket/docket.hpp"
#include "marque/interchange/docket.hpp"
#include "marque/store/sqlite_store.hpp"

using namespace marque;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void time_deadlines() {
  const Date first = *Date::make(2013, 1, 1), last = *Date::make(2026, 12, 31);
  std::size_t calls = 0;
  std::int64_t sum = 0;
  const auto start = Clock::now();
  for (Date day = first; day < last; day = day.plus_days(1))
    for (const Period& period : periods()) {
      sum += deadline(period, day).end.value_or(day).days();
      ++calls;
    }
  const double took = milliseconds_since(start);
  std::printf("deadline\t%zu calls\t%.1f ns a call\t(sum %lld)\n", calls, took * 1e6 / static_cast<double>(calls), static_cast<long long>(sum));
}

std::size_t items_in(const std::vector<std::pair<EntryId, Entry>>& entries, const DocketOptions& options) {
  Docket docket(options);
  for (const auto& [id, entry] : entries) docket.add(id, entry);
  return std::move(docket).items().size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("law_bench REGISTER [AS-OF]\n", stderr);
    return 2;
  }
  const auto as_of = Date::parse(argc == 3 ? argv[2] : "2026-11-22");
  const auto store = open_sqlite_store(argv[1], Access::read);
  if (!store || !as_of) {
    std::fputs("no register, or no day\n", stderr);
    return 2;
  }
  time_deadlines();
  std::vector<std::pair<EntryId, Entry>> entries;
  auto start = Clock::now();
  const auto read = (*store)->for_each([&](EntryId id, const Entry& entry) {
    entries.emplace_back(id, entry);
    return true;
  });
  if (!read) return 4;
  std::printf("read\t%zu records\t%.1f ms\n", entries.size(), milliseconds_since(start));
  for (const bool everything : {false, true}) {
    DocketOptions options = docket_around(*as_of);
    options.everything = everything;
    start = Clock::now();
    const std::size_t items = items_in(entries, options);
    std::printf("docket%s\t%zu items\t%.1f ms\n", everything ? " of everything" : "", items, milliseconds_since(start));
  }
  return 0;
}
