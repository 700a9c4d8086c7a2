#pragma once

#include <cstdint>

namespace marque {

/// Which of 64 signatures, bit by bit, have at least `least` bits in common with `query`.
using CommonBits = std::uint64_t (*)(const std::uint64_t* signatures, std::uint64_t query, unsigned least);

#if defined(__x86_64__)
std::uint64_t common_bits_avx2(const std::uint64_t* signatures, std::uint64_t query, unsigned least);
std::uint64_t common_bits_avx512(const std::uint64_t* signatures, std::uint64_t query, unsigned least);
#endif

}  // namespace marque
