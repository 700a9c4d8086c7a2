#include "search/index_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include "marque/base/digest.hpp"
#include "search/edition.hpp"

namespace marque {

namespace {

using layout::Header;
using layout::Section;

static_assert(std::endian::native == std::endian::little, "the index is mapped as it lies in the file");

constexpr std::size_t checked_at_once = 4u << 20;

Error corrupt(std::string what) { return {ErrorCode::corrupt, "damaged index: " + std::move(what)}; }

Error storage_error(const std::string& path, std::string_view what) {
  const ErrorCode code = errno == ENOSPC ? ErrorCode::storage_full : errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage;
  return Error{code, std::string(what) + ": " + std::strerror(errno)}.in_file(path);
}

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

bool write_all(int fd, std::span<const std::byte> bytes, std::uint64_t at) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    at += static_cast<std::uint64_t>(written);
  }
  return true;
}

std::uint32_t crc_of(Header header) {
  header.crc = 0;
  return crc32c(std::as_bytes(std::span(&header, 1)));
}

Header header_of(const Segment& segment) {
  Header header;
  std::copy(layout::magic.begin(), layout::magic.end(), header.magic.begin());
  header.key = segment.facts().key;
  header.entries = segment.facts().entries;
  header.edition = table_edition();
  std::uint64_t offset = sizeof(Header);
  for (std::size_t i = 0; i < layout::section_count; ++i) {
    const auto bytes = segment.bytes(static_cast<layout::Section>(i));
    offset = layout::aligned(offset);
    header.places[i] = {offset, bytes.size(), crc32c(bytes), 0};
    offset += bytes.size();
  }
  header.bytes = layout::aligned(offset);
  header.crc = crc_of(header);
  return header;
}

/// Writes the part but for its header, which makes it valid.
bool write_sections(int fd, const Segment& segment, const Header& header, std::uint64_t at) {
  for (std::size_t i = 0; i < layout::section_count; ++i) {
    if (!write_all(fd, segment.bytes(static_cast<layout::Section>(i)), at + header.places[i].offset)) return false;
  }
  return ::ftruncate(fd, static_cast<off_t>(at + header.bytes)) == 0;
}

bool write_header(int fd, const Header& header, std::uint64_t at) {
  return write_all(fd, std::as_bytes(std::span(&header, 1)), at);
}

template <class T>
std::uint64_t elements(const Header& header, Section section) {
  return header.places[static_cast<std::size_t>(section)].bytes / sizeof(T);
}

/// The header of a part, if a whole part lies there.
Result<Header> header_at(std::span<const std::byte> file, std::uint64_t at) {
  Header header;
  const std::uint64_t left = file.size() - at;
  if (left < layout::header_start) return corrupt("too short");
  std::memcpy(&header, file.data() + at, std::min<std::uint64_t>(left, sizeof(Header)));
  if (std::string_view(header.magic.data(), header.magic.size()) != layout::magic) return corrupt("no marque index");
  if (header.version > layout::version) return Error{ErrorCode::newer_version, "index of format " + std::to_string(header.version)};
  if (header.version < layout::version)
    return Error{ErrorCode::unsupported, "index of format " + std::to_string(header.version) + ": to be built anew"};
  if (left < sizeof(Header) || header.crc != crc_of(header) || header.sections != layout::section_count) return corrupt("header checksum");
  if (header.bytes % layout::alignment != 0 || header.bytes < sizeof(Header) || header.bytes > left) return corrupt("cut short");
  for (const layout::SectionPlace& place : header.places) {
    if (place.offset % layout::alignment != 0 || place.offset > header.bytes || place.bytes > header.bytes - place.offset)
      return corrupt("section outside its part");
  }
  const std::uint64_t names = elements<layout::NameRow>(header, Section::names);
  if (names > layout::most_names) return corrupt("more names than rows can be numbered");
  if (names != elements<std::uint64_t>(header, Section::ids)) return corrupt("names without an entry");
  return header;
}

Segment segment_of(std::span<const std::byte> part, const Header& header) {
  Segment::Sections sections;
  for (std::size_t i = 0; i < sections.size(); ++i) sections[i] = part.subspan(header.places[i].offset, header.places[i].bytes);
  return Segment({header.key, header.entries}, sections);
}

