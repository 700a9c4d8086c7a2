#include "marque/store/store.hpp"

#include "marque/base/digest.hpp"
#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

Image image_of(const std::string& text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {{bytes.begin(), bytes.end()}, "image/png"};
}

Trademark with_image(const std::string& path) {
  Trademark trademark = plain_trademark("1000001", "海星");
  trademark.mark.image = ImageReference{path, ""};
  return trademark;
}

std::string digest_of(const Store& store, EntryId id) {
  const auto entry = store.entry(id);
  REQUIRE(entry);
  const ImageReference* image = image_of(*entry);
  return image ? image->digest : "none";
}

}  // namespace

TEST_CASE("what was put is there after the register was closed and opened again") {
  TemporaryFolder folder;
  EntryMaker make(4);
  std::vector<std::pair<EntryId, Entry>> before;
  {
    const auto store = created(folder / "r");
    std::vector<Entry> entries;
    for (std::uint32_t number = 1; number <= 500; ++number) entries.push_back(make.entry(number));
    CHECK(put(*store, entries) == std::vector<Outcome>(500, Outcome::inserted));
    before = held_by(*store);
    CHECK(before.size() == 500);
    CHECK(before[7].second == entries[7]);
  }
  CHECK(folder.names().size() == 2);  // the register and its lock: the log is emptied
  const auto store = opened(folder / "r", Access::read);
  CHECK(held_by(*store) == before);
  CHECK(store->size().value() == 500);
  CHECK(store->revision().value() == 500);
  CHECK(store->verify());
}

TEST_CASE("a known number is replaced, an unchanged record leaves no trace") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  Trademark renewed = plain_trademark("1000001", "海星");
  renewed.dates.expires = *Date::parse("2036-02-28");
  CHECK(put(*store, {plain_trademark("1000001", "海星")}) == std::vector{Outcome::inserted});
  CHECK(put(*store, {plain_trademark("1000001", "海星"), renewed, renewed}) ==
        std::vector{Outcome::unchanged, Outcome::updated, Outcome::unchanged});
  const auto history = store->history(EntryId{1});
  REQUIRE(history);
  REQUIRE(history->size() == 2);
  CHECK_FALSE(history->front().change.before);
  CHECK((*history)[1].change == Change{EntryId{1}, plain_trademark("1000001", "海星"), renewed});
  CHECK((*history)[1].cause.actor == "clerk");
  CHECK((*history)[1].cause.as_of == Date::parse("2026-11-22").value());
  CHECK((*history)[1].revision == store->revision().value());
}

TEST_CASE("a national and an international record may share their digits") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  InternationalRegistration madrid{.number = *InternationalNumber::parse("1000001")};
  CHECK(put(*store, {madrid, plain_trademark("1000001", "海星")}) == std::vector{Outcome::inserted, Outcome::inserted});
  CHECK(store->find("第1000001号").value() == EntryId{2});
  CHECK(store->find("2000002").value() == std::nullopt);
}

TEST_CASE("a batch with one bad record stores none of it") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  const std::vector<NewRecord> records{{.entry = plain_trademark("1000001", "海星")},
                                       {.entry = GeographicalIndication{}}};
  const auto outcomes = store->put(records, by_hand);
  REQUIRE(code_of(outcomes) == ErrorCode::missing_field);
  CHECK(outcomes.error().where.record == 2u);
  CHECK(store->size().value() == 0);
  CHECK(store->revision().value() == 0);
  CHECK(code_of(store->put(records, {.action = "import", .import = 9})) == ErrorCode::not_found);
}

TEST_CASE("pictures are kept once, by their digest, and outlive an import that comes without them") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  const std::string digest = to_hex(sha256(image_of("picture").bytes));
  const Fingerprint print{9, {ViewCode{}}, {}};
  REQUIRE(store->put(std::vector<NewRecord>{{with_image("a.png"), image_of("picture"), {}}}, by_hand));
  CHECK(digest_of(*store, EntryId{1}) == digest);
  CHECK(store->image(digest).value() == image_of("picture"));
  CHECK(code_of(store->image("abc")) == ErrorCode::not_found);
  CHECK(code_of(store->fingerprint(digest)) == ErrorCode::not_found);

  CHECK(put(*store, {with_image("a.png")}) == std::vector{Outcome::unchanged});
  CHECK(digest_of(*store, EntryId{1}) == digest);
  CHECK(put(*store, {with_image("b.png")}) == std::vector{Outcome::updated});
  CHECK(digest_of(*store, EntryId{1}).empty());

  REQUIRE(store->put(std::vector<NewRecord>{{plain_trademark("1000001", "海星"), image_of("picture"), {}}}, by_hand));
  CHECK(digest_of(*store, EntryId{1}) == digest);
  CHECK(store->verify());
  const NewRecord indication{plain_indication("AGI01459", "海门山羊"), image_of("goat"), {}};
  CHECK(code_of(store->put({&indication, 1}, by_hand)) == ErrorCode::invalid_argument);
  CHECK(code_of(store->image(to_hex(sha256(image_of("goat").bytes)))) == ErrorCode::not_found);
}

