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

/// Makes a new, empty register file, readable by its owner alone, and opens it for writing. ErrorCode::duplicate where
/// the path exists. A crash leaves a whole register or none.
Result<std::unique_ptr<Store>> create_sqlite_store(const std::string& path);

/// Opens one. A file of an older schema is migrated when opened for writing, after a backup beside it
/// (`PATH.v<N>.bak`, or the next free name); for reading it stays as it is, and a temporary copy of it is migrated and read, which
/// takes the time and the disk of a copy at every opening and shows nothing that is committed later. newer_version for a later one,
/// corrupt for no register of marque's, unsupported for writing on a network file system, whose locks cannot be relied on.
/// In a folder that the process cannot write, a register without a write-ahead log beside it is read as one that does not
/// change while it is open.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, Access access);

/// Puts a copy (Store::backup) in the place of a register, in one step, together with what stands beside it: a write-ahead log
/// that stayed would otherwise be taken for the copy's own and damage it. The copy is verified first; a crash leaves the old register or
/// the new one. Gives where the old one is kept (`PATH.replaced`, or the next free name), empty where there was none. ErrorCode::busy
/// while somebody writes or reads the register; a damaged register is replaced, too.
Result<std::string> restore_sqlite_store(const std::string& path, const std::string& copy, const Progress& progress = {});

/// Version of the linked SQLite, for `marque doctor`.
std::string sqlite_version();

}  // namespace marque
