#include "marque/snapshot/record.hpp"

#include <new>

#include "marque/base/digest.hpp"
#include "snapshot/portable_archive.hpp"
#include "snapshot/wire.hpp"

namespace marque {

namespace {

constexpr std::size_t checksum_size = sizeof(std::uint32_t);

static_assert(static_cast<int>(EntryKind::trademark) == 0 && static_cast<int>(EntryKind::international) == 1 &&
              static_cast<int>(EntryKind::gi) == 2);

template <class Right>
Entry read_entry(PortableReader& reader) {
  Right right;
  reader >> right;
  if (reader.left() != 0) throw DamagedRecord("bytes follow its end");
  return wire::from_wire(std::move(right));
}

Entry read_payload(PortableReader& reader) {
  std::uint8_t kind = 0;
  reader >> kind;
  switch (kind) {
    case 0:
      return read_entry<wire::Trademark>(reader);
    case 1:
      return read_entry<wire::InternationalRegistration>(reader);
    case 2:
      return read_entry<wire::GeographicalIndication>(reader);
    default:
      throw DamagedRecord("there is no kind of entry " + std::to_string(kind));
  }
}

bool checksum_holds(std::span<const std::byte> bytes) {
  const std::size_t covered = bytes.size() - checksum_size;
  std::uint32_t stored = 0;
  PortableReader(bytes.subspan(covered)) >> stored;
  return stored == crc32c(bytes.first(covered));
}

Error corrupt(std::string why) { return {ErrorCode::corrupt, "the stored record is damaged: " + std::move(why)}; }

}  // namespace

std::vector<std::byte> to_record(const Entry& entry) {
  PortableWriter writer(wire::newest_version);
  writer << wire::newest_version << static_cast<std::uint8_t>(kind_of(entry));
  std::visit([&](const auto& right) { writer << wire::to_wire(right); }, entry);
  writer << crc32c(writer.bytes());
  return writer.take();
}

Result<Entry> from_record(std::span<const std::byte> bytes) {
  if (bytes.size() < 1 + checksum_size) return corrupt("it is too short");
  if (!checksum_holds(bytes)) return corrupt("its checksum does not match");
  const auto version = std::to_integer<unsigned>(bytes.front());
  if (version > wire::newest_version)
    return Error{ErrorCode::newer_version, "the record is of format version " + std::to_string(version) +
                                               ", this marque reads up to " + std::to_string(wire::newest_version)};
  if (version == 0) return corrupt("it has no format version");
  try {
    PortableReader reader(bytes.subspan(1, bytes.size() - 1 - checksum_size), version);
    return read_payload(reader);
  } catch (const DamagedRecord& damage) {
    return corrupt(damage.what());
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory,
                 "there is no memory for a record of " + std::to_string(bytes.size()) + " bytes"};
  }
}

}  // namespace marque
