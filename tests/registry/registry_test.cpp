#include "marque/registry/registry.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "registry/sample_entries.hpp"

using namespace marque;
using namespace marque::test;

namespace {

using Held = std::vector<std::pair<EntryId, Entry>>;

Held held_by(const Registry& registry) {
  Held held;
  registry.for_each([&](EntryId id, const Entry& entry) { held.emplace_back(id, entry); });
  return held;
}

/// What a registry does, as a list without indexes that is copied before every transaction.
struct ListOracle {
  Held entries;
  std::uint64_t next_id = 1;

  bool taken(const Entry& entry, std::optional<EntryId> by_other_than) const {
    return std::ranges::any_of(entries, [&](const auto& held) {
      return number_of(held.second) == number_of(entry) && kind_of(held.second) == kind_of(entry) &&
             held.first != by_other_than;
    });
  }
  bool apply(const Edit& edit) {
    if (const auto* insert = std::get_if<Insert>(&edit)) {
      if (taken(insert->entry, std::nullopt)) return false;
      entries.emplace_back(EntryId{next_id++}, insert->entry);
      return true;
    }
    const auto& replace = std::get<Replace>(edit);
    const auto place = std::ranges::find(entries, replace.id, &Held::value_type::first);
    if (place == entries.end() || taken(replace.entry, replace.id)) return false;
    place->second = replace.entry;
    return true;
  }
  bool apply(std::span<const Edit> edits) {
    ListOracle after = *this;
    if (!std::ranges::all_of(edits, [&](const Edit& edit) { return after.apply(edit); })) return false;
    *this = std::move(after);
    return true;
  }
  std::vector<EntryId> query(const Query& query) const {
    std::vector<EntryId> found;
    for (const auto& [id, entry] : entries) {
      if (matches(query, entry)) found.push_back(id);
    }
    return found;
  }
};

Edit random_edit(EntryMaker& make) {
  Entry entry = make.entry(1 + static_cast<std::uint32_t>(make.below(60)));
  if (make.below(3) == 0) return Insert{std::move(entry)};
  return Replace{EntryId{1 + make.below(40)}, std::move(entry)};
}

Query random_query(EntryMaker& make) {
  Query query;
  const auto chosen = [&] { return make.below(4) == 0; };
  if (chosen()) query.kind = static_cast<EntryKind>(make.below(3));
  if (chosen()) query.owner = make.below(2) ? "ACME" : "海";
  if (chosen()) query.classes.insert(*NiceClass::make(1 + static_cast<int>(make.below(45))));
  if (chosen()) query.classes.insert(*NiceClass::make(1 + static_cast<int>(make.below(45))));
  if (chosen()) query.group = SimilarGroup::parse("0" + std::to_string(1 + make.below(9)) + "01").value();
  if (chosen()) query.statuses = {Status::registered, Status::filed, Status::registered};
  if (chosen()) query.expires_from = Date::from_days(static_cast<std::int32_t>(make.below(30000)));
  if (chosen()) query.expires_to = Date::from_days(static_cast<std::int32_t>(make.below(30000)));
  if (chosen()) query.area = AreaCode::from_digits(320600 + static_cast<std::uint32_t>(make.below(20)));
  if (chosen()) query.mark = make.below(2) ? "HOME" : "石桥";
  return query;
}

}  // namespace

TEST_CASE("a registry does what a plain list does, whatever edits succeed or fail") {
  const auto seed = GENERATE(range(1, 6));
  EntryMaker make(static_cast<std::uint64_t>(seed));
  Registry registry;
  ListOracle oracle;
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<Edit> edits;
    for (std::uint64_t left = 1 + make.below(4); left > 0; --left) edits.push_back(random_edit(make));
    const bool done = oracle.apply(edits);
    REQUIRE(registry.apply(edits).has_value() == done);
    if (!done) ++refused;
    REQUIRE(held_by(registry) == oracle.entries);
    for (int i = 0; i < 5; ++i) {
      const Query query = random_query(make);
      REQUIRE(registry.query(query) == oracle.query(query));
    }
  }
  CHECK(refused > 20);
  CHECK(registry.size() > 10);
}

TEST_CASE("a transaction that fails at its last edit leaves nothing of the first") {
  Registry registry;
  REQUIRE(registry.insert(plain_trademark("1000001", "海星")));
  const Held before = held_by(registry);
  const std::vector<Edit> edits{Insert{plain_trademark("1000002", "江风")},
                                Replace{EntryId{1}, plain_trademark("1000009", "海马")},
                                Insert{plain_trademark("1000002", "再来")}};
  const auto changes = registry.apply(edits);
  REQUIRE_FALSE(changes);
  CHECK(changes.error().code == ErrorCode::duplicate);
  CHECK(changes.error().where.record == 3u);
  CHECK(held_by(registry) == before);
  CHECK_FALSE(registry.find("1000002"));
  CHECK(registry.find("1000001") == EntryId{1});
  CHECK(registry.query({.mark = "江"}).empty());
  CHECK(registry.insert(plain_trademark("1000003", "新"))->id == EntryId{2});
}

