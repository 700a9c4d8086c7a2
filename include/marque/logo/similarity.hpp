#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "marque/logo/fingerprint.hpp"

namespace marque {

/// How `a` was turned for the best agreement.
enum class LogoTurn : std::uint8_t {
  none,
  quarter,  ///< clockwise, as all turns are
  half,
  three_quarters,
  mirrored,  ///< left for right; the turns below come after it
  mirrored_quarter,
  mirrored_half,
  mirrored_three_quarters,
  rotated,  ///< by any angle, mirrored or not
};

std::string_view name_of(LogoTurn turn) noexcept;

/// Two pictures compared.
struct LogoMatch {
  float score = 0;  ///< closeness in [0,1]; 1 for the same picture, mostly above 0.8 for copies, below 0.5 for others
  std::size_t view_a = 0, view_b = 0;  ///< which views agree best, as indexes into Fingerprint::views
  LogoTurn turn = LogoTurn::none;      ///< how `a` was turned for it

  bool operator==(const LogoMatch&) const = default;
};

/// A fingerprint made ready to be compared with many: its turns are worked out once. Immutable; any number of
/// threads may match with it.
class LogoQuery {
 public:
  explicit LogoQuery(const Fingerprint& fingerprint);

  /// Compares the query (`a` of LogoMatch) with `b`. Half a microsecond a view pair, without allocating.
  LogoMatch match(const Fingerprint& b) const;

 private:
  struct Prepared;
  std::shared_ptr<const Prepared> prepared_;
};

/// Compares two fingerprints of the same version; symmetric in the score, which mirroring and quarter turns lower
/// by less than 0.02. Fingerprints of different versions, or without views, score 0. For one against many,
/// LogoQuery gives the same at a fraction of the cost.
LogoMatch compare(const Fingerprint& a, const Fingerprint& b);

}  // namespace marque
