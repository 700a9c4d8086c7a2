#include "marque/registry/change.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "registry/sample_entries.hpp"

using namespace marque;
using namespace marque::test;

namespace {

std::vector<std::string> names(const std::vector<FieldChange>& changes) {
  std::vector<std::string> all;
  for (const FieldChange& change : changes) all.push_back(change.field);
  return all;
}

}  // namespace

TEST_CASE("a change names what differs, in a fixed order, as people read it") {
  const Trademark before = plain_trademark("1000001", "海星");
  Trademark after = before;
  after.dates.expires = *Date::parse("2036-02-28");
  after.owners = {Party{.name = "海门乙公司", .country = "CN"}};
  after.status = Status::surrendered;
  after.scope.front().status = Status::cancelled;
  CHECK(Change{EntryId{1}, before, after}.fields() ==
        std::vector<FieldChange>{
            {"owner", "海门甲公司", "海门乙公司, CN"},
            {"status", "registered", "surrendered"},
            {"expires", "2026-02-28", "2036-02-28"},
            {"goods", "25: 服装, group 2501, code 250045", "25 (cancelled): 服装, group 2501, code 250045"}});
}

TEST_CASE("of the events only the new ones are shown") {
  Trademark before = plain_trademark("1000001", "海星");
  before.events = {Event{.kind = EventKind::registration, .date = *Date::parse("2016-03-01")}};
  Trademark after = before;
  after.events.push_back(
      Event{.kind = EventKind::renewal, .date = *Date::parse("2026-01-05"), .instrument = "第1900期"});
  CHECK(Change{EntryId{1}, before, after}.fields() ==
        std::vector<FieldChange>{{"events", "", "2026-01-05 renewal, 第1900期"}});
}

TEST_CASE("a new record's fields have no before, one taken back has no after") {
  const Entry entry = plain_trademark("1000001", "海星");
  const auto inserted = Change{EntryId{1}, std::nullopt, entry}.fields();
  const auto undone = Change{EntryId{1}, entry, std::nullopt}.fields();
  CHECK(names(inserted) == std::vector<std::string>{"kind", "number", "mark", "owner", "classes", "status",
                                                    "registered", "expires", "goods", "mark_kind"});
  CHECK(names(inserted) == names(undone));
  CHECK(std::ranges::all_of(inserted,
                            [](const FieldChange& change) { return change.before.empty() && !change.after.empty(); }));
  CHECK(std::ranges::all_of(undone,
                            [](const FieldChange& change) { return change.after.empty() && !change.before.empty(); }));
}

TEST_CASE("records that differ have a field that differs, equal ones none") {
  EntryMaker make(11);
  for (std::uint32_t number = 1; number <= 300; ++number) {
    const Entry one = make.entry(number), other = make.entry(number);
    CHECK(Change{EntryId{1}, one, one}.fields().empty());
    CHECK(Change{EntryId{1}, one, other}.fields().empty() == (one == other));
  }
}
