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
  rotated,  ///< by any angle
  mirrored_rotated,
};

std::string_view name_of(LogoTurn turn) noexcept;

/// Two pictures compared.
struct LogoMatch {
  float score = 0;  ///< closeness in [0,1]; 1 for the same picture, mostly above 0.8 for copies, below 0.5 for others
  float closeness = 0;  ///< what the score is made of: the cosine of the two codes that agree best, no more than their signs allow, less what looking in many ways
                        ///< gives by chance, and less a share of what the other views and the wholes agree less
  std::size_t view_a = 0, view_b = 0;  ///< which views agree best, for Fingerprint::seen()
  LogoTurn turn = LogoTurn::none;      ///< how `a` was turned for it
  LogoTurn square = LogoTurn::none;    ///< the quarter turns and mirroring of it, after any other angle

  bool operator==(const LogoMatch&) const = default;
};

/// The score of a closeness: straight lines between measured points (lib/logo/data/score.tsv). How often the best hit among some thousand pictures is the
/// right one.
float logo_score(float closeness) noexcept;

/// A fingerprint made ready to be compared with many. Immutable; any number of threads may match with it.
class LogoQuery {
 public:
  explicit LogoQuery(const Fingerprint& fingerprint);

  /// compare() of the query (`a` of LogoMatch) and `b`: a tenth of a microsecond a pair of views, less where their signs
  /// tell that they are unlike. Where only scores of `least` or more matter, others may come back as 0, sooner.
  LogoMatch match(const Fingerprint& b, float least = 0) const;

 private:
  struct Prepared;
  std::shared_ptr<const Prepared> prepared_;
};

/// Compares two fingerprints of the same version: the views of each with the views and probes of the other. Symmetric in the
/// score. Of 494 drawings of 128 pixels all scored 0.88 or more with themselves turned by a quarter, most of them 1; encoded anew as JPEG of
/// quality 50, 75 and 95, 97 of 100 scored 0.95 or more and 99 of 100 0.91. Fingerprints of different versions, or without views, score 0.
LogoMatch compare(const Fingerprint& a, const Fingerprint& b);

}  // namespace marque
