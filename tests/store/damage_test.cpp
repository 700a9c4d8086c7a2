#include "marque/store/sqlite_store.hpp"

#include <sys/resource.h>

#include <cerrno>
#include <csignal>

#include "store/sqlite.hpp"
#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// A register of 60 records and a picture, closed.
void make_register(const std::string& path) {
  const auto store = created(path);
  EntryMaker make(9);
  std::vector<Entry> entries;
  for (std::uint32_t number = 1; number <= 60; ++number) entries.push_back(make.entry(number));
  put(*store, entries);
  REQUIRE(store->put(
      std::vector<NewRecord>{
          {plain_trademark("1000001", "海星"), Image{std::vector<std::byte>(9000), "image/png"}, {}}},
      by_hand));
  const std::uint64_t import = store->begin_import("list.csv", "list.csv 12 7").value();
  const std::vector<QuarantinedRecord> bad{{Error{ErrorCode::malformed, "no number", {"list.csv", 3, "number", {}}}, "a,b,c"}};
  REQUIRE(store->import_batch({{}, bad, 3, true}, {.action = "import", .import = import}));
}

Result<void> verified(const std::string& path) {
  const auto store = open_sqlite_store(path, Access::read);
  if (!store) return store.error();
  return (*store)->verify();
}

const std::string without_triggers =
    "DROP TRIGGER history_is_not_changed; DROP TRIGGER history_is_not_deleted; DROP TRIGGER history_has_no_gaps;";

/// SQL that puts the triggers back word for word.
std::string triggers_of(const std::string& path) {
  std::string all;
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  const auto add = [](void* text, int, char** columns, char**) {
    *static_cast<std::string*>(text) += std::string(columns[0]) + ";";
    return 0;
  };
  REQUIRE(sqlite3_exec(database, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'", add, &all, nullptr) ==
          SQLITE_OK);
  sqlite3_close(database);
  return all;
}

}  // namespace

TEST_CASE("the history of a register refuses to be changed by ordinary means") {
  TemporaryFolder folder;
  make_register(folder / "r");
  const std::string sql =
      GENERATE("UPDATE history SET actor = 'x' WHERE revision = 3", "DELETE FROM history WHERE revision = 3",
               "INSERT OR REPLACE INTO history SELECT * FROM history WHERE revision = 3");
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open((folder / "r").c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_CONSTRAINT);
  sqlite3_close(database);
  CHECK(verified(folder / "r"));
}

TEST_CASE("verify finds what was changed behind the register's back") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  make_register(path);
  REQUIRE(verified(path));
  const auto [sql, fault] = GENERATE(table<std::string, std::string>({
      {"UPDATE history SET actor = 'somebody' WHERE revision = 7", "history row 7"},
      {"UPDATE history SET rec_after = rec_before WHERE revision = 7", "history row 7"},
      {"UPDATE history SET as_of = '2026-11-23' WHERE revision = 7", "history row 7"},
      {"UPDATE history SET hash = zeroblob(32) WHERE revision = 61", "history row 61"},
      {"DELETE FROM history WHERE revision = 7", "history row 7 is missing"},
      {"DELETE FROM history WHERE revision = 61", "not as its history left it"},
      {"DELETE FROM entry WHERE id = 5", "id 5"},
      {"UPDATE entry SET rec = (SELECT rec FROM entry WHERE id = 6) WHERE id = 3", "columns say other"},
      {"UPDATE entry SET status = 'cancelled' WHERE number = '1000001'", "columns say other"},
      {"UPDATE entry SET number = '999' WHERE id = 3", "columns say other"},
      {"UPDATE entry SET rec = zeroblob(length(rec)) WHERE id = 3", "checksum"},
      {"UPDATE picture SET bytes = zeroblob(9001)", "not the one of its digest"},
      {"INSERT INTO fingerprint VALUES('abc', 1, x'00')", "fingerprint of picture abc"},
      {"UPDATE history SET as_of = '2026-11-2x' WHERE revision = 7", "history row 7"},
      {"UPDATE quarantine SET bytes = CAST('a,b,d' AS BLOB)", "what import 1 quarantined"},
      {"UPDATE quarantine SET record = NULL", "what import 1 quarantined"},
      {"UPDATE import SET source = 'lisT.csv'", "import 1 is not as it was written"},
      {"UPDATE import SET undone = 1", "import 1 is not as it was written"},
  }));
  const std::string triggers = triggers_of(path);
  tamper(path, without_triggers + sql + ";" + triggers);
  const auto result = verified(path);
  REQUIRE(code_of(result) == ErrorCode::corrupt);
  CHECK_THAT(result.error().message, Catch::Matchers::Contains(fault));
}

TEST_CASE("a register whose schema was touched is not opened") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  make_register(path);
  const std::string sql = GENERATE("DROP TRIGGER history_is_not_changed", "DROP INDEX entry_number",
                                   "ALTER TABLE entry ADD COLUMN more TEXT",
                                   "CREATE TRIGGER foreign_one AFTER INSERT ON entry BEGIN DELETE FROM picture; END");
  tamper(path, sql);
  CHECK(code_of(open_sqlite_store(path, Access::write)) == ErrorCode::corrupt);
  CHECK(code_of(open_sqlite_store(path, Access::read)) == ErrorCode::corrupt);
}

