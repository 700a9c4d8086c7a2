// Shows: records from a file (JSON Lines or a table) into a registry, bad ones reported and passed over; queries; an
// event, and one that the law does not admit.
// Needs: a file of records. Without an argument it reads three lines of its own.
// Read first: 01_first_check.cpp

#include <cstdio>
#include <utility>

#include "marque/interchange/record_reader.hpp"
#include "marque/interchange/text.hpp"
#include "marque/registry/registry.hpp"

namespace {

constexpr const char* three_lines =
    R"({"kind":"trademark","number":"99900001","mark":"澜枫坊","owner":"示例家纺有限公司","classes":[24],"status":"registered","filed":"2016-02-01","registered":"2017-01-14","expires":"2027-01-13"})" "\n"
    R"({"kind":"trademark","number":"99900002","mark":"禾汀","owner":"示例食品有限公司","classes":[29,30],"status":"published","filed":"2026-04-02"})" "\n"
    R"({"kind":"trademark","number":"9990000X3","mark":"坏号","owner":"示例","classes":[30],"status":"registered"})" "\n";

marque::Result<std::unique_ptr<marque::RecordReader>> open(int argc, char** argv) {
  return argc > 1 ? marque::open_records(argv[1]) : marque::read_records(three_lines, "three lines");
}

/// Inserts every good record; a bad one is told and left out.
marque::Result<void> load(marque::RecordReader& reader, marque::Registry& registry) {
  for (;;) {
    auto next = reader.next();
    if (!next) return next.error();
    if (!*next) return {};
    marque::ReadRecord& record = **next;
    if (!record.entry) {
      std::printf("left out: %s\n", marque::to_string(record.entry.error()).c_str());
    } else if (const auto change = registry.insert(*std::move(record.entry)); !change) {
      std::printf("left out: %s\n", marque::to_string(change.error()).c_str());
    }
  }
}

int fail(const marque::Error& error) {
  std::fprintf(stderr, "%s\n", marque::to_string(error).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  auto reader = open(argc, argv);
  if (!reader) return fail(reader.error());
  marque::Registry registry;
  if (const auto loaded = load(**reader, registry); !loaded) return fail(loaded.error());
  std::printf("%zu records\n", registry.size());

  // Which terms end in 2027?
  marque::Query ending;
  ending.kind = marque::EntryKind::trademark;
  ending.expires_from = *marque::Date::make(2027, 1, 1);
  ending.expires_to = *marque::Date::make(2027, 12, 31);
  const auto due = registry.query(ending);
  std::printf("%zu terms end in 2027\n", due.size());

  // Records change by events, and only by those their state admits.
  marque::Query published;
  published.statuses = {marque::Status::published};
  const auto pending = registry.query(published);
  if (due.empty() || pending.empty()) return 0;
  const marque::Event renewal{.kind = marque::EventKind::renewal, .date = *marque::Date::make(2026, 11, 20)};
  if (const auto refused = registry.amend(pending.front(), renewal); !refused)
    std::printf("not admitted: %s\n", marque::to_string(refused.error()).c_str());
  const auto renewed = registry.amend(due.front(), renewal);
  if (!renewed) return fail(renewed.error());
  for (const marque::FieldChange& change : renewed->fields())
    std::printf("%s: %s -> %s\n", change.field.c_str(), change.before.c_str(), change.after.c_str());
}
