#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace marque {

using Sha256Digest = std::array<std::byte, 32>;

/// SHA-256 (FIPS 180-4) of bytes fed in any number of pieces.
class Sha256 {
 public:
  Sha256() noexcept;
  void update(std::span<const std::byte> bytes) noexcept;
  /// The digest of all bytes so far; the object may then no longer be fed.
  Sha256Digest finish() noexcept;

 private:
  void block(const std::byte* bytes) noexcept;

  std::array<std::uint32_t, 8> state_;
  std::array<std::byte, 64> pending_{};
  std::uint64_t length_ = 0;
};

Sha256Digest sha256(std::span<const std::byte> bytes) noexcept;

/// Lower-case hexadecimal, two digits a byte.
std::string to_hex(std::span<const std::byte> bytes);

/// CRC-32C (Castagnoli, RFC 3720); pass the previous value to continue over a further piece.
std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t previous = 0) noexcept;

}  // namespace marque
