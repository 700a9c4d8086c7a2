#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/model/date.hpp"
#include "marque/store/store.hpp"

namespace marque {

/// How an import goes.
struct ImportOptions {
  std::string source;          ///< name of the file, as undo and quarantine show it
  std::string folder;          ///< where `image` paths start; empty: pictures are not read, but for those in an archive
  std::size_t batch = StoreLimits{}.transaction_records;  ///< records a transaction; fewer where 64 MiB of pictures come together
  std::optional<Date> as_of;
  Fingerprinter fingerprinter;  ///< none: pictures are kept without fingerprint; called from several threads at once
  bool strict = false;          ///< stop at the first record that would be quarantined; it is, and what came before is stored
  ImageLimits image_limits{};
  std::string content{};        ///< what the source is known by where the import is broken off (content_of)
  std::optional<ImportInfo> resume{};  ///< go on with this import of the same source (unfinished_import)
};

/// What an import did.
struct ImportSummary {
  std::uint64_t import = 0;  ///< its number, for undo
  std::uint64_t read = 0, inserted = 0, updated = 0, unchanged = 0;
  std::vector<QuarantinedRecord> quarantined;  ///< records not stored, at most the first 1,000 (all are in the store)
  std::uint64_t quarantined_count = 0;
  std::vector<Error> warnings;  ///< fields kept raw, pictures not readable; at most the first 1,000
  std::uint64_t warning_count = 0;
  std::map<std::string, std::uint64_t> reasons;  ///< how many were quarantined, by the name of the error's code

  /// Set where the import ended before the source did: it could not be read on, or `strict` met a bad record. What came
  /// before is stored.
  std::optional<Error> stopped_by{};
};

/// What a file is known by: its name, size and time of change. Empty where there is none.
std::string content_of(const std::string& path);

/// The latest import of this content that was broken off, by a bad record under `strict`, a source that cannot be read on, a
/// cancellation, or the end of its process.
Result<std::optional<ImportInfo>> unfinished_import(const Store& store, const std::string& content);

/// Stores every good record of a source and quarantines each bad one with row, field, reason and bytes. Importing
/// the same source again changes nothing, even where its rows moved. A number that comes again in the source adds
/// its classes, or tells the record anew (ReadRecord::tells_anew); against what the store knew before, a record replaces
/// what it gives, empties what it gives as empty, and leaves what it does not give (SCHEMA.md). News that an office told
/// on an earlier day than what is stored change nothing. Pictures are read from the source's archive or below `folder`, never
/// through a link; one that cannot be read is a warning. A batch is one transaction: its records, what it quarantines, and how far the
/// source is read; so that after a cancellation, a failure of the store or kill -9 the batches committed stay, under the import's
/// number, and `resume` goes on behind them. The end of a basic mark reaches the Madrid registrations that the store holds on it in the same
/// batch (in_step() of law/linked_records.hpp), each with a warning that says so; undo takes it back with the import. Memory: a batch, some 50 bytes a record stored, and records that wait for
/// further classes.
Result<ImportSummary> import_records(RecordReader& reader, Store& store, const ImportOptions& options,
                                     const Progress& progress = {});

}  // namespace marque
