#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/logo/fingerprint.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry_source.hpp"
#include "marque/model/image.hpp"
#include "marque/registry/change.hpp"

namespace marque {

/// Why something is written: goes into the event row of every change.
struct Cause {
  std::string action{};            ///< `import`, `add`, `record`, `undo`
  std::string detail{};            ///< file imported, event recorded, import undone
  std::string actor{};             ///< who; may be empty
  std::optional<Date> as_of{};     ///< the clock of the command
  std::uint64_t import = 0;        ///< number of the import it belongs to; 0: none

  bool operator==(const Cause&) const = default;
};

/// A record to be stored, with the picture its image reference names.
struct NewRecord {
  Entry entry;
  std::optional<Image> image{};
  std::optional<Fingerprint> fingerprint{};
};

/// What became of one of them.
enum class Outcome : std::uint8_t { inserted, updated, unchanged };

/// A record of a source that was not stored.
struct QuarantinedRecord {
  Error error;          ///< with file, record and field
  std::string bytes;    ///< exactly as in the source
};

/// One row of the append-only history.
struct HistoryRow {
  std::uint64_t revision = 0;
  EntryId id;
  std::string time;     ///< UTC, ISO 8601
  Cause cause;
  Change change;

  bool operator==(const HistoryRow&) const = default;
};

/// One import, as `undo` names it.
struct ImportInfo {
  std::uint64_t number = 0;
  std::string source;
  std::string time;
  std::uint64_t stored = 0;        ///< records taken, those that changed nothing included; one taken again after a break counts again
  std::uint64_t quarantined = 0;
  bool undone = false;
  bool finished = true;            ///< false where it was broken off, or is still going on
  std::string content{};           ///< what begin_import() was told
  std::uint64_t read = 0;          ///< records of the source accounted for: where to go on after a break
};

/// What an erasure took out.
struct Erased {
  std::uint64_t records = 0;        ///< that lost something, now or in their history
  std::uint64_t history_rows = 0;   ///< older ones
  std::uint64_t quarantined = 0;    ///< whose bytes went
  bool log_emptied = true;          ///< false: a reader keeps older pages in the log until the next writer closes
};

/// A part of an import that is there as a whole or not at all.
struct ImportBatch {
  std::span<const NewRecord> records{};
  std::span<const QuarantinedRecord> quarantined{};
  std::uint64_t read = 0;   ///< records of the source, from its beginning, that this batch and those before account for
  bool last = false;        ///< the import is then finished
};

/// Durable rights, as store/durability.hpp promises. Every change leaves a row in an append-only, hash-chained history. One
/// writer at a time, any readers. A Store object is used by one thread at a time; another thread opens its own.
class Store : public EntrySource {
 public:
  /// Number of the last history row: grows with every change.
  virtual Result<std::uint64_t> revision() const = 0;
  virtual Result<std::uint64_t> size() const = 0;

  /// A number for what the store holds, of its last history row: no other register has it, nor this one at another time
  /// (the chance of an accident is one in 16 million). 0 where nothing was ever stored.
  virtual Result<std::uint64_t> stamp() const = 0;

  /// The entries inserted, changed or taken out since the store had this stamp, ascending. ErrorCode::not_found where it
  /// never had.
  virtual Result<std::vector<EntryId>> changed_since(std::uint64_t stamp) const = 0;

  /// By number, in any spelling. Where a national and an international record have the same digits, the national one; `G1234567` finds the
  /// international registration of these digits where none has that number itself.
  virtual Result<std::optional<EntryId>> find(std::string_view number) const = 0;

  /// The record of one kind that has the number. Numbers of national and international registrations are not of one series, and the same digits are two records.
  virtual Result<std::optional<EntryId>> find(std::string_view number, EntryKind kind) const = 0;

  /// Visits every record as of one moment, ascending by id, until `visit` returns false.
  virtual Result<void> for_each(const std::function<bool(EntryId, const Entry&)>& visit) const = 0;

  /// Only those of one kind; others are not read.
  virtual Result<void> for_each(EntryKind kind, const std::function<bool(EntryId, const Entry&)>& visit) const = 0;

  /// By ImageReference::digest. ErrorCode::not_found where none is kept.
  virtual Result<Image> image(const std::string& digest) const = 0;
  virtual Result<Fingerprint> fingerprint(const std::string& digest) const = 0;

  virtual Result<std::vector<HistoryRow>> history(EntryId id) const = 0;   ///< oldest first
  virtual Result<std::vector<ImportInfo>> imports() const = 0;             ///< oldest first
  virtual Result<std::vector<QuarantinedRecord>> quarantined(std::uint64_t import) const = 0;   ///< in order of arrival

  /// Visits what was quarantined, one record in memory at a time, until `visit` returns false: of one import, or (0) of all.
  virtual Result<void> for_each_quarantined(std::uint64_t import,
                                            const std::function<bool(std::uint64_t import, const QuarantinedRecord&)>& visit)
      const = 0;

  /// Entries that an import inserted or changed, ascending.
  virtual Result<std::vector<EntryId>> touched_by(std::uint64_t import) const = 0;

  /// Opens an import and gives its number. `content` is what the source is known by when an import goes on after a
  /// break, e.g. its size and digest; the store only keeps it.
  virtual Result<std::uint64_t> begin_import(const std::string& source, const std::string& content = {}) = 0;

  /// One step of an import, in one transaction: records as by put(), what could not be stored as by quarantine(), and how
  /// far the source has been read, so that after kill -9 the import goes on behind ImportInfo::read. `cause.import` names it. ErrorCode::unlawful where it is finished or undone.
  virtual Result<std::vector<Outcome>> import_batch(const ImportBatch& batch, const Cause& cause) = 0;

  /// Inserts new records and replaces those of the same kind whose number is known, all in one transaction. A record
  /// that is stored as it is leaves no row in the history. A picture is kept once, by its digest, which enters the
  /// record; a record that comes without its picture keeps the stored one where the path is the same. Best called with
  /// some thousand records at a time. ErrorCode::missing_field where a record has no number, not_found or unlawful
  /// where the cause's import is unknown or undone; Where::record is the record, from 1.
  virtual Result<std::vector<Outcome>> put(std::span<const NewRecord> records, const Cause& cause) = 0;

  /// Keeps what of an import could not be stored.
  virtual Result<void> quarantine(std::uint64_t import, std::span<const QuarantinedRecord> records) = 0;

  /// Records an event through law/lifecycle. ErrorCode::unlawful where the state does not admit it.
  virtual Result<Change> amend(EntryId id, const Event& event, const Cause& cause) = 0;

  /// Takes back an import: records it inserted go, records it changed get their former content. Refused
  /// (ErrorCode::unlawful) where a record is no longer as the import left it, so that of several imports the latest is undone
  /// first, and where it was undone already. Gives the changes made.
  virtual Result<std::vector<Change>> undo(std::uint64_t import, const Cause& cause) = 0;

  /// Takes out of all records that a person or body is party to, of their history, and of what was quarantined, what is not
  /// for everybody to see (model/privacy.hpp). The records stay, and so does the chain: each older row keeps its hash, and a new
  /// row says which were left with what. Pages are overwritten, not only freed. Backups are not reached.
  virtual Result<Erased> erase_restricted(std::string_view person, const Cause& cause) = 0;

  /// Checks pages, records, pictures and the history's hash chain; ErrorCode::corrupt names the first fault.
  virtual Result<void> verify(const Progress& progress = {}) const = 0;

  /// A consistent copy while others read, by the database's online backup; refuses to overwrite.
  virtual Result<void> backup(const std::string& path) const = 0;
};

}  // namespace marque
