#include "marque/interchange/record_reader.hpp"

#include <utility>

#include "interchange/record_sources.hpp"

namespace marque {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t sniffed_bytes = 4096;

/// A record of JSON begins with a brace, a header of a table does not.
RecordFormat sniffed(std::string_view start) {
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && start[first] == '{' ? RecordFormat::json_lines : RecordFormat::csv;
}

Result<std::unique_ptr<RecordReader>> read(BlockBuffer buffer, std::string name, std::optional<RecordFormat> format,
                                           const DocumentLimits& limits) {
  if (!format) {
    if (const Result<void> filled = fill(buffer, sniffed_bytes); !filled) return filled.error().in_file(name);
    format = sniffed(buffer.window());
  }
  return *format == RecordFormat::json_lines ? json_lines(std::move(buffer), std::move(name), limits)
                                             : csv_records(std::move(buffer), std::move(name), limits);
}

}  // namespace

Result<void> fill(BlockBuffer& buffer, std::size_t count) {
  while (buffer.window().size() < count) {
    const Result<bool> more = buffer.grow();
    if (!more) return more.error();
    if (!*more) break;
  }
  return {};
}

Result<bool> pass_byte_order_mark(BlockBuffer& buffer) {
  if (const Result<void> filled = fill(buffer, byte_order_mark.size()); !filled) return filled.error();
  const bool found = buffer.window().starts_with(byte_order_mark);
  if (found) buffer.consume(byte_order_mark.size());
  return found;
}

std::string_view name_of(RecordFormat format) noexcept { return format == RecordFormat::csv ? "csv" : "json"; }

Result<RecordFormat> parse_record_format(std::string_view text) {
  if (text == "json" || text == "jsonl") return RecordFormat::json_lines;
  if (text == "csv" || text == "tsv") return RecordFormat::csv;
  return Error{ErrorCode::invalid_argument,
               "no format of records: \"" + std::string(text.substr(0, 80)) + "\" (json, jsonl, csv, tsv)"};
}

Result<std::unique_ptr<RecordReader>> open_records(const std::string& path, std::optional<RecordFormat> format,
                                                   const DocumentLimits& limits) {
  Result<BlockBuffer> buffer = BlockBuffer::open(path, limits);
  if (!buffer) return buffer.error();
  return read(std::move(*buffer), path, format, limits);
}

Result<std::unique_ptr<RecordReader>> read_records(std::string bytes, std::string name,
                                                   std::optional<RecordFormat> format, const DocumentLimits& limits) {
  if (bytes.size() > limits.stream_bytes)
    return Error{ErrorCode::limit_exceeded, "there are more than " + std::to_string(limits.stream_bytes) + " bytes"}
        .in_file(std::move(name));
  return read(BlockBuffer::over(std::move(bytes)), std::move(name), format, limits);
}

}  // namespace marque
