#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Formats that records are read from.
enum class RecordFormat : std::uint8_t {
  json_lines,  ///< one record a line: the canonical form (lib/interchange/SCHEMA.md)
  csv,         ///< a register table with Chinese or English headers; UTF-8 or GB 18030; , ; tab or | between fields
};

std::string_view name_of(RecordFormat format) noexcept;
Result<RecordFormat> parse_record_format(std::string_view text);

/// One record of a source: the entry, or why it could not be read.
struct ReadRecord {
  std::uint64_t row = 0;  ///< line of JSON Lines, or record of a CSV, whose header is row 0; from 1
  std::string bytes;  ///< exactly as in the source, without the line break behind it; at most DocumentLimits::dom_bytes
  Result<Entry> entry;
  std::vector<Error> warnings;  ///< fields kept raw; the record is good
};

/// Reads records one after another, in memory independent of the file's size. A bad record is reported and
/// passed over; only a source that cannot be read on ends early, with an Error. Neighbouring rows of a CSV with one
/// number are one record (lib/interchange/SCHEMA.md). A quote left open costs its own row, not those behind it.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// The next record, or nothing at the end. The Result fails where the source itself does (I/O, limits).
  virtual Result<std::optional<ReadRecord>> next() = 0;

  /// Bytes read so far and in all, for progress.
  virtual std::uint64_t bytes_read() const noexcept = 0;
  virtual std::uint64_t bytes_total() const noexcept = 0;
};

/// Opens a file, its format found from its first bytes unless given. ErrorCode::not_found, storage or unsupported.
/// `path` must be a regular file.
Result<std::unique_ptr<RecordReader>> open_records(const std::string& path, std::optional<RecordFormat> format = {},
                                                   const DocumentLimits& limits = {});

/// The same over bytes in memory, for bindings, tests and fuzzing; `name` stands in errors for the path.
Result<std::unique_ptr<RecordReader>> read_records(std::string bytes, std::string name,
                                                   std::optional<RecordFormat> format = {},
                                                   const DocumentLimits& limits = {});

}  // namespace marque
