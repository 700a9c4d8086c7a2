#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const Cause undoing{.action = "undo", .detail = "import 1", .actor = "clerk"};

/// A register with two records by hand, of which import 1 changed one and to which it added one.
struct Imported {
  TemporaryFolder folder;
  std::unique_ptr<Store> store = created(folder / "r");
  std::vector<std::pair<EntryId, Entry>> before;
  std::uint64_t import = 0;

  Imported() {
    put(*store, {plain_trademark("1000001", "海星"), plain_trademark("1000002", "江风")});
    before = held_by(*store);
    import = store->begin_import("list.csv").value();
    put(*store, {plain_trademark("1000002", "江风二"), plain_trademark("1000003", "湖光")}, cause());
    put(*store, {plain_trademark("1000002", "江风三")}, cause());
  }
  Cause cause() const { return {.action = "import", .detail = "list.csv", .import = import}; }
};

}  // namespace

TEST_CASE("undoing an import gives every record its former content, and the history says so") {
  Imported test;
  const auto changes = test.store->undo(test.import, undoing);
  REQUIRE(changes);
  CHECK(*changes ==
        std::vector<Change>{{EntryId{2}, plain_trademark("1000002", "江风三"), plain_trademark("1000002", "江风")},
                            {EntryId{3}, plain_trademark("1000003", "湖光"), std::nullopt}});
  CHECK(held_by(*test.store) == test.before);
  CHECK(test.store->find("1000003").value() == std::nullopt);
  CHECK(test.store->imports()->front().undone);
  CHECK(test.store->history(EntryId{2})->size() == 4);
  CHECK(test.store->history(EntryId{3})->back().cause.action == "undo");
  CHECK(test.store->verify());
}

TEST_CASE("an id that was taken back is never given again") {
  Imported test;
  REQUIRE(test.store->undo(test.import, undoing));
  CHECK(put(*test.store, {plain_trademark("1000003", "湖光")}) == std::vector{Outcome::inserted});
  CHECK(test.store->find("1000003").value() == EntryId{4});
  CHECK(test.store->verify());
}

TEST_CASE("an import is undone once, and nothing is added to it afterwards") {
  Imported test;
  REQUIRE(test.store->undo(test.import, undoing));
  CHECK(code_of(test.store->undo(test.import, undoing)) == ErrorCode::unlawful);
  CHECK(code_of(test.store->put(std::vector<NewRecord>{{.entry = plain_trademark("1000009", "甲")}}, test.cause())) ==
        ErrorCode::unlawful);
  CHECK(code_of(test.store->undo(7, undoing)) == ErrorCode::not_found);
}

TEST_CASE("an import is not undone where a record was changed since, and then not in part either") {
  Imported test;
  const auto changed = GENERATE(EntryId{2}, EntryId{3});
  REQUIRE(test.store->amend(
      changed, Event{.kind = EventKind::note, .date = *Date::parse("2026-01-01"), .note = "gesehen"}, by_hand));
  const auto before = held_by(*test.store);
  const auto revision = test.store->revision().value();
  CHECK(code_of(test.store->undo(test.import, undoing)) == ErrorCode::unlawful);
  CHECK(held_by(*test.store) == before);
  CHECK(test.store->revision().value() == revision);
  CHECK_FALSE(test.store->imports()->front().undone);
}

TEST_CASE("of two imports of one record the later is undone first") {
  Imported test;
  const auto second = test.store->begin_import("later.csv").value();
  put(*test.store, {plain_trademark("1000003", "湖光二")}, {.action = "import", .import = second});
  CHECK(code_of(test.store->undo(test.import, undoing)) == ErrorCode::unlawful);
  REQUIRE(test.store->undo(second, undoing));
  CHECK(words_of(*test.store->entry(EntryId{3})) == "湖光");
  REQUIRE(test.store->undo(test.import, undoing));
  CHECK(held_by(*test.store) == test.before);
}

TEST_CASE("an import that a change by hand interrupted is not undone, for it would take that change with it") {
  Imported test;
  put(*test.store, {plain_trademark("1000002", "江风四")});
  put(*test.store, {plain_trademark("1000002", "江风三")}, test.cause());
  CHECK(code_of(test.store->undo(test.import, undoing)) == ErrorCode::unlawful);
}
