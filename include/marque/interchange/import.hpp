#pragma once

#include <cstdint>
#include <functional>
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

/// How far an import came: what is needed to go on with it.
struct ImportPosition {
  std::uint64_t import = 0;   ///< its number
  std::uint64_t records = 0;  ///< of the source, counted from its beginning, that are stored or quarantined

  bool operator==(const ImportPosition&) const = default;
};

/// How an import goes.
struct ImportOptions {
  std::string source;          ///< name of the file, as undo and quarantine show it
  std::string folder;          ///< where `image` paths start; empty: pictures are not read, but for those in an archive
  std::size_t batch = 10'000;  ///< records a transaction; fewer where 64 MiB of pictures come together
  std::optional<Date> as_of;
  Fingerprinter fingerprinter;  ///< none: pictures are kept without fingerprint; called from several threads at once
  bool strict = false;          ///< stop at the first record that would be quarantined; it is, and what came before is stored
  std::optional<ImportPosition> resume{};  ///< go on with an import of the same source that was stopped
  std::function<void(const ImportPosition&)> on_commit{};  ///< told after every transaction how far the import came
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

/// Stores every good record of a source and quarantines each bad one with row, field, reason and bytes. Importing
/// the same source again changes nothing, even where its rows moved. A number that comes again in the source adds
/// its classes, or tells the record anew (ReadRecord::tells_anew); against what the store knew before, a record replaces
/// what it gives, empties what it gives as empty, and leaves what it does not give (SCHEMA.md). News that an office told
/// on an earlier day than what is stored change nothing. Pictures are read from the source's archive or below `folder`, never
/// through a link; one that cannot be read is a warning. On cancellation or a failure of the store the batches already
/// committed stay, and belong to the import's number. Memory: a batch, and some 50 bytes a record stored.
Result<ImportSummary> import_records(RecordReader& reader, Store& store, const ImportOptions& options,
                                     const Progress& progress = {});

}  // namespace marque
