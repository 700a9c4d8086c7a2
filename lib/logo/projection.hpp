#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "logo/code.hpp"
#include "logo/symmetry.hpp"

namespace marque {

/// A linear map from descriptions to codes that commutes with the turns: one matrix for each kind of coordinates. Learned
/// (examples/tables/logo_projection.cpp) so that what differs between drawings of one mark counts little.
struct Projection {
  /// By kind, then by coordinate of the code: a weight for each orbit. At most 4095 in size.
  std::array<std::vector<std::array<std::int16_t, orbit_count>>, kinds_of_sign> kinds;
  std::vector<std::array<std::int16_t, 2 * orbit_count>> pairs;
  std::array<std::int32_t, signed_counts[0]> mean{};  ///< what the first kind has on average; the others' is 0

  /// Reads the table's text; the built-in one is well formed, which a test says.
  static Projection parse(std::string_view text);
  static const Projection& built_in();

  LogoCode code(const Description& description) const;
};

}  // namespace marque
