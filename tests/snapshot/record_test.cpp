#include "marque/snapshot/record.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "marque/base/digest.hpp"
#include "registry/sample_entries.hpp"
#include "snapshot/compat_entries.hpp"
#include "snapshot/portable_archive.hpp"
#include "snapshot/wire_types.hpp"

using namespace marque;
using namespace marque::test;

namespace {

using Bytes = std::vector<std::byte>;

/// A record with any payload, its checksum right.
Bytes sealed(std::uint8_t version, const Bytes& payload) {
  PortableWriter writer;
  writer << version;
  writer.save_binary(payload.data(), payload.size());
  writer << crc32c(writer.bytes());
  return writer.take();
}

template <class Right>
Bytes sealed_record(std::uint8_t kind, const Right& right) {
  PortableWriter writer(wire::newest_version);
  writer << kind << right;
  return sealed(wire::newest_version, writer.bytes());
}

wire::Trademark lawful() {
  wire::Trademark trademark;
  trademark.number = "1000001";
  trademark.scope.resize(1);
  trademark.scope.front().nice_class = 25;
  return trademark;
}

ErrorCode code_of(const Result<Entry>& result) { return result ? ErrorCode{} : result.error().code; }

}  // namespace

TEST_CASE("an entry comes back from its record as it was, and gives the same bytes again") {
  EntryMaker make(3);
  for (std::uint32_t number = 1; number <= 600; ++number) {
    const Entry entry = make.entry(number);
    const Bytes record = to_record(entry);
    const auto back = from_record(record);
    REQUIRE(back);
    REQUIRE(*back == entry);
    REQUIRE(to_record(*back) == record);
  }
}

TEST_CASE("every flipped byte and every cut of a record is an error") {
  compat_v1().for_each([](EntryId, const Entry& entry) {
    const Bytes record = to_record(entry);
    for (std::size_t at = 0; at < record.size(); ++at) {
      for (const unsigned mask : {0x01u, 0x80u, 0xffu}) {
        Bytes damaged = record;
        damaged[at] ^= static_cast<std::byte>(mask);
        REQUIRE(code_of(from_record(damaged)) == ErrorCode::corrupt);
      }
      REQUIRE(code_of(from_record(std::span(record).first(at))) == ErrorCode::corrupt);
    }
    Bytes longer = record;
    longer.push_back(std::byte{0});
    CHECK(code_of(from_record(longer)) == ErrorCode::corrupt);
  });
}

TEST_CASE("a whole record of a later version is told from a damaged one") {
  CHECK(code_of(from_record(sealed(wire::newest_version + 1, {}))) == ErrorCode::newer_version);
  CHECK(code_of(from_record(sealed(0, {}))) == ErrorCode::corrupt);
  CHECK(code_of(from_record(sealed(1, {}))) == ErrorCode::corrupt);
  CHECK(code_of(from_record(sealed(1, {std::byte{3}}))) == ErrorCode::corrupt);
}

TEST_CASE("values that could not be made by their makers do not enter, however right the checksum") {
  REQUIRE(from_record(sealed_record(0, lawful())));
  struct Case {
    const char* reason;
    void (*spoil)(wire::Trademark&);
  };
  const auto row = GENERATE(values<Case>({
      {"no number", [](auto& t) { t.number = ""; }},
      {"a number in another form", [](auto& t) { t.number = "第1000001号"; }},
      {"a class that is none", [](auto& t) { t.scope.front().nice_class = 46; }},
      {"class 0", [](auto& t) { t.scope.front().nice_class = 0; }},
      {"a group of no class",
       [](auto& t) { t.scope.front().goods.resize(1), t.scope.front().goods.front().group = 9901; }},
      {"a status that is none", [](auto& t) { t.status = 20; }},
      {"a kind that is none", [](auto& t) { t.kind = 3; }},
      {"a sign that is none", [](auto& t) { t.mark.signs = {8}; }},
      {"a day before the calendar", [](auto& t) { t.dates.filed = -354286; }},
      {"a day after the calendar", [](auto& t) { t.dates.filed = 2932897; }},
      {"a credit code with a wrong check",
       [](auto& t) { t.owners.resize(1), t.owners.front().uscc = "91350100M000100Y44"; }},
      {"an area code of five digits", [](auto& t) { t.owners.resize(1), t.owners.front().area = 32061; }},
      {"an event that is none", [](auto& t) { t.events.resize(1), t.events.front().kind = 55; }},
      {"too great a sum", [](auto& t) { t.events.resize(1), t.events.front().amount = 9'000'000'000'000'000; }},
  }));
  INFO(row.reason);
  wire::Trademark trademark = lawful();
  row.spoil(trademark);
  CHECK(code_of(from_record(sealed_record(0, trademark))) == ErrorCode::corrupt);
}

TEST_CASE("random payloads under a right checksum are refused or read, never more") {
  EntryMaker make(5);
  int accepted = 0;
  for (std::uint32_t number = 1; number <= 3000; ++number) {
    const Bytes record = to_record(make.entry(number));
    Bytes payload(record.begin() + 1, record.end() - 4);
    for (int i = 0; i < 2; ++i) payload[make.below(payload.size())] = static_cast<std::byte>(make.below(256));
    const Bytes damaged = sealed(wire::newest_version, payload);
    const auto entry = from_record(damaged);
    if (!entry) REQUIRE(entry.error().code == ErrorCode::corrupt);
    if (entry && ++accepted) REQUIRE(to_record(*entry) == damaged);
  }
  CHECK(accepted > 100);
}

TEST_CASE("a record of an earlier version is read without the members that came later") {
  PortableWriter writer(1);
  writer << std::uint8_t{0} << lawful();
  const auto entry = from_record(sealed(1, writer.bytes()));
  REQUIRE(entry);
  CHECK(*entry == *from_record(sealed_record(0, lawful())));
  CHECK(to_record(*entry).front() == std::byte{wire::newest_version});
}
