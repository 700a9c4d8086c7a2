#pragma once

#include <string>

#include "marque/logo/fingerprint.hpp"

namespace marque {

/// How the query was turned for the best agreement.
enum class LogoTurn : std::uint8_t { none, quarter, half, three_quarters, mirrored, mirrored_quarter, mirrored_half, mirrored_three_quarters, rotated };

std::string_view name_of(LogoTurn turn) noexcept;

/// Two pictures compared.
struct LogoMatch {
  float score = 0;       ///< closeness in [0,1]; 1 for the same fingerprint
  std::size_t view_a = 0, view_b = 0;  ///< which views agree best, as indexes into Fingerprint::views
  LogoTurn turn = LogoTurn::none;      ///< how `a` was turned for it; `rotated` = by the rotation-free code

  bool operator==(const LogoMatch&) const = default;
};

/// Compares two fingerprints of the same version; symmetric in the score, unchanged by mirroring and
/// quarter turns. Fingerprints of different versions score 0. About a microsecond a view pair.
LogoMatch compare(const Fingerprint& a, const Fingerprint& b);

}  // namespace marque