TEST_CASE("an edit sees the edits before it") {
  Registry registry;
  REQUIRE(registry.insert(plain_trademark("1000001", "甲")));
  REQUIRE(registry.insert(plain_trademark("1000002", "乙")));
  const std::vector<Edit> exchange{Replace{EntryId{1}, plain_trademark("1000003", "甲")},
                                   Replace{EntryId{2}, plain_trademark("1000001", "乙")},
                                   Replace{EntryId{1}, plain_trademark("1000002", "甲")}};
  const auto changes = registry.apply(exchange);
  REQUIRE(changes);
  CHECK(number_of(*changes->back().before) == "1000003");
  CHECK(registry.find("1000001") == EntryId{2});
  CHECK(registry.find("1000002") == EntryId{1});
  CHECK_FALSE(registry.find("1000003"));
}

TEST_CASE("a record is found by its number in any spelling, and by its kind where digits are shared") {
  Registry registry;
  InternationalRegistration madrid{.number = *InternationalNumber::parse("1234567")};
  REQUIRE(registry.insert(madrid));
  CHECK(registry.find("1234567") == EntryId{1});
  REQUIRE(registry.insert(plain_trademark("1234567", "海门")));
  REQUIRE(registry.insert(plain_indication("local:7", "海门山羊")));
  CHECK(registry.find("第1234567号") == EntryId{2});
  CHECK(registry.find("1234567", EntryKind::international) == EntryId{1});
  CHECK(registry.find(" local:7 ") == EntryId{3});
  CHECK_FALSE(registry.find("7654321"));
}

TEST_CASE("an unlawful event, an unknown id and a record without a number are refused") {
  Registry registry;
  REQUIRE(registry.insert(plain_trademark("1000001", "甲")));
  const Date day = *Date::parse("2020-01-01");
  CHECK(registry.amend(EntryId{1}, Event{.kind = EventKind::filing, .date = day}).error().code == ErrorCode::unlawful);
  CHECK(registry.amend(EntryId{9}, Event{.kind = EventKind::note, .date = day}).error().code == ErrorCode::not_found);
  CHECK(registry.insert(GeographicalIndication{}).error().code == ErrorCode::missing_field);
  CHECK(registry.entry(EntryId{9}).error().code == ErrorCode::not_found);
  CHECK(held_by(registry) == Held{{EntryId{1}, plain_trademark("1000001", "甲")}});
}

TEST_CASE("an event moves a record from one index to another") {
  Registry registry;
  REQUIRE(registry.insert(plain_trademark("1000001", "甲")));
  const auto change =
      registry.amend(EntryId{1}, Event{.kind = EventKind::surrender, .date = *Date::parse("2020-01-01")});
  REQUIRE(change);
  CHECK(registry.query({.statuses = {Status::registered}}).empty());
  CHECK(registry.query({.statuses = {Status::surrendered}}) == std::vector{EntryId{1}});
  CHECK(change->before == Entry(plain_trademark("1000001", "甲")));
  CHECK(change->after == *registry.entry(EntryId{1}));
}

TEST_CASE("records are put back under their own ids, each once") {
  Registry::Builder builder;
  REQUIRE(builder.add(EntryId{7}, plain_trademark("1000001", "甲")));
  const auto [id, number, code] = GENERATE(table<std::uint64_t, std::string, ErrorCode>({
      {7, "1000002", ErrorCode::duplicate},
      {8, "1000001", ErrorCode::duplicate},
      {0, "1000002", ErrorCode::invalid_argument},
      {~std::uint64_t{0}, "1000002", ErrorCode::invalid_argument},
  }));
  CHECK(builder.add(EntryId{id}, plain_trademark(number, "乙")).error().code == code);
  Registry registry = *std::move(builder).build();
  CHECK(registry.size() == 1);
  CHECK(registry.query({.mark = "乙"}).empty());
  CHECK(registry.insert(plain_trademark("1000003", "丙"))->id == EntryId{8});
}

TEST_CASE("a registry that was built at once does what one of single insertions does") {
  EntryMaker make(7);
  ListOracle oracle;
  Registry::Builder builder;
  for (std::uint32_t number = 1; number <= 300; ++number) {
    const EntryId id{number % 2 == 0 ? number : 1000 - number};  // in no order
    const Entry entry = make.entry(number);
    REQUIRE(builder.add(id, entry));
    oracle.entries.emplace_back(id, entry);
  }
  std::ranges::sort(oracle.entries, {}, &Held::value_type::first);
  oracle.next_id = 1000;
  Registry registry = *std::move(builder).build();
  for (int round = 0; round < 400; ++round) {
    const Query query = random_query(make);
    REQUIRE(registry.query(query) == oracle.query(query));
    const std::vector<Edit> edits{random_edit(make)};
    REQUIRE(registry.apply(edits).has_value() == oracle.apply(edits));
  }
  CHECK(held_by(registry) == oracle.entries);
}
