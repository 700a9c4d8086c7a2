#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "interchange/archive.hpp"
#include "interchange/block_buffer.hpp"
#include "marque/interchange/record_reader.hpp"

namespace marque {

/// The readers behind open_records(), over a source of which nothing has been consumed; `name` stands in errors.
Result<std::unique_ptr<RecordReader>> json_lines(BlockBuffer buffer, std::string name, const DocumentLimits& limits);
Result<std::unique_ptr<RecordReader>> csv_records(BlockBuffer buffer, std::string name, const DocumentLimits& limits);

Result<std::unique_ptr<RecordReader>> xml_records(BlockBuffer buffer, std::string name,
                                                  std::optional<RecordFormat> format, const DocumentLimits& limits);

Result<std::unique_ptr<RecordReader>> agency_json(BlockBuffer buffer, std::string name, const DocumentLimits& limits);
Result<std::unique_ptr<RecordReader>> xlsx_records(std::shared_ptr<Archive> archive, std::string name,
                                                   const DocumentLimits& limits);
Result<std::unique_ptr<RecordReader>> archive_records(std::shared_ptr<Archive> archive, std::string name,
                                                      std::optional<RecordFormat> format, const DocumentLimits& limits);

/// The reader that the first bytes or the format ask for, whatever the source is but an archive.
Result<std::unique_ptr<RecordReader>> records_in(BlockBuffer buffer, std::string name, std::optional<RecordFormat> format,
                                                 const DocumentLimits& limits);

/// Grows the window until it holds at least `count` bytes or the source ends.
Result<void> fill(BlockBuffer& buffer, std::size_t count);

/// The one of UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What stands behind a byte order mark, where there is one.
std::string_view without_byte_order_mark(std::string_view text) noexcept;

/// Passes over a byte order mark, and tells whether there was one.
Result<bool> pass_byte_order_mark(BlockBuffer& buffer);

}  // namespace marque
