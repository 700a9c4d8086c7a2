#include "marque/snapshot/snapshot.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <string_view>

#include "marque/base/digest.hpp"
#include "marque/snapshot/record.hpp"
#include "snapshot/durable_file.hpp"
#include "snapshot/portable_archive.hpp"

namespace marque {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::string_view magic = "MARQUE\r\n\x1a\n";
constexpr std::uint16_t format_version = 1;
constexpr std::size_t header_size = 36;
constexpr std::size_t digest_size = std::tuple_size_v<Sha256Digest>;
constexpr std::size_t chunk_size = 1u << 20;

struct Header {
  std::uint64_t payload_size = 0;
  std::uint64_t records = 0;
};

Bytes to_bytes(const Header& header) {
  PortableWriter writer;
  writer.save_binary(magic.data(), magic.size());
  writer << format_version << std::uint16_t{0} << std::uint16_t{0} << header.payload_size << header.records;
  writer << crc32c(writer.bytes());
  return writer.take();
}

Error damaged(const std::string& path, std::string why) {
  return Error{ErrorCode::corrupt, "the snapshot is damaged: " + std::move(why)}.in_file(path);
}

Error no_memory() { return {ErrorCode::out_of_memory, "no memory"}; }  // short enough to need none

Error too_large_record(std::size_t size, const SnapshotLimits& limits) {
  return limit_error("snapshot_record_bytes", limits.record_bytes, "a record of " + std::to_string(size) + " bytes");
}

Result<void> within(std::uint64_t bytes, std::uint64_t records, const SnapshotLimits& limits) {
  if (bytes > limits.bytes) return limit_error("snapshot_bytes", limits.bytes, "a snapshot of " + std::to_string(bytes) + " bytes");
  if (records > limits.records) return limit_error("snapshot_records", limits.records, "a snapshot of " + std::to_string(records) + " records");
  return {};
}

/// Feeds a file piece by piece, so that a registry larger than memory's half can be saved.
class SnapshotWriter {
 public:
  SnapshotWriter(NewFile& file, const SnapshotLimits& limits) : file_(file), limits_(limits) {}

  Result<void> add(EntryId id, const Entry& entry) {
    const Bytes record = to_record(entry);
    if (record.size() > limits_.record_bytes) return too_large_record(record.size(), limits_);
    pending_ << id.value << static_cast<std::uint32_t>(record.size());
    pending_.save_binary(record.data(), record.size());
    ++header_.records;
    if (pending_.bytes().size() < chunk_size) return {};
    return pass_on();
  }

  Result<void> finish() {
    if (const auto passed = pass_on(); !passed) return passed;
    if (const auto written = file_.write(digest_.finish()); !written) return written;
    return file_.rewrite(0, to_bytes(header_));
  }

 private:
  Result<void> pass_on() {
    const Bytes bytes = pending_.take();
    pending_ = {};
    digest_.update(bytes);
    header_.payload_size += bytes.size();
    if (const auto fits = within(header_size + header_.payload_size + digest_size, header_.records, limits_); !fits) return fits;
    return file_.write(bytes);
  }

