#pragma once

namespace marque {

/// The instructions that a scan of a table may use, each more than the one before it.
enum class Isa {
  portable,
  avx2,
  avx512,  ///< F, BW, VL, VBMI and VPOPCNTDQ: Ice Lake, Zen 4 and later
};

/// The best that this processor and this build have; no more than the environment variable MARQUE_SIMD names (portable,
/// avx2, avx512; read once) and use_at_most() allows.
Isa best_isa() noexcept;

/// From now on every scan uses at most these: for tests and measurements. Results never depend on it.
void use_at_most(Isa most) noexcept;

const char* name_of(Isa isa) noexcept;

}  // namespace marque
