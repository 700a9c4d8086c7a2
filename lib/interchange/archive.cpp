#include "interchange/archive.hpp"

#include <fcntl.h>
#include <zip.h>

#include <algorithm>
#include <utility>

#include "marque/base/limits.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

constexpr std::uint64_t free_of_ratio = 1u << 20;  // so little does no harm, however well it was packed

Error refused(ErrorCode code, const std::string& name, const std::string& why) {
  return Error{code, "archive entry \"" + name.substr(0, 200) + "\": " + why};
}

Error too_large(const std::string& name, std::string_view limit, std::uint64_t value) {
  return limit_error(limit, value, "archive entry \"" + name.substr(0, 200) + "\" unpacks to too much");
}

std::string name_in_utf8(std::string_view raw) {
  Result<std::string> name = to_utf8(raw, detect_charset(raw));
  return name ? std::move(*name) : std::string(raw);
}

ErrorCode code_of(int zip_error) {
  if (zip_error == ZIP_ER_MEMORY) return ErrorCode::out_of_memory;
  if (zip_error == ZIP_ER_READ || zip_error == ZIP_ER_SEEK || zip_error == ZIP_ER_OPEN) return ErrorCode::storage;
  if (zip_error == ZIP_ER_NOPASSWD || zip_error == ZIP_ER_ENCRNOTSUPP || zip_error == ZIP_ER_COMPNOTSUPP || zip_error == ZIP_ER_MULTIDISK)
    return ErrorCode::unsupported;
  return ErrorCode::malformed;
}

}  // namespace

struct Archive::Handle {
  std::string memory;  ///< the archive's bytes, where it is no file
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip) zip_discard(zip);
  }
};

namespace {

/// Unpacks one entry, counting what comes out.
class EntrySource final : public ByteSource {
 public:
  EntrySource(std::shared_ptr<const Archive> archive, zip_file_t* file, const ArchiveEntry& entry, const DocumentLimits& limits)
      : archive_(std::move(archive)), file_(file), name_(entry.name), packed_(entry.packed), limits_(limits) {}
  ~EntrySource() override { zip_fclose(file_); }
  EntrySource(const EntrySource&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    const zip_int64_t count = zip_fread(file_, to, size);
    if (count < 0) {
      zip_error_t* const error = zip_file_get_error(file_);
      return refused(code_of(zip_error_code_zip(error)), name_, zip_error_strerror(error));
    }
    unpacked_ += static_cast<std::uint64_t>(count);
    if (unpacked_ > limits_.stream_bytes)
      return too_large(name_, "stream_bytes", limits_.stream_bytes);
    if (unpacked_ > free_of_ratio && (unpacked_ - 1) / limits_.archive_ratio >= packed_)  // unpacked > ratio × packed, without overflow
      return too_large(name_, "archive_ratio", limits_.archive_ratio);
    return static_cast<std::size_t>(count);
  }

 private:
  std::shared_ptr<const Archive> archive_;
  zip_file_t* file_;
  std::string name_;
  std::uint64_t packed_, unpacked_ = 0;
  DocumentLimits limits_;
};

}  // namespace

Archive::Archive(std::unique_ptr<Handle> handle, const DocumentLimits& limits) : handle_(std::move(handle)), limits_(limits) {}
Archive::~Archive() = default;

Result<std::shared_ptr<Archive>> Archive::open(const std::string& path, const DocumentLimits& limits) {
  const Result<FileDescriptor> file = open_regular_file(path);
  if (!file) return file.error();
  const int copy = ::fcntl(file->get(), F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return Error{ErrorCode::storage, "the file cannot be opened twice"}.in_file(path);
  int error = 0;
  auto handle = std::make_unique<Handle>();
  handle->zip = zip_fdopen(copy, 0, &error);
  if (!handle->zip) return Error{code_of(error), "no readable ZIP archive"}.in_file(path);
  std::shared_ptr<Archive> archive(new Archive(std::move(handle), limits));
  if (const Result<void> listed = archive->list(); !listed) return listed.error().in_file(path);
  return archive;
}

Result<std::shared_ptr<Archive>> Archive::over(std::string bytes, const DocumentLimits& limits) {
  auto handle = std::make_unique<Handle>();
  handle->memory = std::move(bytes);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(handle->memory.data(), handle->memory.size(), 0, &error);
  if (source) handle->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  const int code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (!handle->zip) {
    if (source) zip_source_free(source);
    return Error{code_of(code), "no readable ZIP archive"};
  }
  std::shared_ptr<Archive> archive(new Archive(std::move(handle), limits));
  if (const Result<void> listed = archive->list(); !listed) return listed.error();
  return archive;
}

Result<void> Archive::list() {
  const zip_int64_t count = zip_get_num_entries(handle_->zip, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits_.archive_entries)
    return limit_error("archive_entries", limits_.archive_entries, "the archive has too many entries");
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t status;
    zip_stat_init(&status);
    const auto index = static_cast<zip_uint64_t>(i);
    if (zip_stat_index(handle_->zip, index, ZIP_FL_ENC_RAW, &status) != 0) return Error{ErrorCode::malformed, "the archive's list is damaged"};
    const char* const raw = zip_get_name(handle_->zip, index, ZIP_FL_ENC_RAW);
    entries_.push_back({index, name_in_utf8(raw ? raw : ""), status.size, status.comp_size});
  }
  return {};
}

const ArchiveEntry* Archive::find(std::string_view name) const noexcept {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& e) { return e.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

Result<BlockBuffer> Archive::stream(const std::shared_ptr<Archive>& archive, const ArchiveEntry& entry) {
  if (entry.size > archive->limits_.stream_bytes)
    return too_large(entry.name, "stream_bytes", archive->limits_.stream_bytes);
  zip_file_t* const file = zip_fopen_index(archive->handle_->zip, entry.index, 0);
  if (!file) {
    zip_error_t* const error = zip_get_error(archive->handle_->zip);
    return refused(code_of(zip_error_code_zip(error)), entry.name, zip_error_strerror(error));
  }
  return BlockBuffer::from(std::make_unique<EntrySource>(archive, file, entry, archive->limits_), entry.size);
}

Result<std::string> Archive::bytes(const std::shared_ptr<Archive>& archive, const ArchiveEntry& entry, std::size_t limit) {
  Result<BlockBuffer> buffer = stream(archive, entry);
  if (!buffer) return buffer.error();
  for (;;) {
    const Result<bool> more = buffer->grow();
    if (!more) return more.error();
    if (!*more) return std::string(buffer->window());
    if (buffer->window().size() > limit)
      return refused(ErrorCode::limit_exceeded, entry.name, "it is larger than " + std::to_string(limit) + " bytes");
  }
}

bool is_archive(std::string_view start) noexcept { return start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06"); }

}  // namespace marque
