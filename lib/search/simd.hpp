#pragma once

namespace marque {

/// The instructions that a scan of a table may use, each more than the one before it.
enum class Isa {
  portable,
  avx2,
  avx512,  ///< F, BW, VL, VBMI and VPOPCNTDQ: Ice Lake, Zen 4 and later
};

/// The best that this processor and this build have.
Isa best_isa() noexcept;

const char* name_of(Isa isa) noexcept;

}  // namespace marque
