#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "marque/logo/fingerprint.hpp"
#include "marque/logo/similarity.hpp"
#include "marque/search/search_limits.hpp"
#include "search/logo_scan.hpp"
#include "search/segment.hpp"

namespace marque {

/// Which pictures of a part are worth scoring, every one that the limits let in compared by the signs of its codes.
class LogoSearch {
 public:
  LogoSearch(const Segment& part, std::span<const LogoWay> ways, const SearchLimits& limits, const std::function<bool()>& stopped);

  /// Rows with the nearest pictures, ascending: some times as many as are wanted, since signs tell less than the codes
  /// they are from.
  std::vector<std::uint32_t> nearest() const { return rows(distances_.pictures({}, reach_)); }

  /// The other rows whose pictures have this score or more: of those that their signs allow it, scored; the rest have less
  /// (weights.hpp).
  std::vector<std::uint32_t> others(const LogoQuery& query, float score) const;

 private:
  std::vector<std::uint32_t> rows(std::span<const std::uint32_t> pictures) const;

  const Segment& part_;
  const SearchLimits& limits_;
  LogoDistances distances_;
  std::uint32_t reach_;
};

}  // namespace marque
