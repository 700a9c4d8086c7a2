#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque::sqlite {

/// A failure on its way to the public function that turns it into its Error. Thrown and caught in lib/store only.
struct Fault : std::exception {
  Error error;
  int result;  ///< SQLite's own code, or 0
  explicit Fault(Error what, int code = SQLITE_OK) : error(std::move(what)), result(code) {}
  const char* what() const noexcept override { return error.message.c_str(); }
};

/// How long a call waits for another connection.
inline constexpr int busy_milliseconds = 5000;

/// The error a result code of SQLite stands for.
ErrorCode code_of(int result, int system_errno) noexcept;

/// The value of `call`, or the Error it threw: nothing leaves a public function otherwise.
template <class Call>
auto guarded(Call call) -> Result<decltype(call())> {
  try {
    if constexpr (std::is_void_v<decltype(call())>) {
      call();
      return {};
    } else {
      return call();
    }
  } catch (Fault& fault) {
    return std::move(fault.error);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, "no memory"};  // short enough to need none
  } catch (const std::exception& fault) {
    return Error{ErrorCode::internal, fault.what()};
  }
}

/// The value of a result, or its Error thrown as a Fault.
template <class T>
T required(Result<T> result) {
  if (!result) throw Fault(result.error());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

class Database;

/// A prepared statement. Values are bound in order, from 1; the bytes bound must live until the statement is done.
class Statement {
 public:
  Statement(Database& database, std::string_view sql, unsigned flags = 0);

  template <class... Values>
  Statement& bind(const Values&... values) {
    int place = 0;
    (bind_one(++place, values), ...);
    return *this;
  }

  bool step();  ///< whether there is a row
  void run();   ///< for statements that give none
  void reset() noexcept;

  std::int64_t integer(int column) const noexcept { return sqlite3_column_int64(handle_.get(), column); }
  std::uint64_t number(int column) const noexcept { return static_cast<std::uint64_t>(integer(column)); }
  std::string text(int column) const;
  std::span<const std::byte> blob(int column) const;  ///< until the next step
  bool is_null(int column) const noexcept { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };

  void bind_one(int place, std::int64_t value);
  void bind_one(int place, std::uint64_t value) { bind_one(place, static_cast<std::int64_t>(value)); }
  void bind_one(int place, int value) { bind_one(place, std::int64_t{value}); }
  void bind_one(int place, std::string_view text);
  void bind_one(int place, const std::string& text) { bind_one(place, std::string_view(text)); }
  void bind_one(int place, std::span<const std::byte> bytes);
  void bind_one(int place, const std::vector<std::byte>& bytes) { bind_one(place, std::span<const std::byte>(bytes)); }
  void bind_one(int place, std::nullopt_t);
  template <class T>
  void bind_one(int place, const std::optional<T>& value) {
    value ? bind_one(place, *value) : bind_one(place, std::nullopt);
  }
  void check(int result) const;

  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A statement kept between uses: reset when this goes.
class Prepared {
 public:
  explicit Prepared(Statement& statement) noexcept : statement_(statement) {}
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared() { statement_.reset(); }

  Statement* operator->() noexcept { return &statement_; }

 private:
  Statement& statement_;
};

/// One connection, set up to distrust the file: no schema change by stray SQL, no functions in its schema,
/// pages checked, no memory map.
class Database {
 public:
  /// `flags` as of sqlite3_open_v2; `name` may be a URI where they hold SQLITE_OPEN_URI; errors name `path`.
  Database(const std::string& name, const std::string& path, int flags);
  Database(const Database&) = delete;  // statements point to it
  Database& operator=(const Database&) = delete;

  void execute(const char* sql);
  std::int64_t pragma(const char* name);  ///< its one integer
  Prepared prepared(const char* sql);     ///< compiled at first use
  std::int64_t last_id() const noexcept { return sqlite3_last_insert_rowid(handle_.get()); }
  void configure(int option, int value);

  sqlite3* handle() const noexcept { return handle_.get(); }
  const std::string& path() const noexcept { return path_; }
  [[noreturn]] void fail(int result) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
  };

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::map<const char*, Statement> statements_;  // by the address of the SQL, a literal; closed before the handle
};

/// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// Copies every page of `from` as of one moment into `to`, which is overwritten.
void copy(Database& from, Database& to);

}  // namespace marque::sqlite