TEST_CASE("an event changes a record under its law, and stands in the history") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  put(*store, {plain_trademark("1000001", "海星")});
  const Event surrender{.kind = EventKind::surrender, .date = *Date::parse("2020-01-01")};
  const auto change = store->amend(EntryId{1}, surrender, {.action = "record", .detail = "surrender"});
  REQUIRE(change);
  CHECK(status_of(*store->entry(EntryId{1})) == Status::surrendered);
  CHECK(store->history(EntryId{1})->back().change == *change);
  CHECK(code_of(store->amend(EntryId{1}, Event{.kind = EventKind::filing, .date = *Date::parse("2020-01-02")},
                             by_hand)) == ErrorCode::unlawful);
  CHECK(code_of(store->amend(EntryId{5}, surrender, by_hand)) == ErrorCode::not_found);
  CHECK(store->revision().value() == 2);
  CHECK(store->verify());
}

TEST_CASE("what an import could not store is kept byte for byte with its error") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  const auto import = store->begin_import("list.csv").value();
  const QuarantinedRecord bad{
      Error{ErrorCode::invalid_date, "no such day"}.in_file("list.csv").in_record(3).in_field("申请日期").at_offset(7),
      std::string("1,\0,x", 5)};
  const QuarantinedRecord vague{Error{ErrorCode::malformed, "unclosed quote"}, "\xff"};
  REQUIRE(store->quarantine(import, std::vector{bad, vague}));
  put(*store, {plain_trademark("1000001", "海星"), plain_trademark("1000001", "海星")},
      {.action = "import", .import = import});
  const auto kept = store->quarantined(import);
  REQUIRE(kept);
  REQUIRE(kept->size() == 2);
  CHECK(kept->front().error == bad.error);
  CHECK(kept->front().bytes == bad.bytes);
  CHECK(kept->back().error == vague.error);
  const auto imports = store->imports();
  REQUIRE(imports);
  REQUIRE(imports->size() == 1);
  CHECK(imports->front().source == "list.csv");
  CHECK(imports->front().stored == 2);
  CHECK(imports->front().quarantined == 2);
  CHECK_FALSE(imports->front().undone);
  CHECK(code_of(store->quarantine(77, std::vector{bad})) == ErrorCode::not_found);
}

TEST_CASE("a batch of an import is there as a whole, with how far the source was read, or not at all") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  const auto import = store->begin_import("list.csv", "2 KB, digest").value();
  const Cause cause{.action = "import", .import = import};
  const std::vector<NewRecord> good{{.entry = plain_trademark("1000001", "甲")}, {.entry = plain_trademark("1000002", "乙")}};
  const std::vector<QuarantinedRecord> bad{{Error{ErrorCode::malformed, "unclosed quote"}, "\"x"}};
  REQUIRE(store->import_batch({good, bad, 3, false}, cause));
  const auto open = store->imports().value().front();
  CHECK_FALSE(open.finished);
  CHECK(open.content == "2 KB, digest");
  CHECK(open.read == 3);
  CHECK(open.stored == 2);
  CHECK(open.quarantined == 1);

  const std::vector<NewRecord> spoiled{{.entry = plain_trademark("1000003", "丙")}, {.entry = GeographicalIndication{}}};
  CHECK(code_of(store->import_batch({spoiled, bad, 9, true}, cause)) == ErrorCode::missing_field);
  CHECK(store->imports().value().front().read == 3);
  CHECK(store->quarantined(import).value().size() == 1);
  CHECK(store->size().value() == 2);

  REQUIRE(store->import_batch({{}, {}, 4, true}, cause));
  CHECK(store->imports().value().front().finished);
  CHECK(code_of(store->import_batch({{}, {}, 5, true}, cause)) == ErrorCode::unlawful);
  CHECK(store->touched_by(import).value() == std::vector{EntryId{1}, EntryId{2}});
  CHECK(store->undo(import, by_hand));
  CHECK(code_of(store->import_batch({{}, {}, 5, true}, {.action = "import", .import = 7})) == ErrorCode::not_found);
}

TEST_CASE("a visitor may stop, and may read other records meanwhile") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  put(*store, {plain_trademark("1000001", "甲"), plain_trademark("1000002", "乙"), plain_trademark("1000003", "丙")});
  int visited = 0;
  CHECK(store->for_each([&](EntryId id, const Entry&) {
    CHECK(store->entry(EntryId{4 - id.value}));
    return ++visited < 2;
  }));
  CHECK(visited == 2);
}
