#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "marque/logo/fingerprint.hpp"
#include "marque/search/search_limits.hpp"
#include "search/logo_scan.hpp"
#include "search/segment.hpp"

namespace marque {

/// Which pictures are worth scoring: the nearest by the signs of their codes, every picture that the limits let in compared.
class LogoSearch {
 public:
  LogoSearch(const Fingerprint& asked, const SearchLimits& limits) : ways_(logo_ways(asked)), limits_(limits) {}

  /// The rows of a part with the nearest pictures, ascending: many times as many as are wanted, since signs tell less than
  /// the codes they are from.
  std::vector<std::uint32_t> nearest(const Segment& part, const std::function<bool()>& stopped) const;

 private:
  std::vector<LogoWay> ways_;
  const SearchLimits& limits_;
};

}  // namespace marque