Result<void> verify_section(std::span<const std::byte> bytes, std::uint32_t expected, std::uint64_t& done, std::uint64_t total,
                            const Progress& progress) {
  std::uint32_t crc = 0;
  for (std::size_t at = 0; at < bytes.size(); at += checked_at_once) {
    const auto piece = bytes.subspan(at, std::min(checked_at_once, bytes.size() - at));
    crc = crc32c(piece, crc);
    if (!progress.advance(done += piece.size(), total)) return Error{ErrorCode::cancelled, "verification cancelled"};
  }
  if (crc != expected) return corrupt("checksum");
  return {};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return storage_error(path, "cannot open the index");
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return storage_error(path, "cannot read the index");
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::invalid_argument, "not a regular file"}.in_file(path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return corrupt("empty file").in_file(path);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
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

Result<IndexParts> read_parts(std::span<const std::byte> file) {
  IndexParts parts;
  while (parts.end < file.size()) {
    const auto header = header_at(file, parts.end);
    if (!header && parts.segments.empty()) return header.error();
    if (!header) break;   // a part that was never finished
    if (header->edition != table_edition())
      return Error{ErrorCode::unsupported, "the index was made with other tables or fingerprints: to be built anew"};
    parts.segments.push_back(segment_of(file.subspan(parts.end, header->bytes), *header));
    parts.end += header->bytes;
  }
  return parts;
}

Result<void> verify_parts(std::span<const std::byte> file, const Progress& progress) {
  const auto parts = read_parts(file);
  if (!parts) return parts.error();
  if (parts->end != file.size()) return corrupt("an unfinished part at the end");
  std::uint64_t at = 0, done = 0;
  for (std::size_t part = 0; part < parts->segments.size(); ++part) {
    const auto header = header_at(file, at);
    for (std::size_t i = 0; i < layout::section_count; ++i) {
      const layout::SectionPlace& place = header->places[i];
      const auto sound = verify_section(file.subspan(at + place.offset, place.bytes), place.crc, done, file.size(), progress);
      if (!sound && sound.error().code == ErrorCode::corrupt)
        return corrupt("checksum of section " + std::to_string(i + 1) + " of part " + std::to_string(part + 1));
      if (!sound) return sound.error();
    }
    at += header->bytes;
  }
  return {};
}

Result<void> write_index(std::span<const Segment> segments, const std::string& path) {
  const std::string fresh = path + ".new." + std::to_string(::getpid());
  const Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return storage_error(fresh, "cannot write the index");
  std::uint64_t at = 0;
  bool written = true;
  for (const Segment& segment : segments) {
    const Header header = header_of(segment);
    written = written && write_sections(file.get(), segment, header, at) && write_header(file.get(), header, at);
    at += header.bytes;
  }
  if (written && ::fsync(file.get()) == 0 && ::rename(fresh.c_str(), path.c_str()) == 0) return {};
  const Error error = storage_error(path, "cannot write the index");
  ::unlink(fresh.c_str());
  return error;
}

Result<void> append_part(const std::string& path, const std::function<Result<Segment>(const IndexParts&)>& make) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (file.get() < 0) return storage_error(path, "cannot open the index");
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return Error{ErrorCode::busy, "another process appends to the index"}.in_file(path);
  const auto mapped = MappedFile::open(path);
  if (!mapped) return mapped.error();
  const auto parts = read_parts(mapped->bytes());
  if (!parts) return parts.error().in_file(path);
  const auto segment = make(*parts);
  if (!segment) return segment.error();

  // What a broken append left goes first, so that zeros stand where the header will be; the header comes last, when all
  // else is on disk.
  const Header header = header_of(*segment);
  const auto end = static_cast<off_t>(parts->end);
  if (::ftruncate(file.get(), end) == 0 && write_sections(file.get(), *segment, header, parts->end) && ::fsync(file.get()) == 0 &&
      write_header(file.get(), header, parts->end) && ::fsync(file.get()) == 0)
    return {};
  const Error error = storage_error(path, "cannot append to the index");
  if (::ftruncate(file.get(), end) != 0) return error;   // the part stays without a header, and unread
  return error;
}

}  // namespace marque
