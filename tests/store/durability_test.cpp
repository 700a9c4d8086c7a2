#include "marque/store/durability.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "marque/store/sqlite_store.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// The header's comment as one line of words.
std::string manual() {
  const auto bytes = bytes_of_file(MARQUE_TESTS_DIR "/../include/marque/store/durability.hpp");
  std::string words;
  for (const std::byte byte : bytes) {
    const char c = static_cast<char>(byte);
    if (c == '/') continue;
    const bool space = c == '\n' || c == ' ';
    if (!space || (!words.empty() && words.back() != ' ')) words += space ? ' ' : c;
  }
  return words;
}

/// Runs in every new connection: nothing is flushed, whatever marque asks for.
int careless(sqlite3* database, char**, const sqlite3_api_routines*) {
  sqlite3_exec(database, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
  return sqlite3_set_authorizer(
      database,
      [](void*, int action, const char* name, const char* value, const char*, const char*) {
        const bool sets = action == SQLITE_PRAGMA && value && sqlite3_stricmp(name, "synchronous") == 0;
        return sets ? SQLITE_IGNORE : SQLITE_OK;
      },
      nullptr);
}

}  // namespace

TEST_CASE("a register is not written where the database does not flush every commit") {
  const TemporaryFolder folder;
  const std::string path = folder / "r";
  REQUIRE(create_sqlite_store(path));
  const auto hook = reinterpret_cast<void (*)()>(careless);
  sqlite3_auto_extension(hook);
  const auto store = open_sqlite_store(path, Access::write);
  sqlite3_cancel_auto_extension(hook);
  REQUIRE_FALSE(store);
  CHECK(store.error().code == ErrorCode::storage);
  CHECK(store.error().message.find("synchronous") != std::string::npos);
  CHECK(open_sqlite_store(path, Access::write));
}

TEST_CASE("the contract that the program prints is the one in the manual, word for word") {
  const std::string words = manual();
  REQUIRE(words.size() > 1000);
  REQUIRE(durability_contract().size() == 6);
  int number = 0;
  for (const Bilingual& clause : durability_contract()) {
    CHECK(words.find(std::to_string(++number) + ". " + clause.en) != std::string::npos);
    CHECK_FALSE(clause.zh.empty());
  }
}
