#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// One entry as bytes: a format version, a payload, and a CRC-32C over both, so that damage is found before the
/// payload is read. The same bytes on every machine. Format: lib/snapshot/FORMAT.md.
std::vector<std::byte> to_record(const Entry& entry);

/// The entry again. ErrorCode::corrupt where the checksum or the structure is wrong, newer_version where a
/// later marque wrote it. Counts and lengths are checked against the bytes left before anything is allocated.
Result<Entry> from_record(std::span<const std::byte> bytes);

}  // namespace marque