  NewFile& file_;
  const SnapshotLimits& limits_;
  PortableWriter pending_;
  Sha256 digest_;
  Header header_;
};

/// An open file descriptor, closed with its scope.
struct Descriptor {
  int number;
  explicit Descriptor(int opened) : number(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

/// A snapshot that is open: what its header says has been found right, the digest not yet.
class OpenSnapshot {
 public:
  static Result<OpenSnapshot> open(const std::string& path, const SnapshotLimits& limits);

  const Header& header() const noexcept { return header_; }

  /// Hands out the payload piece by piece, and at its end compares the digest: what came before may be used only then.
  template <class Use>
  Result<void> read(Use use, const Progress& progress);

 private:
  OpenSnapshot(std::unique_ptr<Descriptor> file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  Result<void> fill(std::span<std::byte> bytes);

  std::unique_ptr<Descriptor> file_;
  std::string path_;
  Header header_;
};

Result<void> OpenSnapshot::fill(std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::read(file_->number, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("cannot read the snapshot", path_);
    if (got == 0) return damaged(path_, "it shrank while it was read");
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
  return {};
}

/// What the header says, once magic, checksum, version and length have been found right.
Result<Header> checked_header(std::span<const std::byte> bytes, std::uint64_t file_size, const std::string& path) {
  if (!std::equal(magic.begin(), magic.end(), bytes.begin(), [](char a, std::byte b) { return std::byte(a) == b; }))
    return damaged(path, "it does not begin as a snapshot does");
  PortableReader reader(bytes.subspan(magic.size()));
  std::uint16_t major = 0, minor = 0, flags = 0;
  Header header;
  std::uint32_t checksum = 0;
  reader >> major >> minor >> flags >> header.payload_size >> header.records >> checksum;
  if (checksum != crc32c(bytes.first(header_size - sizeof checksum)))
    return damaged(path, "its header's checksum does not match");
  if (major > format_version || flags != 0)
    return Error{ErrorCode::newer_version, "the snapshot is of format version " + std::to_string(major) + ", flags " +
                                               std::to_string(flags) + "; this marque reads up to 1"}
        .in_file(path);
  if (major == 0) return damaged(path, "it has no format version");
  if (header.payload_size != file_size - header_size - digest_size)
    return damaged(path, "its length is not the stated one");
  return header;
}

Result<OpenSnapshot> OpenSnapshot::open(const std::string& path, const SnapshotLimits& limits) {
  OpenSnapshot snapshot(std::make_unique<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), path);
  const int descriptor = snapshot.file_->number;
  if (descriptor < 0) return system_error("cannot open the snapshot", path);
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) return system_error("cannot look at the snapshot", path);
  if (!S_ISREG(facts.st_mode)) return Error{ErrorCode::invalid_argument, "this is no regular file"}.in_file(path);
  const auto size = static_cast<std::uint64_t>(facts.st_size);
  if (const auto fits = within(size, 0, limits); !fits) return fits.error().in_file(path);
  if (size < header_size + digest_size) return damaged(path, "it is too short");
  std::array<std::byte, header_size> bytes;
  if (const auto filled = snapshot.fill(bytes); !filled) return filled.error();
  const Result<Header> header = checked_header(bytes, size, path);
  if (!header) return header.error();
  if (const auto fits = within(size, header->records, limits); !fits) return fits.error().in_file(path);
  snapshot.header_ = *header;
  return snapshot;
}

template <class Use>
Result<void> OpenSnapshot::read(Use use, const Progress& progress) {
  Sha256 hash;
  Bytes piece(chunk_size);
  for (std::uint64_t left = header_.payload_size; left > 0;) {
    const auto bytes = std::span(piece).first(static_cast<std::size_t>(std::min<std::uint64_t>(chunk_size, left)));
    if (const auto filled = fill(bytes); !filled) return filled;
    hash.update(bytes);
    use(std::span<const std::byte>(bytes));
    left -= bytes.size();
    if (!progress.advance(0)) return Error{ErrorCode::cancelled, "loading was stopped"}.in_file(path_);
  }
  Sha256Digest stated;
  if (const auto filled = fill(stated); !filled) return filled;
  if (hash.finish() != stated) return damaged(path_, "its digest does not match");
  return {};
}

Result<void> add_next(PortableReader& reader, Registry::Builder& registry, const SnapshotLimits& limits) {
  EntryId id;
  std::uint32_t size = 0;
  reader >> id.value >> size;
  if (size > limits.record_bytes) return too_large_record(size, limits);
  Result<Entry> entry = from_record(reader.take(size));
  if (!entry) return entry.error();
  return registry.add(id, *std::move(entry));
}

Result<Registry> registry_of(std::span<const std::byte> payload, std::uint64_t records, const Progress& progress, const SnapshotLimits& limits) {
  Registry::Builder registry;
  PortableReader reader(payload);
  for (std::uint64_t done = 0; done < records; ++done) {
    if (const auto added = add_next(reader, registry, limits); !added) return added.error().in_record(done + 1);
    if (done % 1024 == 0 && !progress.advance(done, records)) return Error{ErrorCode::cancelled, "loading was stopped"};
  }
  if (reader.left() != 0)
    return Error{ErrorCode::corrupt, "the snapshot holds more than its " + std::to_string(records) + " records"};
  return std::move(registry).build();
}

}  // namespace

Result<void> save_snapshot(const Registry& registry, const std::string& path, const Progress& progress, const SnapshotLimits& limits) {
  try {
    Result<NewFile> file = NewFile::beside(path);
    if (!file) return file.error();
    if (const auto reserved = file->write(to_bytes(Header{})); !reserved) return reserved;
    SnapshotWriter writer(*file, limits);
    Result<void> state;
    std::uint64_t done = 0;
    registry.for_each([&](EntryId id, const Entry& entry) {
      if (!state) return;
      if (done % 1024 == 0 && !progress.advance(done, registry.size()))
        state = Error{ErrorCode::cancelled, "saving was stopped"}.in_file(path);
      else
        state = writer.add(id, entry);
      ++done;
    });
    if (state) state = writer.finish();
    return state ? file->replace() : state.error().in_file(path);
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

Result<Registry> load_snapshot(const std::string& path, const Progress& progress, const SnapshotLimits& limits) {
  try {
    Result<OpenSnapshot> snapshot = OpenSnapshot::open(path, limits);
    if (!snapshot) return snapshot.error();
    Bytes payload;
    payload.reserve(static_cast<std::size_t>(snapshot->header().payload_size));
    const auto keep = [&](std::span<const std::byte> piece) { payload.insert(payload.end(), piece.begin(), piece.end()); };
    if (const auto read = snapshot->read(keep, progress); !read) return read.error();
    Result<Registry> registry = registry_of(payload, snapshot->header().records, progress, limits);
    if (!registry) return registry.error().in_file(path);
    return registry;
  } catch (const DamagedRecord& damage) {
    return damaged(path, damage.what());
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

Result<std::uint64_t> verify_snapshot(const std::string& path, const Progress& progress, const SnapshotLimits& limits) {
  try {
    Result<OpenSnapshot> snapshot = OpenSnapshot::open(path, limits);
    if (!snapshot) return snapshot.error();
    if (const auto read = snapshot->read([](std::span<const std::byte>) {}, progress); !read) return read.error();
    return snapshot->header().records;
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

}  // namespace marque
