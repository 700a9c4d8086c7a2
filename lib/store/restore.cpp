#include "marque/store/sqlite_store.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "snapshot/durable_file.hpp"
#include "store/sqlite.hpp"
#include "store/writer_lock.hpp"

namespace marque {

namespace {

using namespace sqlite;

bool is_there(const std::string& path) { return std::filesystem::exists(std::filesystem::symlink_status(path)); }

/// `PATH.replaced`, or the next name that is free.
std::string name_for_replaced(const std::string& path) {
  const std::string first = path + ".replaced";
  std::string name = first;
  for (int i = 2; is_there(name) || is_there(name + "-wal"); ++i) name = first + std::to_string(i);
  return name;
}

void rename_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT) throw Fault(system_error("cannot move it aside", from));
}

/// Takes a file away again that did not get its final name.
struct Undo {
  std::string path;
  ~Undo() { ::unlink(path.c_str()); }
};

/// Moves the log into the register and has none from then on. A reader that came later would take what stands in it for news of
/// the register that is put in this one's place. Only while nobody reads.
void close_log(const std::string& path) {
  Database database(path, path, SQLITE_OPEN_READWRITE);
  sqlite3_busy_timeout(database.handle(), 0);
  const Fault read_by_others(Error{ErrorCode::busy, "others read the register: it is replaced once they have ended"}.in_file(path));
  try {
    Statement mode(database, "PRAGMA journal_mode = DELETE");
    if (!mode.step() || mode.text(0) != "delete") throw read_by_others;
  } catch (const Fault& fault) {
    throw fault.error.code == ErrorCode::busy ? read_by_others : fault;
  }
}

/// Leaves nothing of the register that another could be taken together with. Gives where the log of a damaged one lies.
void separate_log(const std::string& path, const std::string& replaced) {
  try {
    if (is_there(path)) close_log(path);
  } catch (const Fault& fault) {
    if (fault.error.code != ErrorCode::corrupt) throw;  // a damaged one may be what is to be replaced
  }
  rename_file(path + "-wal", replaced + "-wal");
  ::unlink((path + "-shm").c_str());
}

}  // namespace

Result<std::string> restore_sqlite_store(const std::string& path, const std::string& copy, const Progress& progress) {
  return guarded([&]() -> std::string {
    const WriterLock lock = required(WriterLock::take(path));
    const std::string fresh = path + ".restored";
    ::unlink(fresh.c_str());  // of an attempt that ended in a crash
    {
      const auto store = required(open_sqlite_store(copy, Access::read));
      required(store->verify(progress));
      required(store->backup(fresh));
    }
    const Undo undo{fresh};
    const std::string replaced = name_for_replaced(path);
    separate_log(path, replaced);
    const bool had_one = is_there(path);
    if (had_one && ::link(path.c_str(), replaced.c_str()) != 0) throw Fault(system_error("cannot keep the register that is replaced", path));
    if (::rename(fresh.c_str(), path.c_str()) != 0) throw Fault(system_error("cannot give the copy its name", path));
    required(sync_folder_of(path));
    return had_one ? replaced : std::string();
  });
}

}  // namespace marque
