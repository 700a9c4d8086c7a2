#include "store/schema.hpp"

#include "marque/base/version.hpp"
#include "store/row_digest.hpp"
#include "store/writer_lock.hpp"

namespace marque::sqlite {

namespace {

constexpr int application_id = 0x4d415251;  // "MARQ"

constexpr const char* tables_v1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  mark TEXT NOT NULL,
  owner TEXT NOT NULL,
  status TEXT NOT NULL,
  expires TEXT,
  rec BLOB NOT NULL);
CREATE UNIQUE INDEX entry_number ON entry(number, kind);
CREATE TABLE picture(digest TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE import(
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  stored INTEGER NOT NULL DEFAULT 0,
  quarantined INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE quarantine(
  place INTEGER PRIMARY KEY,
  import INTEGER NOT NULL,
  code INTEGER NOT NULL,
  message TEXT NOT NULL,
  file TEXT NOT NULL,
  record INTEGER,
  field TEXT NOT NULL,
  byte INTEGER,
  bytes BLOB NOT NULL);
CREATE INDEX quarantine_import ON quarantine(import);
CREATE TABLE history(
  revision INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  id INTEGER NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  actor TEXT NOT NULL,
  as_of TEXT,
  import INTEGER NOT NULL,
  rec_before BLOB,
  rec_after BLOB,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL);
CREATE INDEX history_id ON history(id);
CREATE INDEX history_import ON history(import) WHERE import <> 0;
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history
  WHEN NEW.revision IS NOT (SELECT coalesce(max(revision), 0) + 1 FROM history)
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
)sql";

constexpr const char* added_in_v2 = R"sql(
CREATE TABLE fingerprint(digest TEXT PRIMARY KEY, version INTEGER NOT NULL, bytes BLOB NOT NULL);
)sql";

// What an erasure takes out of the history leaves a row of its own, which says what was left; the salt goes with it, so that
// the hash tells nothing of what is gone.
constexpr const char* added_in_v3 = R"sql(
ALTER TABLE import ADD COLUMN content TEXT NOT NULL DEFAULT '';
ALTER TABLE import ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN finished INTEGER NOT NULL DEFAULT 1;
ALTER TABLE history ADD COLUMN salt BLOB;
CREATE TABLE erasure(
  revision INTEGER NOT NULL,
  erased_by INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY(revision, erased_by)) WITHOUT ROWID;
CREATE TRIGGER erasure_is_not_changed BEFORE UPDATE ON erasure
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER erasure_is_not_deleted BEFORE DELETE ON erasure
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
DROP TRIGGER history_is_not_changed;
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
  WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE revision = OLD.revision)
    OR NEW.salt IS NOT NULL
    OR (OLD.rec_before IS NULL) <> (NEW.rec_before IS NULL) OR (OLD.rec_after IS NULL) <> (NEW.rec_after IS NULL)
    OR (NEW.revision, NEW.at, NEW.id, NEW.action, NEW.detail, NEW.actor, NEW.import, NEW.prev_hash, NEW.hash)
       <> (OLD.revision, OLD.at, OLD.id, OLD.action, OLD.detail, OLD.actor, OLD.import, OLD.prev_hash, OLD.hash)
    OR NEW.as_of IS NOT OLD.as_of
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
)sql";

// Imports and what they quarantined stand in no chain.
constexpr const char* added_in_v4 = R"sql(
ALTER TABLE import ADD COLUMN digest BLOB;
ALTER TABLE quarantine ADD COLUMN digest BLOB;
)sql";

constexpr const char* objects =
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

using Objects = std::map<std::string, std::pair<std::string, std::string>>;  // name -> type, SQL

Objects objects_of(Database& database) {
  Objects found;
  Statement statement(database, objects);
  while (statement.step()) found.emplace(statement.text(1), std::pair(statement.text(0), statement.text(2)));
  return found;
}

[[noreturn]] void no_register(const Database& database, const std::string& why) {
  throw Fault(Error{ErrorCode::corrupt, "this is no register of marque's: " + why}.in_file(database.path()));
}

void set_version(Database& database, int version) {
  database.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

void make_tables(Database& database) {
  database.execute(tables_v1);
  database.execute(added_in_v2);
  database.execute(added_in_v3);
  database.execute(added_in_v4);
}

}  // namespace

void create_schema(Database& database) {
  Transaction transaction(database);
  make_tables(database);
  Statement(database, "INSERT INTO meta VALUES('created', ?), ('created_by', ?)")
      .bind(time_now(), "marque " + std::string(version()))
      .run();
  database.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  set_version(database, newest_schema);
  transaction.commit();
}

int schema_version(Database& database) {
  if (database.pragma("application_id") != application_id) no_register(database, "its application id is another");
  const auto version = database.pragma("user_version");
  if (version < 1) no_register(database, "it has no schema version");
  if (version > newest_schema)
    throw Fault(Error{ErrorCode::newer_version, "the register is of schema version " + std::to_string(version) +
                                                    ", this marque reads up to " + std::to_string(newest_schema)}
                    .in_file(database.path()));
  return static_cast<int>(version);
}

void migrate(Database& database, int from) {
  Transaction transaction(database);
  if (from < 2) database.execute(added_in_v2);
  if (from < 3) database.execute(added_in_v3);
  if (from < 4) {
    database.execute(added_in_v4);
    database.execute(seal_all);
  }
  set_version(database, newest_schema);
  transaction.commit();
}

void check_schema(Database& database) {
  Database pattern(":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  make_tables(pattern);
  const Objects wanted = objects_of(pattern), present = objects_of(database);
  for (const auto& [name, object] : wanted) {
    const auto found = present.find(name);
    if (found == present.end() || found->second != object)
      no_register(database, object.first + " \"" + name + "\" is not as it should be");
  }
  for (const auto& [name, object] : present) {
    if (object.first == "trigger" && !wanted.contains(name))
      no_register(database, "trigger \"" + name + "\" is foreign");
  }
}

}  // namespace marque::sqlite
