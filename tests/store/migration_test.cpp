#include <algorithm>

#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// What marque 0.1.0 wrote with schemas 2 and 3: two records imported, one quarantined, one surrendered by hand; what it wrote with
/// schema 1 differed from 2 in one table.
void make_version(int version, const std::string& path) {
  const auto bytes = bytes_of_file(MARQUE_TESTS_DIR "/compat/register_v" + std::to_string(std::max(version, 2)) + ".sql");
  REQUIRE_FALSE(bytes.empty());
  tamper(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (version == 1) tamper(path, "DROP TABLE fingerprint; PRAGMA user_version = 1");
}

std::vector<std::string> backups(const TemporaryFolder& folder) {
  std::vector<std::string> found;
  for (const std::string& name : folder.names()) {
    if (name.find(".bak") != std::string::npos) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("a register of an older schema is brought up to date when opened for writing, after a backup beside it") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  const int version = GENERATE(1, 2, 3);
  make_version(version, path);
  const std::string backup = "r.v" + std::to_string(version) + ".bak";
  {
    const auto store = opened(path, Access::write);
    CHECK(words_of(store->entry(EntryId{2}).value()) == "海门山羊");
    CHECK(status_of(store->entry(EntryId{1}).value()) == Status::surrendered);
    CHECK(store->history(EntryId{1}).value().size() == 2);
    CHECK(store->quarantined(1).value().size() == 1);
    CHECK(store->imports().value().front().finished);
    CHECK(store->verify());
    put(*store, {plain_trademark("1000009", "甲")});
    CHECK(store->verify());
    CHECK(code_of(store->fingerprint("abc")) == ErrorCode::not_found);
  }
  CHECK(backups(folder) == std::vector<std::string>{backup});
  CHECK(held_by(*opened(folder / backup, Access::write)).size() == 2);
  CHECK(held_by(*opened(path, Access::read)).size() == 3);
}

TEST_CASE("a backup of an earlier migration is never overwritten") {
  TemporaryFolder folder;
  make_version(1, folder / "r");
  write_file(folder / "r.v1.bak", std::vector<std::byte>(3));
  opened(folder / "r", Access::write);
  CHECK(backups(folder) == std::vector<std::string>{"r.v1.bak", "r.v1.bak2"});
  CHECK(bytes_of_file(folder / "r.v1.bak").size() == 3);
}

TEST_CASE("an older register is read as if it had been brought up to date, and stays as it is") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  make_version(GENERATE(1, 2, 3), path);
  const auto before = bytes_of_file(path);
  {
    const auto store = opened(path, Access::read);
    CHECK(status_of(store->entry(EntryId{1}).value()) == Status::surrendered);
    CHECK(store->history(EntryId{1}).value().size() == 2);
    CHECK(store->quarantined(1).value().size() == 1);
    CHECK(store->verify());
    REQUIRE(store->backup(folder / "copy"));
  }
  CHECK(bytes_of_file(path) == before);
  CHECK(backups(folder).empty());
  CHECK(held_by(*opened(folder / "copy", Access::read)).size() == 2);
}

TEST_CASE("an older register that lacks something of its schema is not read") {
  TemporaryFolder folder;
  make_version(3, folder / "r");
  tamper(folder / "r", "DROP TRIGGER history_is_not_changed");
  CHECK(code_of(open_sqlite_store(folder / "r", Access::read)) == ErrorCode::corrupt);
}

TEST_CASE("a register of a later schema is left alone") {
  TemporaryFolder folder;
  created(folder / "r").reset();
  tamper(folder / "r", "PRAGMA user_version = 5");
  CHECK(code_of(open_sqlite_store(folder / "r", Access::write)) == ErrorCode::newer_version);
  CHECK(code_of(open_sqlite_store(folder / "r", Access::read)) == ErrorCode::newer_version);
  CHECK(backups(folder).empty());
}

TEST_CASE("a register that says version 1 but is none is not migrated into one") {
  TemporaryFolder folder;
  make_version(1, folder / "r");
  tamper(folder / "r", "DROP TABLE picture");
  CHECK(code_of(open_sqlite_store(folder / "r", Access::write)) == ErrorCode::corrupt);
}
