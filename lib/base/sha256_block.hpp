#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace marque {

using Sha256State = std::array<std::uint32_t, 8>;

/// Takes 64 bytes into the state: by the processor's own instructions where it has them, some four times as fast, since a
/// snapshot of a million marks is hashed whole.
void sha256_block(Sha256State& state, const std::byte* bytes) noexcept;

/// The same on any processor.
void plain_sha256_block(Sha256State& state, const std::byte* bytes) noexcept;

}  // namespace marque
