#include "marque/store/sqlite_store.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "marque/law/lifecycle.hpp"
#include "marque/snapshot/record.hpp"
#include "snapshot/durable_file.hpp"
#include "store/columns.hpp"
#include "store/connection.hpp"
#include "store/erasure.hpp"
#include "store/history.hpp"
#include "store/row_digest.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"
#include "store/verify.hpp"
#include "store/writer_lock.hpp"

namespace marque {

namespace {

using namespace sqlite;

Error unknown_id(EntryId id) {
  return {ErrorCode::not_found, "there is no record with id " + std::to_string(id.value)};
}

Error unknown_import(std::uint64_t number) {
  return {ErrorCode::not_found, "there is no import " + std::to_string(number)};
}

/// A record of the store, with the bytes it is stored as.
struct Stored {
  EntryId id;
  Bytes record;
};

ImageReference* image_in(Entry& entry) {
  if (auto* trademark = std::get_if<Trademark>(&entry))
    return trademark->mark.image ? &*trademark->mark.image : nullptr;
  auto* registration = std::get_if<InternationalRegistration>(&entry);
  return registration && registration->mark.image ? &*registration->mark.image : nullptr;
}

/// The reference that a new picture's digest goes into, made where the record has none.
ImageReference& image_of_new(Entry& entry) {
  if (auto* trademark = std::get_if<Trademark>(&entry)) {
    if (!trademark->mark.image) trademark->mark.image.emplace();
  } else if (auto* registration = std::get_if<InternationalRegistration>(&entry)) {
    if (!registration->mark.image) registration->mark.image.emplace();
  } else {
    throw Fault(Error{ErrorCode::invalid_argument, "a geographical indication has no picture"}.in_field("image"));
  }
  return *image_in(entry);
}

/// A stamp is the revision, and above it the beginning of that row's hash.
constexpr std::uint64_t stamp_revisions = std::uint64_t{1} << 40;

std::uint64_t stamp_of(std::uint64_t revision, std::span<const std::byte> hash) {
  std::uint64_t beginning = 0;
  for (const std::byte byte : hash.first(std::min<std::size_t>(3, hash.size()))) beginning = beginning << 8 | std::to_integer<std::uint64_t>(byte);
  return beginning * stamp_revisions + revision % stamp_revisions;
}

class SqliteStore final : public Store {
 public:
  /// Reads; writes too where it is given the lock.
  SqliteStore(std::unique_ptr<Database> database, std::optional<WriterLock> lock)
      : lock_(std::move(lock)), connection_(std::move(database)), database_(*connection_) {}

