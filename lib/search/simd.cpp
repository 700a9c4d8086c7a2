#include "search/simd.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string_view>

namespace marque {

namespace {

Isa detect() noexcept {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vpopcntdq"))
    return Isa::avx512;
  if (__builtin_cpu_supports("avx2")) return Isa::avx2;
#endif
  return Isa::portable;
}

Isa allowed() noexcept {
  const char* const named = std::getenv("MARQUE_SIMD");
  if (named == nullptr) return Isa::avx512;
  const std::string_view name(named);
  return name == "portable" ? Isa::portable : name == "avx2" ? Isa::avx2 : Isa::avx512;
}

std::atomic<Isa>& most() noexcept {
  static std::atomic<Isa> isa = std::min(detect(), allowed());
  return isa;
}

}  // namespace

Isa best_isa() noexcept { return most().load(std::memory_order_relaxed); }

void use_at_most(Isa isa) noexcept { most() = std::min(isa, detect()); }

const char* name_of(Isa isa) noexcept {
  return isa == Isa::avx512 ? "AVX-512" : isa == Isa::avx2 ? "AVX2" : "portable";
}

}  // namespace marque
