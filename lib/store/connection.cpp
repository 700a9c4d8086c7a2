#include "store/connection.hpp"

#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <utility>

#include "marque/base/digest.hpp"
#include "snapshot/durable_file.hpp"
#include "store/schema.hpp"

namespace marque::sqlite {

namespace {

/// `path` as a URI that names an unchanging file.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#')
      uri += "%" + to_hex(std::as_bytes(std::span(&c, 1)));
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

/// A temporary copy of an older register, which is left as it is.
std::unique_ptr<Database> migrated_copy(Database& older, int version) {
  auto copied = std::make_unique<Database>("", older.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  copy(older, *copied);
  migrate(*copied, version);
  return copied;
}

}  // namespace

void require_regular_file(const std::string& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) throw Fault(system_error("cannot open the register", path));
  if (!S_ISREG(facts.st_mode)) throw Fault(Error{ErrorCode::invalid_argument, "this is no regular file"}.in_file(path));
}

void refuse_network_file_system(const std::string& path) {
  constexpr std::array<std::uint32_t, 4> network{0x6969, 0x517b, 0xff534d42, 0xfe534d42};  // NFS, SMB, CIFS, SMB2
  struct statfs facts {};
  if (::statfs(path.c_str(), &facts) != 0) return;
  if (std::ranges::count(network, static_cast<std::uint32_t>(facts.f_type)) > 0)
    throw Fault(Error{ErrorCode::unsupported, "a register is not written on a network file system"}.in_file(path));
}

std::unique_ptr<Database> reading_connection(const std::string& path) {
  const std::string folder = std::filesystem::absolute(path).parent_path().string();
  const bool unchanging = ::access(folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path + "-wal");
  auto database = std::make_unique<Database>(unchanging ? immutable_uri(path) : path, path,
                                             SQLITE_OPEN_READONLY | (unchanging ? SQLITE_OPEN_URI : 0));
  database->configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
  const int version = schema_version(*database);
  return version < newest_schema ? migrated_copy(*database, version) : std::move(database);
}

void use_log(Database& database) {
  database.execute("PRAGMA synchronous = FULL");
  Statement mode(database, "PRAGMA journal_mode = WAL");
  if (!mode.step() || mode.text(0) != "wal")
    throw Fault(Error{ErrorCode::storage, "the file system does not admit a write-ahead log"}.in_file(database.path()));
  constexpr std::int64_t full = 2;
  if (database.pragma("synchronous") != full)
    throw Fault(Error{ErrorCode::storage, "the database does not flush every commit (synchronous is not FULL)"}.in_file(database.path()));
}

}  // namespace marque::sqlite
