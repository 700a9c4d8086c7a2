#include "interchange/record_sources.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "interchange/csv_scanner.hpp"
#include "interchange/csv_table.hpp"
#include "marque/base/limits.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

constexpr std::array delimiters = {',', ';', '\t', '|'};

class CsvRecords final : public RecordReader {
 public:
  CsvRecords(BlockBuffer buffer, std::string name, const DocumentLimits& limits)
      : buffer_(std::move(buffer)), name_(std::move(name)), limits_(limits), scanner_(',', Charset::utf8, limits) {}

  Result<void> read_header();

  /// A record and the rows that follow it with further classes of the same number.
  Result<std::optional<ReadRecord>> next() override {
    std::optional<ReadRecord> current = std::exchange(ahead_, std::nullopt);
    for (;;) {
      Result<std::optional<ReadRecord>> row = next_row();
      if (!row) return row.error().in_file(name_);
      if (!*row) return current;
      if (!current) {
        current = std::move(*row);
      } else if (!joined_rows(*table_, *current, **row, name_, limits_)) {
        ahead_ = std::move(*row);
        return current;
      }
    }
  }

  std::uint64_t bytes_read() const noexcept override { return buffer_.consumed(); }
  std::uint64_t bytes_total() const noexcept override { return buffer_.total(); }

 private:
  Result<void> choose_delimiter();
  void settle_charset(std::string_view bytes);
  Result<std::vector<std::string>> decoded(bool known_utf8 = false);

  Result<bool> scan_at(std::size_t offset);
  Result<std::optional<ReadRecord>> next_row();
  Result<std::optional<ReadRecord>> cut(std::size_t length, std::size_t line_break, const Error& why);
  Result<std::optional<ReadRecord>> lost_row(Error why);
  Result<bool> fits_at(std::size_t offset);
  Result<Entry> entry_of(std::string_view bytes, std::vector<Error>& warnings, std::vector<std::string>& emptied);
  Error wrong_width() const;

  BlockBuffer buffer_;
  std::string name_;
  DocumentLimits limits_;
  CsvScanner scanner_;
  CsvScan scan_;
  std::optional<CsvTable> table_;
  std::optional<ReadRecord> ahead_;
  std::uint64_t row_ = 0;
  bool ended_ = false;
  bool charset_known_ = false;
};

Result<void> CsvRecords::read_header() {
  const Result<bool> marked = pass_byte_order_mark(buffer_);
  if (!marked) return marked.error();
  charset_known_ = *marked;
  if (buffer_.window().starts_with("\xFF\xFE") || buffer_.window().starts_with("\xFE\xFF"))
    return Error{ErrorCode::unsupported, "the table is in UTF-16; save it as UTF-8"};
  const Result<bool> found = scan_at(0);
  if (!found) return found.error();
  if (buffer_.window().empty()) return Error{ErrorCode::malformed, "the file is empty"};
  if (!*found || scan_.length == 0) return Error{ErrorCode::malformed, "the table has no header"};
  // Under the wrong delimiter a quoted header seems to end early.
  const std::size_t line = std::min(buffer_.window().find_first_of("\r\n"), buffer_.window().size());
  settle_charset(buffer_.window().substr(0, std::max(scan_.length, line)));
  if (const Result<void> chosen = choose_delimiter(); !chosen) return chosen;
  const std::size_t consumed = scan_.length + scan_.line_break;
  if (scan_.error) return scan_.error->in_record(0);
  Result<std::vector<std::string>> header = decoded();
  if (!header) return header.error();
  Result<CsvTable> table = CsvTable::under(std::move(*header));
  if (!table) return table.error();
  table_ = std::move(*table);
  buffer_.consume(std::min(consumed, buffer_.window().size()));
  return {};
}

/// The delimiter under which most headers are known; among equals, the one that makes most columns. Leaves the
/// header in scan_.
Result<void> CsvRecords::choose_delimiter() {
  std::pair<std::size_t, std::size_t> best{0, 0};
  CsvScanner chosen(delimiters.front(), scanner_.charset(), limits_);
  for (const char delimiter : delimiters) {
    scanner_ = CsvScanner(delimiter, scanner_.charset(), limits_);
    const Result<bool> found = scan_at(0);
    if (!found) return found.error();
    const Result<std::vector<std::string>> header = decoded();
    if (!header) continue;
    const std::pair<std::size_t, std::size_t> known{CsvTable::known_headers(*header), header->size()};
    if (known <= best) continue;
    best = known;
    chosen = scanner_;
  }
  scanner_ = chosen;
  const Result<bool> found = scan_at(0);
  return found ? Result<void>{} : found.error();
}

/// The first record with other than ASCII characters, normally the header, tells the character set. Judging the
/// whole file instead would let one damaged row turn all others into another script.
void CsvRecords::settle_charset(std::string_view bytes) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (charset_known_ || std::all_of(bytes.begin(), bytes.end(), is_ascii)) return;
  charset_known_ = true;
  scanner_ = CsvScanner(scanner_.delimiter(), detect_charset(bytes), limits_);
  scanner_.scan(bytes, true, scan_);
}

