#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// A record put into the register by a process that is killed, so that it stands in the log alone.
void put_by_one_that_is_killed(const std::string& path, const Entry& entry) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto store = open_sqlite_store(path, Access::write);
    const std::vector<NewRecord> records{{.entry = entry}};
    ::_exit(store && (*store)->put(records, by_hand) ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  REQUIRE(std::filesystem::file_size(path + "-wal") > 0);
}

std::vector<std::pair<EntryId, Entry>> held_in(const std::string& path) { return held_by(*opened(path, Access::read)); }

/// A register of one record and its copy, and another record that came after the copy and stands in the log.
struct Kept {
  TemporaryFolder folder;
  std::string path = folder / "r", copy = folder / "copy";
  std::vector<std::pair<EntryId, Entry>> before, after;

  Kept() {
    {
      const auto store = created(path);
      put(*store, {plain_trademark("1", "江海")});
      REQUIRE(store->backup(copy));
    }
    before = held_in(path);
    put_by_one_that_is_killed(path, plain_trademark("2", "山羊"));
    after = held_in(path);
    REQUIRE(after.size() == 2);
  }
};

}  // namespace

TEST_CASE("a copy takes a register's place, whose log goes with it, and the register is kept") {
  Kept kept;
  const auto replaced = restore_sqlite_store(kept.path, kept.copy);
  REQUIRE(replaced);
  CHECK(*replaced == kept.path + ".replaced");
  CHECK(held_in(kept.path) == kept.before);
  CHECK(held_in(*replaced) == kept.after);
  const auto store = opened(kept.path, Access::write);
  CHECK(store->verify());
  put(*store, {plain_trademark("3", "海门")});
  CHECK(store->size().value() == 2);
  CHECK(held_in(kept.copy) == kept.before);
  CHECK_FALSE(std::filesystem::exists(kept.path + ".restored"));
}

TEST_CASE("a second restoring keeps the first register under another name") {
  Kept kept;
  REQUIRE(restore_sqlite_store(kept.path, kept.copy));
  CHECK(restore_sqlite_store(kept.path, kept.copy).value() == kept.path + ".replaced2");
  CHECK(held_in(kept.path) == kept.before);
}

TEST_CASE("a register that is read or written is not replaced") {
  Kept kept;
  {
    const auto reader = opened(kept.path, Access::read);
    CHECK(reader->size().value() == 2);
    CHECK(code_of(restore_sqlite_store(kept.path, kept.copy)) == ErrorCode::busy);
    CHECK(held_by(*reader) == kept.after);
  }
  {
    const auto writer = opened(kept.path, Access::write);
    CHECK(code_of(restore_sqlite_store(kept.path, kept.copy)) == ErrorCode::busy);
  }
  CHECK(held_in(kept.path) == kept.after);
  CHECK(restore_sqlite_store(kept.path, kept.copy));
}

TEST_CASE("a damaged register is replaced, log and all") {
  Kept kept;
  std::fstream(kept.path, std::ios::in | std::ios::out | std::ios::binary) << std::string(200, 'x');
  REQUIRE_FALSE(open_sqlite_store(kept.path, Access::read));
  REQUIRE(restore_sqlite_store(kept.path, kept.copy));
  CHECK(held_in(kept.path) == kept.before);
  CHECK(opened(kept.path, Access::write)->verify());
}

TEST_CASE("a register that is gone is put back, whatever log it left") {
  Kept kept;
  REQUIRE(std::filesystem::remove(kept.path));
  CHECK(restore_sqlite_store(kept.path, kept.copy).value().empty());
  CHECK(held_in(kept.path) == kept.before);
  CHECK(opened(kept.path, Access::write)->verify());
}

TEST_CASE("a copy that is no sound register replaces nothing") {
  Kept kept;
  write_file(kept.folder / "bad", std::vector<std::byte>(9000, std::byte{7}));
  CHECK(code_of(restore_sqlite_store(kept.path, kept.folder / "bad")) == ErrorCode::corrupt);
  CHECK(code_of(restore_sqlite_store(kept.path, kept.folder / "none")) == ErrorCode::not_found);
  tamper(kept.copy, "PRAGMA writable_schema = ON; UPDATE entry SET owner = 'somebody'");
  CHECK(code_of(restore_sqlite_store(kept.path, kept.copy)) == ErrorCode::corrupt);
  CHECK(held_in(kept.path) == kept.after);
}