TEST_CASE("an index or view that a browser added does no harm") {
  TemporaryFolder folder;
  make_register(folder / "r");
  tamper(folder / "r", "CREATE VIEW seen AS SELECT mark FROM entry; CREATE INDEX by_mark ON entry(mark)");
  CHECK(verified(folder / "r"));
}

TEST_CASE("damaged pages are reported as such, and never read as other data") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  make_register(path);
  const auto before = held_by(*opened(path, Access::read));
  const auto whole = bytes_of_file(path);
  int found = 0;
  for (std::size_t page = 0; page < whole.size() / 4096; ++page) {
    auto damaged = whole;
    for (std::size_t i = 0; i < 64; ++i) damaged[page * 4096 + 8 + i * 61] ^= std::byte{0x5a};
    write_file(path, damaged);
    const auto result = verified(path);
    if (!result) REQUIRE(code_of(result) == ErrorCode::corrupt);
    if (!result) ++found;
    const auto store = open_sqlite_store(path, Access::read);
    if (!store) continue;
    (void)(*store)->for_each([&](EntryId id, const Entry& entry) {
      REQUIRE(before.at(id.value - 1).second == entry);
      return true;
    });
  }
  CHECK(found > 10);
}

TEST_CASE("a file that is no register is told from one") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  SECTION("text") { write_file(path, std::vector<std::byte>(5000, std::byte{'x'})); }
  SECTION("nothing") { write_file(path, {}); }
  SECTION("another program's database") { tamper(path, "CREATE TABLE entry(id)"); }
  SECTION("half a register") {
    make_register(path);
    auto bytes = bytes_of_file(path);
    bytes.resize(bytes.size() / 2);
    write_file(path, bytes);
    CHECK(code_of(verified(path)) == ErrorCode::corrupt);
    return;
  }
  CHECK(code_of(open_sqlite_store(path, Access::write)) == ErrorCode::corrupt);
  CHECK(code_of(open_sqlite_store(path, Access::read)) == ErrorCode::corrupt);
}

TEST_CASE("a path that names no file, or no regular one, is refused") {
  TemporaryFolder folder;
  CHECK(code_of(open_sqlite_store(folder / "none", Access::write)) == ErrorCode::not_found);
  CHECK(code_of(open_sqlite_store(folder.path(), Access::read)) == ErrorCode::invalid_argument);
  CHECK(folder.names().empty());
}

TEST_CASE("a full disk refuses the batch and leaves the register as it was, ready for the next") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  put(*store, {plain_trademark("1000001", "海星")});
  EntryMaker make(2);
  std::vector<NewRecord> many;
  for (std::uint32_t number = 2; number <= 3000; ++number) many.push_back({.entry = make.entry(number)});
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit narrow{300'000, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &narrow) == 0);
  const auto refused = store->put(many, by_hand);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, handler);
  CHECK(code_of(refused) == ErrorCode::storage_full);
  CHECK(store->size().value() == 1);
  CHECK(store->put(many, by_hand));
  CHECK(store->size().value() == 3000);
  CHECK(store->verify());
}

TEST_CASE("SQLite's codes become marque's") {
  const auto [result, system, code] = GENERATE(table<int, int, ErrorCode>({
      {SQLITE_FULL, 0, ErrorCode::storage_full},
      {SQLITE_IOERR_WRITE, ENOSPC, ErrorCode::storage_full},
      {SQLITE_IOERR_FSYNC, EIO, ErrorCode::storage},
      {SQLITE_CORRUPT_VTAB, 0, ErrorCode::corrupt},
      {SQLITE_NOTADB, 0, ErrorCode::corrupt},
      {SQLITE_BUSY_SNAPSHOT, 0, ErrorCode::busy},
      {SQLITE_NOMEM, 0, ErrorCode::out_of_memory},
      {SQLITE_CANTOPEN, EACCES, ErrorCode::storage},
  }));
  CHECK(sqlite::code_of(result, system) == code);
}

TEST_CASE("a database that may not grow says it is full") {
  sqlite::Database database(":memory:", "r", SQLITE_OPEN_READWRITE);
  database.execute("PRAGMA max_page_count = 4; CREATE TABLE t(x)");
  const auto filled = sqlite::guarded([&] { database.execute("INSERT INTO t VALUES(zeroblob(100000))"); });
  CHECK(code_of(filled) == ErrorCode::storage_full);
}

TEST_CASE("verifying can be stopped") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  EntryMaker make(2);
  std::vector<Entry> entries;
  for (std::uint32_t number = 1; number <= 1100; ++number) entries.push_back(make.entry(number));
  put(*store, entries);
  CHECK(code_of(store->verify(Progress([](std::uint64_t, std::uint64_t) { return false; }))) == ErrorCode::cancelled);
  CHECK(store->verify());
}