/// The fields in UTF-8, which they may be known to be; takes them out of scan_.
Result<std::vector<std::string>> CsvRecords::decoded(bool known_utf8) {
  const auto marked = [](const std::string& field) { return field.starts_with(byte_order_mark); };
  if (known_utf8 && std::none_of(scan_.fields.begin(), scan_.fields.end(), marked)) return std::move(scan_.fields);
  std::vector<std::string> texts;
  texts.reserve(scan_.fields.size());
  for (std::size_t i = 0; i < scan_.fields.size(); ++i) {
    std::string& field = scan_.fields[i];
    const bool is_utf8 = scanner_.charset() == Charset::utf8 && !marked(field) && check_utf8(field);
    Result<std::string> text = is_utf8 ? std::move(field) : to_utf8(field, scanner_.charset());
    if (!text) return table_ ? text.error().in_field(table_->header(i)) : text.error();
    texts.push_back(std::move(*text));
  }
  return texts;
}

/// Scans the record at an offset of the window into scan_, reading on as far as it takes; false where the source
/// ends there.
Result<bool> CsvRecords::scan_at(std::size_t offset) {
  for (;;) {
    const std::string_view rest = buffer_.window().substr(offset);
    if (rest.empty() && ended_) return false;
    scanner_.scan(rest, ended_, scan_);
    if (scan_.end == CsvScan::End::record) return true;
    if (rest.size() > limits_.dom_bytes) {
      scan_.error =
          limit_error("record_bytes", limits_.dom_bytes, "the record is too long");
      scan_.lost = true;
      return true;
    }
    const Result<bool> more = buffer_.grow();
    if (!more) return more.error();
    ended_ = !*more;
  }
}

Result<std::optional<ReadRecord>> CsvRecords::next_row() {
  for (;;) {
    const Result<bool> found = scan_at(0);
    if (!found) return found.error();
    if (!*found) return std::optional<ReadRecord>{};
    if (scan_.length > 0 || scan_.lost) break;
    buffer_.consume(scan_.line_break);
  }
  ++row_;
  const std::string_view bytes = buffer_.window().substr(0, scan_.length);
  if (scan_.lost) return lost_row(*scan_.error);
  // A quote left open can also swallow lines up to the next quote; the count of columns then gives it away.
  if (!scan_.error && scan_.fields.size() != table_->columns() && bytes.find_first_of("\r\n") != std::string_view::npos)
    return lost_row(wrong_width());
  std::vector<Error> warnings;
  std::vector<std::string> emptied;
  Result<Entry> entry = entry_of(bytes, warnings, emptied);
  if (!entry) return cut(bytes.size(), line_break_at(buffer_.window(), bytes.size()), entry.error());
  for (Error& warning : warnings) warning = warning.in_file(name_).in_record(row_);
  ReadRecord record{row_, std::string(bytes), std::move(entry), std::move(warnings), std::move(emptied)};
  buffer_.consume(bytes.size() + line_break_at(buffer_.window(), bytes.size()));
  return std::optional(std::move(record));
}

Error CsvRecords::wrong_width() const {
  return Error{ErrorCode::malformed, "the row has " + std::to_string(scan_.fields.size()) +
                                         " columns, the header has " + std::to_string(table_->columns())};
}

Result<Entry> CsvRecords::entry_of(std::string_view bytes, std::vector<Error>& warnings, std::vector<std::string>& emptied) {
  settle_charset(bytes);
  if (scan_.error) return *scan_.error;
  if (scan_.fields.size() != table_->columns()) return wrong_width();
  const Result<std::vector<std::string>> fields = decoded(scanner_.charset() == Charset::utf8 && check_utf8(bytes));
  if (!fields) return fields.error();
  return table_->entry(*fields, warnings, emptied, limits_);
}

/// The bad record that the first bytes of the window make.
Result<std::optional<ReadRecord>> CsvRecords::cut(std::size_t length, std::size_t line_break, const Error& why) {
  ReadRecord record{row_, std::string(buffer_.window().substr(0, length)), why.in_file(name_).in_record(row_), {}};
  buffer_.consume(length + line_break);
  return std::optional(std::move(record));
}

/// A record whose end its quoting hides: it ends before the next line that reads as a row under this header, or
/// before the last line within the limits.
Result<std::optional<ReadRecord>> CsvRecords::lost_row(Error why) {
  std::size_t end = 0, line_break = 0;
  for (;;) {
    const std::size_t next = buffer_.window().find_first_of("\r\n", end + line_break);
    const bool too_long = std::min(next, buffer_.window().size()) > limits_.dom_bytes;
    if (next == std::string_view::npos && !ended_ && !too_long) {
      const Result<bool> more = buffer_.grow();
      if (!more) return more.error();
      ended_ = !*more;
      continue;
    }
    if (too_long && end > 0) return cut(end, line_break, why);
    if (next == std::string_view::npos) return cut(buffer_.window().size(), 0, why);
    end = next;
    line_break = line_break_at(buffer_.window(), end);
    const Result<bool> fits = fits_at(end + line_break);
    if (!fits) return fits.error();
    if (*fits) return cut(end, line_break, why);
  }
}

/// Whether a row under this header, or the end of the source, is at an offset of the window.
Result<bool> CsvRecords::fits_at(std::size_t offset) {
  const Result<bool> found = scan_at(offset);
  if (!found) return found.error();
  return !*found || (!scan_.lost && scan_.fields.size() == table_->columns());
}

}  // namespace

Result<std::unique_ptr<RecordReader>> csv_records(BlockBuffer buffer, std::string name, const DocumentLimits& limits) {
  auto reader = std::make_unique<CsvRecords>(std::move(buffer), name, limits);
  const Result<void> header = reader->read_header();
  if (!header) return header.error().in_file(std::move(name));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

}  // namespace marque
