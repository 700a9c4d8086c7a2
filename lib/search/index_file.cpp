#include "search/index_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include "marque/base/digest.hpp"

namespace marque {

namespace {

static_assert(std::endian::native == std::endian::little, "the index is mapped as it lies in the file");

constexpr std::string_view magic{"MARQUE-INDEX\r\n\x1a\n", 16};
constexpr std::uint32_t format_version = 1;
constexpr std::size_t section_count = 4;
constexpr std::size_t alignment = 16;

struct Section {
  std::uint64_t offset = 0, bytes = 0;
  std::uint32_t crc = 0, reserved = 0;
};

struct Header {
  std::array<char, 16> magic{};
  std::uint32_t version = format_version;
  std::uint32_t sections = section_count;
  std::uint64_t key = 0, entries = 0, file_bytes = 0;
  std::array<Section, section_count> table{};
  std::uint32_t crc = 0;
  std::array<std::uint32_t, 3> reserved{};
};
static_assert(sizeof(Header) == 160);
constexpr std::size_t header_checked = offsetof(Header, crc);

Error corrupt(std::string what) { return {ErrorCode::corrupt, "damaged index: " + std::move(what)}; }

Error storage_error(const std::string& path, std::string_view what) {
  const ErrorCode code = errno == ENOSPC ? ErrorCode::storage_full : errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage;
  return Error{code, std::string(what) + ": " + std::strerror(errno)}.in_file(path);
}

std::size_t aligned(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool write_padded(int fd, std::span<const std::byte> bytes) {
  const std::array<std::byte, alignment> zeros{};
  return write_all(fd, bytes) && write_all(fd, std::span(zeros).first(aligned(bytes.size()) - bytes.size()));
}

bool inside(IndexRow::Slice slice, std::size_t size) {
  return slice.offset <= size && slice.length <= size - slice.offset;
}

Result<void> check_rows(const IndexSections& sections) {
  std::uint64_t last = 0;
  for (const IndexRow& row : sections.rows) {
    if (row.id < last) return corrupt("rows out of order");
    last = row.id;
    if (!inside(row.label, sections.labels.size())) return corrupt("label outside its section");
    for (const auto& slice : row.texts) {
      if (!inside(slice, sections.texts.size())) return corrupt("text outside its section");
    }
  }
  return {};
}

template <class T>
std::span<const T> typed(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

}  // namespace

NameView IndexSections::name(const IndexRow& row) const noexcept {
  std::array<std::u32string_view, 7> fields;
  for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = {texts.data() + row.texts[i].offset, row.texts[i].length};
  return NameView::from(fields);
}

std::string_view IndexSections::label(const IndexRow& row) const noexcept {
  return {labels.data() + row.label.offset, row.label.length};
}

std::size_t IndexSections::bytes() const noexcept {
  return rows.size_bytes() + texts.size_bytes() + labels.size_bytes() + pictures.size_bytes();
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return storage_error(path, "cannot open the index");
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return storage_error(path, "cannot read the index");
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::invalid_argument, "not a regular file"}.in_file(path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < sizeof(Header)) return corrupt("too short").in_file(path);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return storage_error(path, "cannot map the index");
  return MappedFile(static_cast<const std::byte*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

Result<void> write_index(const IndexSections& sections, const std::string& path) {
  const std::array<std::span<const std::byte>, section_count> parts{std::as_bytes(sections.rows), std::as_bytes(sections.texts),
                                                                    std::as_bytes(sections.labels), sections.pictures};
  Header header;
  std::copy(magic.begin(), magic.end(), header.magic.begin());
  header.key = sections.key;
  header.entries = sections.entries;
  std::size_t offset = sizeof(Header);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    header.table[i] = {offset, parts[i].size(), crc32c(parts[i]), 0};
    offset += aligned(parts[i].size());
  }
  header.file_bytes = offset;
  header.crc = crc32c(std::as_bytes(std::span(&header, 1)).first(header_checked));

  const std::string fresh = path + ".new." + std::to_string(::getpid());
  const Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return storage_error(fresh, "cannot write the index");
  bool written = write_all(file.get(), std::as_bytes(std::span(&header, 1)));
  for (const auto part : parts) written = written && write_padded(file.get(), part);
  if (written && ::fsync(file.get()) == 0 && ::rename(fresh.c_str(), path.c_str()) == 0) return {};
  const Error error = storage_error(path, "cannot write the index");
  ::unlink(fresh.c_str());
  return error;
}

Result<IndexSections> read_index(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof(Header)) return corrupt("too short");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (std::string_view(header.magic.data(), magic.size()) != magic) return corrupt("no marque index");
  if (crc32c(bytes.first(header_checked)) != header.crc) return corrupt("header checksum");
  if (header.version > format_version) return Error{ErrorCode::newer_version, "index of format " + std::to_string(header.version)};
  if (header.sections != section_count || header.file_bytes != bytes.size()) return corrupt("length");

  std::array<std::span<const std::byte>, section_count> parts;
  for (std::size_t i = 0; i < section_count; ++i) {
    const Section& section = header.table[i];
    if (section.offset % alignment != 0 || section.offset > bytes.size() || section.bytes > bytes.size() - section.offset)
      return corrupt("section outside the file");
    parts[i] = bytes.subspan(section.offset, section.bytes);
    if (crc32c(parts[i]) != section.crc) return corrupt("checksum of section " + std::to_string(i + 1));
  }
  if (parts[0].size() % sizeof(IndexRow) != 0 || parts[1].size() % sizeof(char32_t) != 0) return corrupt("section length");
  IndexSections sections{header.key,         header.entries,       typed<IndexRow>(parts[0]),
                         typed<char32_t>(parts[1]), typed<char>(parts[2]), parts[3]};
  if (auto rows = check_rows(sections); !rows) return rows.error();
  return sections;
}

}  // namespace marque