  ~SqliteStore() override {
    // Only the writer moves the log into the file: SQLite before 3.51.3 can damage a log that two connections reset.
    if (!lock_) return;
    if (broken_) {  // the disk is not to be asked again on this connection
      sqlite3_db_config(database_.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
      return;
    }
    empty_log();
  }

  Result<Entry> entry(EntryId id) const override {
    return guarded([&] {
      auto select = database_.prepared("SELECT rec FROM entry WHERE id = ?");
      select->bind(id.value);
      if (!select->step()) throw Fault(unknown_id(id));
      return decoded(select->blob(0), id);
    });
  }

  Result<std::uint64_t> revision() const override { return single("SELECT coalesce(max(revision), 0) FROM history"); }
  Result<std::uint64_t> size() const override { return single("SELECT count(*) FROM entry"); }

  Result<std::uint64_t> stamp() const override {
    return guarded([&]() -> std::uint64_t {
      auto last = database_.prepared("SELECT revision, hash FROM history ORDER BY revision DESC LIMIT 1");
      return last->step() ? stamp_of(last->number(0), last->blob(1)) : 0;
    });
  }

  Result<std::vector<EntryId>> changed_since(std::uint64_t stamp) const override {
    return guarded([&] {
      const std::uint64_t revision = stamp % stamp_revisions;
      auto row = database_.prepared("SELECT hash FROM history WHERE revision = ?");
      row->bind(revision);
      if (stamp != 0 && (!row->step() || stamp_of(revision, row->blob(0)) != stamp))
        throw Fault({ErrorCode::not_found, "the register never had the stamp " + std::to_string(stamp)});
      Statement rows(database_, "SELECT DISTINCT id FROM history WHERE revision > ? ORDER BY id");
      rows.bind(revision);
      std::vector<EntryId> changed;
      while (rows.step()) changed.push_back(EntryId{rows.number(0)});
      return changed;
    });
  }

  Result<std::optional<EntryId>> find(std::string_view number) const override {
    return guarded([&]() -> std::optional<EntryId> {
      // Of kinds with the same number the last in the alphabet, which is the national trademark.
      auto select = database_.prepared("SELECT id FROM entry WHERE number = ? ORDER BY kind DESC LIMIT 1");
      const std::string canonical = canonical_number(number);
      select->bind(canonical);
      if (select->step()) return EntryId{select->number(0)};
      const auto designation = ChinaDesignationNumber::parse(canonical);
      return designation ? id_of(designation->international().to_string(), EntryKind::international) : std::nullopt;
    });
  }

  Result<std::optional<EntryId>> find(std::string_view number, EntryKind kind) const override {
    return guarded([&] { return id_of(canonical_number(number), kind); });
  }

  Result<void> for_each(const std::function<bool(EntryId, const Entry&)>& visit) const override {
    return guarded([&] {
      Statement rows(database_, "SELECT id, rec FROM entry ORDER BY id");
      while (rows.step()) {
        const EntryId id{rows.number(0)};
        if (!visit(id, decoded(rows.blob(1), id))) return;
      }
    });
  }

  Result<void> for_each(EntryKind kind, const std::function<bool(EntryId, const Entry&)>& visit) const override {
    return guarded([&] {
      // The index of numbers tells the kind, so that only the rows of that kind are read; in order of id, as all are visited.
      Statement rows(database_, "SELECT id, rec FROM entry WHERE id IN (SELECT id FROM entry INDEXED BY entry_number WHERE kind = ?) ORDER BY id");
      rows.bind(name_of(kind));
      while (rows.step()) {
        const EntryId id{rows.number(0)};
        if (!visit(id, decoded(rows.blob(1), id))) return;
      }
    });
  }

  Result<Image> image(const std::string& digest) const override {
    return guarded([&] {
      auto select = database_.prepared("SELECT media_type, bytes FROM picture WHERE digest = ?");
      select->bind(digest);
      if (!select->step()) throw Fault({ErrorCode::not_found, "no picture with digest \"" + digest + "\" is kept"});
      const auto bytes = select->blob(1);
      return Image{{bytes.begin(), bytes.end()}, select->text(0)};
    });
  }

  Result<Fingerprint> fingerprint(const std::string& digest) const override {
    return guarded([&] {
      auto select = database_.prepared("SELECT bytes FROM fingerprint WHERE digest = ?");
      select->bind(digest);
      if (!select->step())
        throw Fault({ErrorCode::not_found, "no fingerprint of a picture with digest \"" + digest + "\" is kept"});
      return required(fingerprint_from_bytes(select->blob(0)));
    });
  }

  Result<std::vector<HistoryRow>> history(EntryId id) const override {
    return guarded([&] {
      Statement rows(database_, std::string("SELECT") + history_columns + "WHERE id = ? ORDER BY revision");
      rows.bind(id.value);
      std::vector<HistoryRow> found;
      while (rows.step()) {
        HistoryEntry entry = history_entry(rows);
        found.push_back(
            {entry.revision, id, std::move(entry.at), std::move(entry.cause), change(id, entry.before, entry.after)});
      }
      return found;
    });
  }

  Result<std::vector<ImportInfo>> imports() const override {
    return guarded([&] {
      Statement rows(database_, "SELECT number, source, at, stored, quarantined, undone, finished, content, read FROM import ORDER BY number");
      std::vector<ImportInfo> found;
      while (rows.step())
        found.push_back(
            {rows.number(0), rows.text(1), rows.text(2), rows.number(3), rows.number(4), rows.integer(5) != 0,
             rows.integer(6) != 0, rows.text(7), rows.number(8)});
      return found;
    });
  }

  Result<std::vector<QuarantinedRecord>> quarantined(std::uint64_t import) const override {
    std::vector<QuarantinedRecord> found;
    const auto visited = for_each_quarantined(import, [&](std::uint64_t of, const QuarantinedRecord& record) {
      if (of == import) found.push_back(record);
      return true;
    });
    if (!visited) return visited.error();
    return found;
  }

  Result<void> for_each_quarantined(
      std::uint64_t import, const std::function<bool(std::uint64_t, const QuarantinedRecord&)>& visit) const override {
    return guarded([&] {
      Statement rows(database_,
                     import == 0 ? "SELECT import, code, message, file, record, field, byte, bytes FROM quarantine "
                                   "ORDER BY import, place"
                                 : "SELECT import, code, message, file, record, field, byte, bytes FROM quarantine "
                                   "WHERE import = ? ORDER BY place");
      if (import != 0) rows.bind(import);
      while (rows.step()) {
        Where where{rows.text(3), {}, rows.text(5), {}};
        if (!rows.is_null(4)) where.record = rows.number(4);
        if (!rows.is_null(6)) where.offset = rows.number(6);
        const QuarantinedRecord record{
            Error{static_cast<ErrorCode>(rows.integer(1)), rows.text(2), std::move(where)}, rows.text(7)};
        if (!visit(rows.number(0), record)) return;
      }
    });
  }

  Result<std::vector<EntryId>> touched_by(std::uint64_t import) const override {
    return guarded([&] {
      Statement rows(database_, "SELECT DISTINCT id FROM history WHERE import = ? AND import <> 0 ORDER BY id");
      rows.bind(import);
      std::vector<EntryId> touched;
      while (rows.step()) touched.push_back(EntryId{rows.number(0)});
      return touched;
    });
  }

  Result<std::uint64_t> begin_import(const std::string& source, const std::string& content) override {
    return writing([&] {
      auto insert = database_.prepared("INSERT INTO import(source, at, content, finished) VALUES(?, ?, ?, 0)");
      const std::string now = time_now();
      insert->bind(source, now, content);
      insert->run();
      const auto number = static_cast<std::uint64_t>(database_.last_id());
      seal(seal_import, number);
      return number;
    });
  }

  Result<std::vector<Outcome>> put(std::span<const NewRecord> records, const Cause& cause) override {
    return writing([&] {
      if (cause.import != 0) require_open_import(cause.import);
      return put_all(records, cause);
    });
  }

  Result<void> quarantine(std::uint64_t import, std::span<const QuarantinedRecord> records) override {
    return writing([&] {
      require_open_import(import);
      set_aside(import, records);
    });
  }

  Result<std::vector<Outcome>> import_batch(const ImportBatch& batch, const Cause& cause) override {
    return writing([&] {
      require_open_import(cause.import);
      require_unfinished(cause.import);
      set_aside(cause.import, batch.quarantined);
      auto outcomes = put_all(batch.records, cause);
      auto update = database_.prepared("UPDATE import SET read = ?, finished = ? WHERE number = ?");
      update->bind(batch.read, batch.last ? 1 : 0, cause.import);
      update->run();
      seal(seal_import, cause.import);
      return outcomes;
    });
  }

  Result<Change> amend(EntryId id, const Event& event, const Cause& cause) override {
    return writing([&] {
      const auto stored = record_of(id);
      if (!stored) throw Fault(unknown_id(id));
      Entry before = decoded(*stored, id);
      Entry after = required(amended(before, event));
      const Bytes record = to_record(after);
      replace(id, after, record);
      HistoryWriter(database_, cause).append(id, *stored, record);
      return Change{id, std::move(before), std::move(after)};
    });
  }

  Result<std::vector<Change>> undo(std::uint64_t import, const Cause& cause) override {
    return writing([&] {
      require_open_import(import);
      HistoryWriter history(database_, cause);
      std::vector<Change> changes;
      for (const Touched& touched : spans_of(import)) changes.push_back(take_back(touched, import, history));
      count(import, "UPDATE import SET undone = ? WHERE number = ?", 1);
      return changes;
    });
  }

  Result<Erased> erase_restricted(std::string_view person, const Cause& cause) override {
    if (person.empty()) return Error{ErrorCode::invalid_argument, "whose data is to be erased?"};
    Result<Erased> erased = writing([&] { return erase(database_, person, cause); });
    if (!erased) return erased;
    // What the pages held before stands in the log until it is emptied.
    Erased done = *erased;
    done.log_emptied = empty_log();
    return done;
  }

  Result<void> verify(const Progress& progress) const override {
    return guarded([&] { sqlite::verify(database_, progress); });
  }

  Result<void> backup(const std::string& path) const override {
    return guarded([&] { back_up(database_, path); });
  }

  static void back_up(Database& from, const std::string& path) {
    if (std::filesystem::exists(std::filesystem::symlink_status(path)))
      throw Fault(Error{ErrorCode::duplicate, "a backup overwrites nothing: this path exists"}.in_file(path));
    NewFile file = required(NewFile::beside(path));
    {
      Database to(file.name(), path, SQLITE_OPEN_READWRITE);
      copy(from, to);
    }
    required(file.publish());
  }

 private:
  /// What an import did to one record.
  struct Touched {
    EntryId id;
    std::uint64_t first_revision, last_revision;
    bool at_one_go;  ///< nothing else changed the record in between
  };

  /// Moves the log into the file, unless a reader still needs what is in it: that stays for the next writer. Whether it is empty.
  bool empty_log() noexcept {
    sqlite3_busy_timeout(database_.handle(), 0);
    const int code = sqlite3_wal_checkpoint_v2(database_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(database_.handle(), busy_milliseconds);
    return code == SQLITE_OK;
  }

  /// One transaction, committed where `call` returns.
  template <class Call>
  auto writing(Call call) -> Result<decltype(call())> {
    if (!lock_)
      return Error{ErrorCode::invalid_argument, "the register was opened for reading only"}.in_file(database_.path());
    if (broken_)
      return Error{ErrorCode::storage, "an earlier write failed in the disk: open the register again"}.in_file(
          database_.path());
    return guarded([&]() -> decltype(call()) {
      try {
        Transaction transaction(database_);
        if constexpr (std::is_void_v<decltype(call())>) {
          call();
          transaction.commit();
        } else {
          auto value = call();
          transaction.commit();
          return value;
        }
      } catch (const Fault& fault) {
        // After a failed flush nobody knows what the disk has; a second attempt on the same handle may lie.
        broken_ = fault.error.code == ErrorCode::storage;
        throw;
      }
    });
  }

  Result<std::uint64_t> single(const char* sql) const {
    return guarded([&] {
      auto select = database_.prepared(sql);
      return select->step() ? select->number(0) : 0;
    });
  }

  Entry decoded(std::span<const std::byte> record, EntryId id) const {
    Result<Entry> entry = from_record(record);
    if (!entry)
      throw Fault(Error{entry.error().code, "id " + std::to_string(id.value) + ": " + entry.error().message}.in_file(
          database_.path()));
    return *std::move(entry);
  }

  Change change(EntryId id, Record before, Record after) const {
    Change made{id, std::nullopt, std::nullopt};
    if (before) made.before = decoded(*before, id);
    if (after) made.after = decoded(*after, id);
    return made;
  }

  std::optional<Bytes> record_of(EntryId id) const {
    auto select = database_.prepared("SELECT rec FROM entry WHERE id = ?");
    select->bind(id.value);
    if (!select->step()) return std::nullopt;
    const auto record = select->blob(0);
    return Bytes(record.begin(), record.end());
  }

  std::optional<Stored> stored_as(const Columns& columns) const {
    auto select = database_.prepared("SELECT id, rec FROM entry WHERE number = ? AND kind = ?");
    select->bind(columns.number, columns.kind);
    if (!select->step()) return std::nullopt;
    const auto record = select->blob(1);
    return Stored{EntryId{select->number(0)}, {record.begin(), record.end()}};
  }

  void require_open_import(std::uint64_t number) const {
    auto select = database_.prepared("SELECT undone FROM import WHERE number = ?");
    select->bind(number);
    if (!select->step()) throw Fault(unknown_import(number));
    if (select->integer(0) != 0) throw Fault({ErrorCode::unlawful, "import " + std::to_string(number) + " was undone"});
  }

  void require_unfinished(std::uint64_t number) const {
    auto select = database_.prepared("SELECT finished FROM import WHERE number = ?");
    select->bind(number);
    if (select->step() && select->integer(0) != 0)
      throw Fault({ErrorCode::unlawful, "import " + std::to_string(number) + " is finished"});
  }

  std::vector<Outcome> put_all(std::span<const NewRecord> records, const Cause& cause) {
    HistoryWriter history(database_, cause);
    std::vector<Outcome> outcomes;
    outcomes.reserve(records.size());
    for (const NewRecord& record : records) {
      try {
        outcomes.push_back(put_one(record, history));
      } catch (const Fault& fault) {
        throw Fault(fault.error.in_record(outcomes.size() + 1), fault.result);
      }
    }
    count(cause.import, "UPDATE import SET stored = stored + ? WHERE number = ?", records.size());
    return outcomes;
  }

  std::optional<EntryId> id_of(const std::string& canonical, EntryKind kind) const {
    auto select = database_.prepared("SELECT id FROM entry WHERE number = ? AND kind = ?");
    select->bind(canonical, name_of(kind));
    return select->step() ? std::optional(EntryId{select->number(0)}) : std::nullopt;
  }

  void set_aside(std::uint64_t import, std::span<const QuarantinedRecord> records) {
    for (const auto& [error, bytes] : records) {
      auto insert = database_.prepared(
          "INSERT INTO quarantine(import, code, message, file, record, field, byte, bytes) VALUES(?,?,?,?,?,?,?,?)");
      const Where& where = error.where;
      insert->bind(import, static_cast<int>(error.code), error.message, where.file, where.record, where.field,
                   where.offset, std::as_bytes(std::span(bytes)));
      insert->run();
      seal(seal_quarantined, static_cast<std::uint64_t>(database_.last_id()));
    }
    count(import, "UPDATE import SET quarantined = quarantined + ? WHERE number = ?", records.size());
  }

  void count(std::uint64_t import, const char* sql, std::uint64_t amount) {
    auto update = database_.prepared(sql);
    update->bind(amount, import);
    update->run();
    seal(seal_import, import);
  }

  void seal(const char* sql, std::uint64_t row) {
    auto update = database_.prepared(sql);
    update->bind(row);
    update->run();
  }

  /// A record that an earlier marque wrote has other bytes for the same content.
  bool same_content(const Stored& stored, const Bytes& record, const Entry& entry) const {
    if (stored.record == record) return true;
    return stored.record.front() != record.front() && decoded(stored.record, stored.id) == entry;
  }

  Outcome put_one(const NewRecord& given, HistoryWriter& history) {
    Entry entry = given.entry;
    const Columns columns = columns_of(entry);
    if (columns.number.empty())
      throw Fault(Error{ErrorCode::missing_field, "a record must have a number"}.in_field("number"));
    const std::optional<Stored> stored = stored_as(columns);
    keep_picture(entry, given, stored);
    const Bytes record = to_record(entry);
    if (stored && same_content(*stored, record, entry)) return Outcome::unchanged;
    if (stored) {
      replace(stored->id, columns, record);
      history.append(stored->id, stored->record, record);
      return Outcome::updated;
    }
    auto insert =
        database_.prepared("INSERT INTO entry(kind, number, mark, owner, status, expires, rec) VALUES(?,?,?,?,?,?,?)");
    insert->bind(columns.kind, columns.number, columns.mark, columns.owner, columns.status, columns.expires, record);
    insert->run();
    history.append(EntryId{static_cast<std::uint64_t>(database_.last_id())}, {}, record);
    return Outcome::inserted;
  }

  /// Stores the picture and fingerprint given, and sees to the digest in the record.
  void keep_picture(Entry& entry, const NewRecord& given, const std::optional<Stored>& stored) {
    if (given.image) {
      const std::string digest = to_hex(sha256(given.image->bytes));
      image_of_new(entry).digest = digest;
      auto insert = database_.prepared("INSERT OR IGNORE INTO picture(digest, media_type, bytes) VALUES(?,?,?)");
      insert->bind(digest, given.image->media_type, given.image->bytes);
      insert->run();
    }
    ImageReference* reference = image_in(entry);
    if (!reference) return;
    if (reference->digest.empty() && stored) {
      const Entry former = decoded(stored->record, stored->id);
      const ImageReference* kept = image_of(former);
      if (kept && kept->path == reference->path) reference->digest = kept->digest;
    }
    if (!given.fingerprint || reference->digest.empty()) return;
    auto insert = database_.prepared("INSERT OR REPLACE INTO fingerprint(digest, version, bytes) VALUES(?,?,?)");
    const Bytes bytes = to_bytes(*given.fingerprint);
    insert->bind(reference->digest, int{given.fingerprint->version}, bytes);
    insert->run();
  }

  void replace(EntryId id, const Columns& columns, const Bytes& record) {
    auto update =
        database_.prepared("UPDATE entry SET kind=?, number=?, mark=?, owner=?, status=?, expires=?, rec=? WHERE id=?");
    update->bind(columns.kind, columns.number, columns.mark, columns.owner, columns.status, columns.expires, record,
                 id.value);
    update->run();
  }

  void replace(EntryId id, const Entry& entry, const Bytes& record) { replace(id, columns_of(entry), record); }

  void remove(EntryId id) {
    auto erase = database_.prepared("DELETE FROM entry WHERE id = ?");
    erase->bind(id.value);
    erase->run();
  }

  std::vector<Touched> spans_of(std::uint64_t import) const {
    Statement rows(database_,
                   "SELECT id, low, high, rows = (SELECT count(*) FROM history WHERE history.id = mine.id AND revision "
                   "BETWEEN low AND high) "
                   "FROM (SELECT id, min(revision) AS low, max(revision) AS high, count(*) AS rows FROM history "
                   "WHERE import = ? AND import <> 0 GROUP BY id) AS mine ORDER BY id");
    rows.bind(import);
    std::vector<Touched> touched;
    while (rows.step())
      touched.push_back({EntryId{rows.number(0)}, rows.number(1), rows.number(2), rows.integer(3) != 0});
    return touched;
  }

  /// Gives one record the content it had before the import, if it is still as the import left it.
  Change take_back(const Touched& touched, std::uint64_t import, HistoryWriter& history) {
    const EntryId id = touched.id;
    const auto present = record_of(id);
    const auto left = record_in_history("SELECT rec_after FROM history WHERE revision = ?", touched.last_revision);
    if (!present || present != left || !touched.at_one_go) {
      throw Fault({ErrorCode::unlawful, "the record with id " + std::to_string(id.value) +
                                            " was changed since import " + std::to_string(import)});
    }
    const auto former = record_in_history("SELECT rec_before FROM history WHERE revision = ?", touched.first_revision);
    Change made = change(id, *present, former);
    if (former)
      replace(id, *made.after, *former);
    else
      remove(id);
    history.append(id, *present, former);
    return made;
  }

  std::optional<Bytes> record_in_history(const char* sql, std::uint64_t revision) const {
    auto select = database_.prepared(sql);
    select->bind(revision);
    if (!select->step() || select->is_null(0)) return std::nullopt;
    const auto record = select->blob(0);
    return Bytes(record.begin(), record.end());
  }

  std::optional<WriterLock> lock_;  // outlives the connection
  std::unique_ptr<Database> connection_;
  Database& database_;
  bool broken_ = false;
};

/// `PATH.v<N>.bak`, or the next name that is free.
std::string backup_name(const std::string& path, int version) {
  const std::string first = path + ".v" + std::to_string(version) + ".bak";
  std::string name = first;
  for (int i = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++i) name = first + std::to_string(i);
  return name;
}

std::unique_ptr<Store> open_for_reading(const std::string& path) {
  auto database = reading_connection(path);
  check_schema(*database);
  return std::make_unique<SqliteStore>(std::move(database), std::nullopt);
}

std::unique_ptr<Store> open_for_writing(const std::string& path, WriterLock lock) {
  refuse_network_file_system(path);
  auto database = std::make_unique<Database>(path, path, SQLITE_OPEN_READWRITE);
  database->execute("PRAGMA secure_delete = ON");  // what is erased leaves nothing in the pages
  if (const int version = schema_version(*database); version < newest_schema) {
    SqliteStore::back_up(*database, backup_name(path, version));
    migrate(*database, version);
    if (version < 3) database->execute("VACUUM");  // nor does what was deleted before that was asked for
  }
  check_schema(*database);
  use_log(*database);
  return std::make_unique<SqliteStore>(std::move(database), std::move(lock));
}

}  // namespace

Result<std::unique_ptr<Store>> create_sqlite_store(const std::string& path) {
  return guarded([&] {
    if (std::filesystem::exists(std::filesystem::symlink_status(path)))
      throw Fault(Error{ErrorCode::duplicate, "this path exists"}.in_file(path));
    WriterLock lock = required(WriterLock::take(path));
    NewFile file = required(NewFile::beside(path));
    {
      Database database(file.name(), path, SQLITE_OPEN_READWRITE);
      create_schema(database);
    }
    required(file.publish());
    return open_for_writing(path, std::move(lock));
  });
}

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, Access access) {
  return guarded([&] {
    require_regular_file(path);
    return access == Access::read ? open_for_reading(path) : open_for_writing(path, required(WriterLock::take(path)));
  });
}

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace marque
