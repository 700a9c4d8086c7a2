#pragma once

#include <memory>
#include <string>

#include "marque/store/store.hpp"

namespace marque {

/// How a store file is opened.
enum class Access {
  read,    ///< any number of processes; the file is not changed
  write,   ///< one process, held by flock on `PATH.lock`; ErrorCode::busy names the holder
};

/// Makes a new, empty register file. ErrorCode::duplicate where the path exists.
Result<std::unique_ptr<Store>> create_sqlite_store(const std::string& path);

/// Opens one. A file of an older schema is migrated when opened for writing, after a backup beside it
/// (`PATH.v<N>.bak`); ErrorCode::newer_version for a later one, corrupt for no register of marque's.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, Access access);

/// Version of the linked SQLite, for `marque doctor`.
std::string sqlite_version();

}  // namespace marque
