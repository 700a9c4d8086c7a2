#include "interchange/record_sources.hpp"

#include <utility>

#include "interchange/entry_members.hpp"

namespace marque {
namespace {

class JsonLines final : public RecordReader {
 public:
  JsonLines(BlockBuffer buffer, std::string name, const DocumentLimits& limits)
      : buffer_(std::move(buffer)), name_(std::move(name)), limits_(limits) {}

  Result<std::optional<ReadRecord>> next() override {
    for (;;) {
      Result<std::optional<std::string>> line = next_line();
      if (!line) return line.error().in_file(name_);
      if (!*line) return std::optional<ReadRecord>{};
      ++row_;
      if ((*line)->find_first_not_of(" \t") != std::string::npos) return std::optional(record(std::move(**line)));
    }
  }

  std::uint64_t bytes_read() const noexcept override { return buffer_.consumed(); }
  std::uint64_t bytes_total() const noexcept override { return buffer_.total(); }

 private:
  ReadRecord record(std::string line) {
    ReadRecord record{row_, std::move(line), limit_error("record_bytes", limits_.dom_bytes, "the line is too long")};
    if (!too_long_) record.entry = entry_from_json(record.bytes, record.warnings, limits_, &record.emptied);
    if (!record.entry) record.entry = record.entry.error().in_file(name_).in_record(row_);
    for (Error& warning : record.warnings) warning = warning.in_file(name_).in_record(row_);
    return record;
  }

  /// The next line without its break; of one that is too long only the beginning is kept.
  Result<std::optional<std::string>> next_line() {
    too_long_ = false;
    std::string kept;
    for (std::size_t searched = 0;;) {
      const std::size_t end = buffer_.window().find('\n', searched);
      if (end != std::string_view::npos) return std::optional(line(std::move(kept), end, 1));
      searched = buffer_.window().size();
      if (searched > limits_.dom_bytes) {
        if (!too_long_) kept = buffer_.window().substr(0, limits_.dom_bytes);
        too_long_ = true;
        buffer_.consume(std::exchange(searched, 0));
      }
      const Result<bool> more = buffer_.grow();
      if (!more) return more.error();
      if (*more) continue;
      if (searched == 0 && !too_long_) return std::optional<std::string>{};
      return std::optional(line(std::move(kept), searched, 0));
    }
  }

  std::string line(std::string kept, std::size_t length, std::size_t line_break) {
    if (!too_long_) {
      kept = buffer_.window().substr(0, length);
      if (kept.ends_with('\r')) kept.pop_back();
    }
    buffer_.consume(length + line_break);
    return kept;
  }

  BlockBuffer buffer_;
  std::string name_;
  DocumentLimits limits_;
  std::uint64_t row_ = 0;
  bool too_long_ = false;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> json_lines(BlockBuffer buffer, std::string name, const DocumentLimits& limits) {
  const Result<bool> marked = pass_byte_order_mark(buffer);
  if (!marked) return marked.error().in_file(std::move(name));
  return std::unique_ptr<RecordReader>(std::make_unique<JsonLines>(std::move(buffer), std::move(name), limits));
}

}  // namespace marque
