#include <algorithm>

#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// Takes a new register back to what schema version 1 was: the recipe of that version's file.
constexpr const char* to_version_1 = "DROP TABLE fingerprint; PRAGMA user_version = 1";

void make_version_1(const std::string& path) {
  const auto store = created(path);
  put(*store, {plain_trademark("1000001", "海星"), plain_indication("AGI01459", "海门山羊")});
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

TEST_CASE("a register of schema 1 is brought up to date when opened for writing, after a backup beside it") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  make_version_1(path);
  const auto before = held_by(*opened(path, Access::read));
  tamper(path, to_version_1);
  {
    const auto store = opened(path, Access::write);
    CHECK(held_by(*store) == before);
    CHECK(store->verify());
    CHECK(code_of(store->fingerprint("abc")) == ErrorCode::not_found);
  }
  CHECK(backups(folder) == std::vector<std::string>{"r.v1.bak"});
  CHECK(code_of(open_sqlite_store(folder / "r.v1.bak", Access::read)) == ErrorCode::unsupported);
  CHECK(held_by(*opened(folder / "r.v1.bak", Access::write)) == before);
  CHECK(held_by(*opened(path, Access::read)) == before);
}

TEST_CASE("a backup of an earlier migration is never overwritten") {
  TemporaryFolder folder;
  make_version_1(folder / "r");
  tamper(folder / "r", to_version_1);
  write_file(folder / "r.v1.bak", std::vector<std::byte>(3));
  opened(folder / "r", Access::write);
  CHECK(backups(folder) == std::vector<std::string>{"r.v1.bak", "r.v1.bak2"});
  CHECK(bytes_of_file(folder / "r.v1.bak").size() == 3);
}

TEST_CASE("an older register is not read without being brought up to date") {
  TemporaryFolder folder;
  make_version_1(folder / "r");
  tamper(folder / "r", to_version_1);
  CHECK(code_of(open_sqlite_store(folder / "r", Access::read)) == ErrorCode::unsupported);
  CHECK(backups(folder).empty());
}

TEST_CASE("a register of a later schema is left alone") {
  TemporaryFolder folder;
  make_version_1(folder / "r");
  tamper(folder / "r", "PRAGMA user_version = 3");
  CHECK(code_of(open_sqlite_store(folder / "r", Access::write)) == ErrorCode::newer_version);
  CHECK(code_of(open_sqlite_store(folder / "r", Access::read)) == ErrorCode::newer_version);
  CHECK(backups(folder).empty());
}

TEST_CASE("a register that says version 1 but is none is not migrated into one") {
  TemporaryFolder folder;
  make_version_1(folder / "r");
  tamper(folder / "r", std::string(to_version_1) + "; DROP TABLE picture");
  CHECK(code_of(open_sqlite_store(folder / "r", Access::write)) == ErrorCode::corrupt);
}
