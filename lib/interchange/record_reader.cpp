#include "marque/interchange/record_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "interchange/archive.hpp"
#include "interchange/json_objects.hpp"
#include "interchange/record_sources.hpp"

namespace marque {
namespace {

constexpr std::size_t sniffed_bytes = 4096;

constexpr std::array<std::pair<std::string_view, RecordFormat>, 10> format_names = {{{"json", RecordFormat::json_lines},
                                                                                     {"csv", RecordFormat::csv},
                                                                                     {"xlsx", RecordFormat::xlsx},
                                                                                     {"agency", RecordFormat::agency_json},
                                                                                     {"uspto", RecordFormat::uspto},
                                                                                     {"st96", RecordFormat::st96},
                                                                                     {"st66", RecordFormat::st66},
                                                                                     {"jsonl", RecordFormat::json_lines},
                                                                                     {"tsv", RecordFormat::csv},
                                                                                     {"tdxf", RecordFormat::uspto}}};

/// What the first bytes of a source say it is; XML tells its vocabulary itself.
RecordFormat sniffed(std::string_view start) {
  if (start.starts_with("\xFF\xFE<") || start.starts_with(std::string_view("\xFE\xFF\0<", 4))) return RecordFormat::st96;
  start = without_byte_order_mark(start);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return RecordFormat::csv;
  if (start[first] == '<') return RecordFormat::st96;
  if (begins_as_json_objects(start)) return RecordFormat::agency_json;
  return start[first] == '{' ? RecordFormat::json_lines : RecordFormat::csv;
}

}  // namespace

Result<std::unique_ptr<RecordReader>> records_in(BlockBuffer buffer, std::string name, std::optional<RecordFormat> format,
                                                 const DocumentLimits& limits) {
  if (const Result<void> filled = fill(buffer, sniffed_bytes); !filled) return filled.error().in_file(name);
  switch (format ? *format : sniffed(buffer.window())) {
    case RecordFormat::json_lines:
      return json_lines(std::move(buffer), std::move(name), limits);
    case RecordFormat::agency_json:
      return agency_json(std::move(buffer), std::move(name), limits);
    case RecordFormat::uspto:
    case RecordFormat::st96:
    case RecordFormat::st66:
      return xml_records(std::move(buffer), std::move(name), format, limits);
    case RecordFormat::xlsx:
      return Error{ErrorCode::malformed, "it is no workbook, which is a ZIP archive"}.in_file(std::move(name));
    case RecordFormat::csv:
      break;
  }
  return csv_records(std::move(buffer), std::move(name), limits);
}

Result<void> fill(BlockBuffer& buffer, std::size_t count) {
  while (buffer.window().size() < count) {
    const Result<bool> more = buffer.grow();
    if (!more) return more.error();
    if (!*more) break;
  }
  return {};
}

std::string_view without_byte_order_mark(std::string_view text) noexcept {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

Result<bool> pass_byte_order_mark(BlockBuffer& buffer) {
  if (const Result<void> filled = fill(buffer, byte_order_mark.size()); !filled) return filled.error();
  const bool found = buffer.window().starts_with(byte_order_mark);
  if (found) buffer.consume(byte_order_mark.size());
  return found;
}

std::string_view name_of(RecordFormat format) noexcept {
  const auto found = std::find_if(format_names.begin(), format_names.end(), [&](const auto& n) { return n.second == format; });
  return found->first;
}

Result<RecordFormat> parse_record_format(std::string_view text) {
  const auto found = std::find_if(format_names.begin(), format_names.end(), [&](const auto& n) { return n.first == text; });
  if (found != format_names.end()) return found->second;
  return Error{ErrorCode::invalid_argument, "no format of records: \"" + std::string(text.substr(0, 80)) +
                                                "\" (json, csv, xlsx, agency, uspto, st96, st66)"};
}

Result<Image> RecordReader::picture(const std::string& path) {
  return Error{ErrorCode::not_found, "no picture \"" + path.substr(0, 200) + "\" stands beside the records"};
}

Result<std::unique_ptr<RecordReader>> open_records(const std::string& path, std::optional<RecordFormat> format,
                                                   const DocumentLimits& limits) {
  Result<BlockBuffer> buffer = BlockBuffer::open(path, limits);
  if (!buffer) return buffer.error();
  if (const Result<void> filled = fill(*buffer, sniffed_bytes); !filled) return filled.error().in_file(path);
  if (!is_archive(buffer->window())) return records_in(std::move(*buffer), path, format, limits);
  Result<std::shared_ptr<Archive>> archive = Archive::open(path, limits);
  if (!archive) return archive.error();
  return archive_records(std::move(*archive), path, format, limits);
}

Result<std::unique_ptr<RecordReader>> read_records(std::string bytes, std::string name,
                                                   std::optional<RecordFormat> format, const DocumentLimits& limits) {
  if (bytes.size() > limits.stream_bytes)
    return limit_error("stream_bytes", limits.stream_bytes, "there are too many bytes").in_file(std::move(name));
  if (!is_archive(bytes)) return records_in(BlockBuffer::over(std::move(bytes)), std::move(name), format, limits);
  Result<std::shared_ptr<Archive>> archive = Archive::over(std::move(bytes), limits);
  if (!archive) return archive.error().in_file(std::move(name));
  return archive_records(std::move(*archive), std::move(name), format, limits);
}

}  // namespace marque
