#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "marque/store/sqlite_store.hpp"
#include "registry/sample_entries.hpp"
#include "snapshot/temporary_folder.hpp"

namespace marque::test {

inline const Cause by_hand{.action = "add", .detail = "by hand", .actor = "clerk", .as_of = *Date::parse("2026-11-22")};

template <class T>
ErrorCode code_of(const Result<T>& result) {
  return result ? ErrorCode{} : result.error().code;
}

inline std::unique_ptr<Store> created(const std::string& path) {
  auto store = create_sqlite_store(path);
  REQUIRE(store);
  return std::move(*store);
}

inline std::unique_ptr<Store> opened(const std::string& path, Access access) {
  auto store = open_sqlite_store(path, access);
  if (!store) FAIL(to_string(store.error()));
  return std::move(*store);
}

inline std::vector<Outcome> put(Store& store, const std::vector<Entry>& entries, const Cause& cause = by_hand) {
  std::vector<NewRecord> records;
  for (const Entry& entry : entries) records.push_back({.entry = entry});
  auto outcomes = store.put(records, cause);
  if (!outcomes) FAIL(to_string(outcomes.error()));
  return *outcomes;
}

inline std::vector<std::pair<EntryId, Entry>> held_by(const Store& store) {
  std::vector<std::pair<EntryId, Entry>> held;
  REQUIRE(store.for_each([&](EntryId id, const Entry& entry) {
    held.emplace_back(id, entry);
    return true;
  }));
  return held;
}

/// SQL on the file by another program, which knows nothing of marque's rules.
inline void tamper(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  const std::string why = message ? message : "";
  sqlite3_free(message);
  sqlite3_close(database);
  INFO(why);
  REQUIRE(result == SQLITE_OK);
}

}  // namespace marque::test
