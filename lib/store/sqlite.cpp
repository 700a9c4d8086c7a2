#include "store/sqlite.hpp"

#include <cerrno>

#include "store/row_digest.hpp"

namespace marque::sqlite {

ErrorCode code_of(int result, int system_errno) noexcept {
  switch (result & 0xff) {
    case SQLITE_FULL:
      return ErrorCode::storage_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return ErrorCode::corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::busy;
    case SQLITE_NOMEM:
      return ErrorCode::out_of_memory;
    case SQLITE_TOOBIG:
      return ErrorCode::limit_exceeded;
    case SQLITE_MISUSE:
      return ErrorCode::internal;
    case SQLITE_IOERR: {
      if (result != SQLITE_IOERR_WRITE) return ErrorCode::storage;  // the others leave more open than a lack of space
      const bool full = system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
      return full ? ErrorCode::storage_full : ErrorCode::storage;
    }
    default:
      return ErrorCode::storage;
  }
}

Statement::Statement(Database& database, std::string_view sql, unsigned flags) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()), flags, &statement, nullptr));
  handle_.reset(statement);
}

void Statement::check(int result) const {
  if (result != SQLITE_OK) database_->fail(result);
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) database_->fail(result);
  return result == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() noexcept {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return text ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

std::span<const std::byte> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(handle_.get(), column));
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes ? std::span(bytes, static_cast<std::size_t>(size)) : std::span<const std::byte>();
}

void Statement::bind_one(int place, std::int64_t value) { check(sqlite3_bind_int64(handle_.get(), place, value)); }

void Statement::bind_one(int place, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  check(sqlite3_bind_text64(handle_.get(), place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_one(int place, std::span<const std::byte> bytes) {
  const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
  check(sqlite3_bind_blob64(handle_.get(), place, data, bytes.size(), SQLITE_STATIC));
}

void Statement::bind_one(int place, std::nullopt_t) { check(sqlite3_bind_null(handle_.get(), place)); }

Database::Database(const std::string& name, const std::string& path, int flags) : path_(path) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(opened);
  if (result != SQLITE_OK) fail(result);
  sqlite3_busy_timeout(opened, busy_milliseconds);
  configure(SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  if (const int added = add_row_digest(opened); added != SQLITE_OK) fail(added);
  execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
}

void Database::execute(const char* sql) {
  const int result = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

std::int64_t Database::pragma(const char* name) {
  Statement statement(*this, std::string("PRAGMA ") + name);
  return statement.step() ? statement.integer(0) : 0;
}

Prepared Database::prepared(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.try_emplace(sql, *this, sql, SQLITE_PREPARE_PERSISTENT).first;
  return Prepared(found->second);
}

void Database::configure(int option, int value) {
  const int result = sqlite3_db_config(handle_.get(), option, value, nullptr);
  if (result != SQLITE_OK) fail(result);
}

namespace {

/// Whether the disk failed to give what was read last, of the file or of its log. SQLite says then that the database is malformed.
bool disk_failed(sqlite3* database) {
  const auto failed = [](int number) { return number == EIO || number == ENXIO; };
  int number = 0;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK && failed(number)) return true;
  sqlite3_file* log = nullptr;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK || !log || !log->pMethods) return false;
  return log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK && failed(number);
}

}  // namespace

void Database::fail(int result) const {
  if (!handle_) throw std::bad_alloc();
  if (result == SQLITE_CORRUPT && disk_failed(handle_.get()))
    throw Fault(Error{ErrorCode::storage, "the disk failed to give what the database read"}.in_file(path_), SQLITE_IOERR_READ);
  const std::string message = sqlite3_errmsg(handle_.get());
  throw Fault(Error{code_of(result, sqlite3_system_errno(handle_.get())),
                    "the database says: " + message + " (" + std::to_string(result) + ")"}
                  .in_file(path_),
              result);
}

Transaction::Transaction(Database& database) : database_(database) { database.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  // Some errors have rolled back already; there is nothing more to do about a rollback that fails.
  if (open_ && !sqlite3_get_autocommit(database_.handle()))
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  try {
    database_.execute("COMMIT");
    open_ = false;
  } catch (const Fault& fault) {
    // Of what could not be written in full the log has no whole; after any other failure it may have, and the change may be
    // there when the register is opened again.
    const int kind = fault.result & 0xff;
    const bool refused = fault.error.code == ErrorCode::storage_full || kind == SQLITE_BUSY || kind == SQLITE_CONSTRAINT;
    if (refused) throw;
    throw Fault({ErrorCode::storage, "whether the change is there shows when the register is opened again: " + fault.error.message,
                 fault.error.where},
                fault.result);
  }
}

void copy(Database& from, Database& to) {
  sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (!backup) to.fail(sqlite3_extended_errcode(to.handle()));
  sqlite3_backup_step(backup, -1);
  const int result = sqlite3_backup_finish(backup);
  if (result != SQLITE_OK) to.fail(result);
}

}  // namespace marque::sqlite
