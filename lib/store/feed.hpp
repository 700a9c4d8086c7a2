#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "marque/base/digest.hpp"

namespace marque::sqlite {

/// Adds a number to a hash as eight bytes, the lowest first.
inline void feed(Sha256& hash, std::uint64_t value) {
  std::array<std::byte, 8> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(value >> 8 * i);
  hash.update(bytes);
}

/// Adds bytes, their count before them, so that no two rows of values feed alike.
inline void feed(Sha256& hash, std::span<const std::byte> bytes) {
  feed(hash, bytes.size());
  hash.update(bytes);
}

}  // namespace marque::sqlite
