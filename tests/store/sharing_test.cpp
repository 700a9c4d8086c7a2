#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// What `check` gives in a child process without root's rights.
template <class Check>
bool in_a_child_without_rights(Check check) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const bool bound = ::geteuid() != 0 || (::setgid(65534) == 0 && ::setuid(65534) == 0);
    ::_exit(bound && check() ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("a second writer is told who holds the register, and gets it when the first is done") {
  TemporaryFolder folder;
  auto first = created(folder / "r");
  const auto second = open_sqlite_store(folder / "r", Access::write);
  REQUIRE(code_of(second) == ErrorCode::busy);
  CHECK_THAT(second.error().message,
             Catch::Matchers::Contains("process " + std::to_string(::getpid()) + " (test_store)"));
  CHECK(code_of(create_sqlite_store(folder / "r")) == ErrorCode::duplicate);
  first.reset();
  CHECK(open_sqlite_store(folder / "r", Access::write));
}

TEST_CASE("one register under two names has one lock") {
  TemporaryFolder folder;
  const auto first = created(folder / "r");
  REQUIRE(::symlink((folder / "r").c_str(), (folder / "other").c_str()) == 0);
  CHECK(code_of(open_sqlite_store(folder / "other", Access::write)) == ErrorCode::busy);
}

TEST_CASE("a reader beside the writer sees each commit, and nothing before it") {
  TemporaryFolder folder;
  const auto writer = created(folder / "r");
  const auto reader = opened(folder / "r", Access::read);
  CHECK(reader->size().value() == 0);
  put(*writer, {plain_trademark("1000001", "海星")});
  CHECK(reader->size().value() == 1);
  CHECK(reader->for_each([&](EntryId, const Entry&) {
    put(*writer, {plain_trademark("1000002", "江风")});  // the reader goes on as of its moment
    return true;
  }));
  CHECK(held_by(*reader).size() == 2);
  CHECK(reader->verify());
  const NewRecord record{.entry = plain_trademark("1000003", "甲")};
  CHECK(code_of(reader->put({&record, 1}, by_hand)) == ErrorCode::invalid_argument);
  CHECK(code_of(reader->begin_import("x")) == ErrorCode::invalid_argument);
}

TEST_CASE("a reader that closes last leaves the log to the writer") {
  TemporaryFolder folder;
  auto reader = [&] {
    const auto writer = created(folder / "r");
    put(*writer, {plain_trademark("1000001", "海星")});
    return opened(folder / "r", Access::read);
  }();
  CHECK(reader->size().value() == 1);
  reader.reset();
  CHECK(opened(folder / "r", Access::write)->size().value() == 1);
}

TEST_CASE("a register in a folder that cannot be written can be read") {
  TemporaryFolder folder;
  put(*created(folder / "r"), {plain_trademark("1000001", "海星")});
  REQUIRE(::chmod((folder / "r").c_str(), 0444) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  const bool read = in_a_child_without_rights([&] {
    const auto store = open_sqlite_store(folder / "r", Access::read);
    return store && (*store)->size().value_or(0u) == 1 && (*store)->verify() && (*store)->entry(EntryId{1});
  });
  const bool refused = in_a_child_without_rights([&] { return !open_sqlite_store(folder / "r", Access::write); });
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  CHECK(read);
  CHECK(refused);
}

TEST_CASE("a backup is a whole register, made while it is written, and overwrites nothing") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  put(*store, {plain_trademark("1000001", "海星"), plain_indication("AGI01459", "海门山羊")});
  REQUIRE(opened(folder / "r", Access::read)->backup(folder / "copy"));
  put(*store, {plain_trademark("1000002", "江风")});
  const auto copy = opened(folder / "copy", Access::write);
  CHECK(copy->size().value() == 2);
  CHECK(copy->verify());
  CHECK(copy->history(EntryId{2}).value() == store->history(EntryId{2}).value());
  put(*copy, {plain_trademark("1000003", "restored")});
  CHECK(code_of(store->backup(folder / "copy")) == ErrorCode::duplicate);
  CHECK(copy->size().value() == 3);
  CHECK(code_of(store->backup(folder / "nowhere/copy")) == ErrorCode::not_found);
  for (const std::string& name : folder.names()) CHECK((name.find("copy.") != 0 || name == "copy.lock"));
}

TEST_CASE("a new register is its owner's alone") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  struct stat facts {};
  REQUIRE(::stat((folder / "r").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
  CHECK(code_of(create_sqlite_store(folder / "nowhere/r")) == ErrorCode::not_found);
}
