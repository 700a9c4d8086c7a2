#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// Formats that records are read from. Any of them may also stand in a ZIP archive.
enum class RecordFormat : std::uint8_t {
  json_lines,   ///< one record a line: the canonical form (lib/interchange/SCHEMA.md)
  csv,          ///< a table with Chinese or English headers; UTF-8 or GB 18030; , ; tab or | between fields
  xlsx,         ///< such a table as the first sheet of an Office Open XML workbook
  agency_json,  ///< objects of an agency's or office's interface, with the headers of such a table as names
  uspto,        ///< USPTO TDXF, daily or annual (`trademark-applications-daily`)
  st96,         ///< WIPO ST.96 Trademark, with the extensions of offices
  st66,         ///< WIPO ST.66 ("TM-XML"), with the extensions of offices
};

std::string_view name_of(RecordFormat format) noexcept;           ///< `json`, `csv`, `xlsx`, `agency`, `uspto`, `st96`, `st66`
Result<RecordFormat> parse_record_format(std::string_view text);  ///< these, and `jsonl`, `tsv`, `tdxf`

/// One record of a source: the entry, or why it could not be read.
struct ReadRecord {
  std::uint64_t row = 0;  ///< line of JSON Lines, record of XML or JSON, or of a table, whose header is row 0; from 1
  std::string bytes;  ///< exactly as in the source, without the line break behind it; at most DocumentLimits::dom_bytes
  Result<Entry> entry;
  std::vector<Error> warnings{};  ///< fields kept raw; the record is good

  /// Members (SCHEMA.md) that the source gives as empty, which is another thing than not giving them: where the record is
  /// known already they are emptied.
  std::vector<std::string> emptied{};

  /// Set where the record tells too little to be stored by itself, such as its state alone: it only amends a known one.
  std::optional<Error> lacking{};

  /// Whether a further record of the same number tells the whole anew, as in XML; else it adds classes, as rows of a table do.
  bool tells_anew = false;
};

/// Reads records one after another, in memory independent of the file's size. A bad record is reported and
/// passed over; only a source that cannot be read on ends early, with an Error. Neighbouring rows of a table with one
/// number are one record (lib/interchange/SCHEMA.md). A quote left open costs its own row, not those behind it.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// The next record, or nothing at the end. The Result fails where the source itself does (I/O, limits, XML that is not
  /// well-formed).
  virtual Result<std::optional<ReadRecord>> next() = 0;

  /// Bytes read so far and in all, for progress.
  virtual std::uint64_t bytes_read() const noexcept = 0;
  virtual std::uint64_t bytes_total() const noexcept = 0;

  /// A picture that a record names and that stands in the same archive; ErrorCode::not_found where there is none.
  virtual Result<Image> picture(const std::string& path);
};

/// Opens a file, its format found from its first bytes unless given. ErrorCode::not_found, storage or unsupported.
/// `path` must be a regular file. In an archive every entry that may hold records is read, in its order.
Result<std::unique_ptr<RecordReader>> open_records(const std::string& path, std::optional<RecordFormat> format = {},
                                                   const DocumentLimits& limits = {});

/// The same over bytes in memory, for bindings, tests and fuzzing; `name` stands in errors for the path.
Result<std::unique_ptr<RecordReader>> read_records(std::string bytes, std::string name,
                                                   std::optional<RecordFormat> format = {},
                                                   const DocumentLimits& limits = {});

}  // namespace marque
