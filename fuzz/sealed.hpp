#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "marque/base/digest.hpp"

namespace marque::fuzz {

/// The bytes with their CRC-32C, little-endian, at the end: what stored records and fingerprints must have to be looked at.
inline std::vector<std::byte> sealed(std::span<const std::byte> bytes) {
  std::vector<std::byte> sealed(bytes.begin(), bytes.end());
  std::uint32_t crc = crc32c(bytes);
  for (int i = 0; i < 4; ++i, crc >>= 8) sealed.push_back(static_cast<std::byte>(crc & 0xff));
  return sealed;
}

}  // namespace marque::fuzz
