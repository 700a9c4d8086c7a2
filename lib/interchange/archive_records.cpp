#include "interchange/record_sources.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "interchange/archive.hpp"
#include "marque/logo/media_type.hpp"

namespace marque {
namespace {

constexpr std::size_t largest_picture = 64u << 20;  // what the bound on a picture can be set to; the import keeps the one it is told

constexpr std::array<std::string_view, 7> record_endings = {".xml", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt"};

bool ends_as(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view tail = name.substr(name.size() - ending.size());
  return std::equal(tail.begin(), tail.end(), ending.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

bool may_hold_records(const ArchiveEntry& entry) {
  return entry.name.find("__MACOSX/") == std::string::npos &&
         std::any_of(record_endings.begin(), record_endings.end(), [&](auto ending) { return ends_as(entry.name, ending); });
}

/// The records of an archive's entries, one entry after another, numbered through.
class ArchiveRecords final : public RecordReader {
 public:
  ArchiveRecords(std::shared_ptr<Archive> archive, std::string name, std::optional<RecordFormat> format,
                 std::vector<ArchiveEntry> entries, const DocumentLimits& limits)
      : archive_(std::move(archive)), name_(std::move(name)), format_(format), entries_(std::move(entries)), limits_(limits) {
    for (const ArchiveEntry& entry : entries_) total_ += entry.size;
  }

  Result<std::optional<ReadRecord>> next() override {
    for (;;) {
      if (!reader_) {
        if (at_ == entries_.size()) return std::optional<ReadRecord>{};
        Result<std::unique_ptr<RecordReader>> opened = open(entries_[at_]);
        if (!opened) return opened.error();
        reader_ = std::move(*opened);
      }
      Result<std::optional<ReadRecord>> record = reader_->next();
      if (!record) return record;
      if (*record) {
        ++row_;
        renumber(**record);
        return record;
      }
      passed_ += reader_->bytes_read();
      reader_.reset();
      ++at_;
    }
  }

  std::uint64_t bytes_read() const noexcept override { return passed_ + (reader_ ? reader_->bytes_read() : 0); }
  std::uint64_t bytes_total() const noexcept override { return std::max(total_, bytes_read()); }

  /// A path counts from the entry that names it, or from the archive's root.
  Result<Image> picture(const std::string& path) override {
    const std::string& beside = entries_[std::min(at_, entries_.size() - 1)].name;
    const std::string folder = beside.substr(0, beside.rfind('/') + 1);
    const ArchiveEntry* entry = archive_->find(folder + path);
    if (!entry) entry = archive_->find(path);
    if (!entry) return RecordReader::picture(path);
    const Result<std::string> bytes = Archive::bytes(archive_, *entry, largest_picture);
    if (!bytes) return bytes.error();
    const auto* begin = reinterpret_cast<const std::byte*>(bytes->data());
    Image image{{begin, begin + bytes->size()}, {}};
    const Result<std::string> media_type = sniff_media_type(image);
    if (!media_type) return media_type.error();
    image.media_type = *media_type;
    return image;
  }

 private:
  Result<std::unique_ptr<RecordReader>> open(const ArchiveEntry& entry) {
    Result<BlockBuffer> buffer = Archive::stream(archive_, entry);
    if (!buffer) return buffer.error().in_file(name_);
    return records_in(std::move(*buffer), name_ + '!' + entry.name, format_, limits_);
  }

  void renumber(ReadRecord& record) const {
    record.row = row_;
    if (!record.entry) record.entry = at_row(record.entry.error());
    for (Error& warning : record.warnings) warning = at_row(warning);
  }

  Error at_row(Error error) const {
    error.where.record = row_;
    return error;
  }

  std::shared_ptr<Archive> archive_;
  std::string name_;
  std::optional<RecordFormat> format_;
  std::vector<ArchiveEntry> entries_;
  DocumentLimits limits_;
  std::size_t at_ = 0;
  std::unique_ptr<RecordReader> reader_;
  std::uint64_t row_ = 0, passed_ = 0, total_ = 0;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> archive_records(std::shared_ptr<Archive> archive, std::string name,
                                                      std::optional<RecordFormat> format, const DocumentLimits& limits) {
  const bool is_workbook = archive->find("xl/workbook.xml") != nullptr;
  if (format == RecordFormat::xlsx || (!format && is_workbook)) {
    if (is_workbook) return xlsx_records(std::move(archive), std::move(name), limits);
    return Error{ErrorCode::malformed, "the archive is no workbook: it has no xl/workbook.xml"}.in_file(std::move(name));
  }
  std::vector<ArchiveEntry> entries;
  for (const ArchiveEntry& entry : archive->entries())
    if (may_hold_records(entry)) entries.push_back(entry);
  if (entries.empty())
    return Error{ErrorCode::unsupported, "the archive holds no file of records (.xml .json .jsonl .csv .tsv .txt)"}.in_file(
        std::move(name));
  return std::unique_ptr<RecordReader>(
      std::make_unique<ArchiveRecords>(std::move(archive), std::move(name), format, std::move(entries), limits));
}

}  // namespace marque
