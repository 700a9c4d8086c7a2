#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// A sum in Chinese yuan 人民币元, exact to the fen. |sum| < 90 trillion yuan.
class Yuan {
 public:
  /// Reads `1500000000`, `1500000.50`, `1,500,000`, and the units `万元`, `亿元` (`1.5亿元`).
  static Result<Yuan> parse(std::string_view text);
  static Yuan from_fen(std::int64_t fen) noexcept { return Yuan(fen); }

  std::int64_t fen() const noexcept { return fen_; }
  std::string to_string() const;  ///< `1500000000` or `0.50`: no grouping, fen only where there are any

  auto operator<=>(const Yuan&) const = default;

 private:
  explicit Yuan(std::int64_t fen) noexcept : fen_(fen) {}
  std::int64_t fen_;
};

}  // namespace marque
