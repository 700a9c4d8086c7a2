#include "interchange/record_sources.hpp"

#include <algorithm>
#include <utility>

#include "interchange/csv_table.hpp"
#include "interchange/workbook.hpp"

namespace marque {
namespace {

constexpr int rows_searched_for_header = 10;  // titles and remarks may stand above it

/// The rows of a workbook's first sheet as records, like those of a CSV. Their bytes are their cells, tab separated.
class XlsxRecords final : public RecordReader {
 public:
  XlsxRecords(std::unique_ptr<Workbook> workbook, std::string name, const DocumentLimits& limits)
      : workbook_(std::move(workbook)), name_(std::move(name)), limits_(limits) {}

  Result<void> read_header() {
    Error why{ErrorCode::malformed, "the sheet has no header"};
    for (int i = 0; i < rows_searched_for_header; ++i) {
      Result<std::optional<Workbook::Row>> row = workbook_->next();
      if (!row) return row.error();
      if (!*row) break;
      if ((**row).error) return *(**row).error;
      Result<CsvTable> table = CsvTable::under((**row).cells);
      if (table) {
        table_ = std::move(*table);
        header_row_ = (**row).number;
        return {};
      }
      why = table.error();
    }
    return why;
  }

  Result<std::optional<ReadRecord>> next() override {
    std::optional<ReadRecord> current = std::exchange(ahead_, std::nullopt);
    for (;;) {
      Result<std::optional<Workbook::Row>> row = workbook_->next();
      if (!row) return row.error().in_file(name_);
      if (!*row) return current;
      ReadRecord record = record_of(std::move(**row));
      if (!current) {
        current = std::move(record);
      } else if (!joined_rows(*table_, *current, record, name_, limits_)) {
        ahead_ = std::move(record);
        return current;
      }
    }
  }

  std::uint64_t bytes_read() const noexcept override { return workbook_->bytes_read(); }
  std::uint64_t bytes_total() const noexcept override { return std::max(workbook_->bytes_total(), workbook_->bytes_read()); }

 private:
  ReadRecord record_of(Workbook::Row row) const {
    const std::uint64_t number = row.number - std::min(header_row_, row.number);
    ReadRecord record{number, bytes_of(row.cells), Error{ErrorCode::internal, "the row was not read"}};
    record.entry = row.error ? Result<Entry>(*row.error) : entry_of(std::move(row.cells), record);
    if (!record.entry) record.entry = record.entry.error().in_file(name_).in_record(number);
    for (Error& warning : record.warnings) warning = warning.in_file(name_).in_record(number);
    return record;
  }

  /// Cells beyond the header are refused unless they are empty.
  Result<Entry> entry_of(std::vector<std::string> cells, ReadRecord& record) const {
    const auto extra = cells.begin() + static_cast<std::ptrdiff_t>(std::min(table_->columns(), cells.size()));
    if (std::any_of(extra, cells.end(), [](const auto& cell) { return !cell.empty(); }))
      return Error{ErrorCode::malformed, "the row has " + std::to_string(cells.size()) + " columns, the header has " +
                                             std::to_string(table_->columns())};
    cells.resize(table_->columns());
    return table_->entry(cells, record.warnings, record.emptied, limits_);
  }

  std::string bytes_of(const std::vector<std::string>& cells) const {
    std::string bytes;
    for (std::size_t i = 0; i < cells.size() && bytes.size() < limits_.dom_bytes; ++i)
      bytes.append(i == 0 ? "" : "\t").append(cells[i]);
    return bytes.substr(0, limits_.dom_bytes);
  }

  std::unique_ptr<Workbook> workbook_;
  std::string name_;
  DocumentLimits limits_;
  std::optional<CsvTable> table_;
  std::optional<ReadRecord> ahead_;
  std::uint64_t header_row_ = 0;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> xlsx_records(std::shared_ptr<Archive> archive, std::string name,
                                                   const DocumentLimits& limits) {
  Result<std::unique_ptr<Workbook>> workbook = Workbook::open(std::move(archive), limits);
  if (!workbook) return workbook.error().in_file(std::move(name));
  auto reader = std::make_unique<XlsxRecords>(std::move(*workbook), name, limits);
  if (const Result<void> header = reader->read_header(); !header) return header.error().in_file(std::move(name));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

}  // namespace marque
