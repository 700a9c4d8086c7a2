// Records as agencies and offices hand them out through their interfaces: objects whose members are named like the headers
// of a table (`regNo`, `tmName`, `applicationNumber`, `protectedNames`, 注册号 …).

#include "interchange/record_sources.hpp"

#include <utility>

#include "interchange/csv_table.hpp"
#include "interchange/json_objects.hpp"
#include "interchange/json_value.hpp"

namespace marque {
namespace {

/// A member's value as a cell holds it: the items of a list on lines of their own; what is no text as JSON.
std::string cell_of(const JsonValue& value) {
  if (value.is_null()) return {};
  const JsonValue::Array* items = value.array();
  if (!items) return value.scalar() ? *value.scalar() : value.to_string();
  std::string cell;
  for (const JsonValue& item : *items)
    cell.append(cell.empty() ? "" : "\n").append(item.scalar() ? *item.scalar() : item.to_string());
  return cell;
}

class AgencyJson final : public RecordReader {
 public:
  AgencyJson(BlockBuffer buffer, std::string name, const DocumentLimits& limits)
      : objects_(std::move(buffer), limits), name_(std::move(name)), limits_(limits) {}

  Result<std::optional<ReadRecord>> next() override {
    Result<std::optional<std::string>> object = objects_.next();
    if (!object) return object.error().in_file(name_);
    if (!*object) return std::optional<ReadRecord>{};
    ReadRecord record{++row_, std::move(**object), Error{ErrorCode::internal, "the object was not read"}};
    record.entry = entry_of(record);
    if (!record.entry) record.entry = record.entry.error().in_file(name_).in_record(row_);
    for (Error& warning : record.warnings) warning = warning.in_file(name_).in_record(row_);
    return std::optional(std::move(record));
  }

  std::uint64_t bytes_read() const noexcept override { return objects_.bytes_read(); }
  std::uint64_t bytes_total() const noexcept override { return objects_.bytes_total(); }

 private:
  Result<Entry> entry_of(ReadRecord& record) {
    const Result<JsonValue> value = parse_json(record.bytes, limits_);
    if (!value) return value.error();
    std::vector<std::string> header, cells;
    for (const auto& [name, member] : *value->object()) {
      header.push_back(name);
      cells.push_back(cell_of(member));
    }
    if (!table_ || header != header_) {
      Result<CsvTable> table = CsvTable::under(header);
      if (!table) return Error{ErrorCode::missing_field, "the object names no member for a number or none for a mark (such as regNo, tmName)"};
      table_ = std::move(*table);
      header_ = std::move(header);
    }
    return table_->entry(cells, record.warnings, record.emptied, limits_);
  }

  JsonObjects objects_;
  std::string name_;
  DocumentLimits limits_;
  std::uint64_t row_ = 0;
  std::optional<CsvTable> table_;
  std::vector<std::string> header_;  ///< of table_
};

}  // namespace

Result<std::unique_ptr<RecordReader>> agency_json(BlockBuffer buffer, std::string name, const DocumentLimits& limits) {
  const Result<bool> marked = pass_byte_order_mark(buffer);
  if (!marked) return marked.error().in_file(std::move(name));
  return std::unique_ptr<RecordReader>(std::make_unique<AgencyJson>(std::move(buffer), std::move(name), limits));
}

}  // namespace marque
