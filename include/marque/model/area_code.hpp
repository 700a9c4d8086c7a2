#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// Code of an administrative division 行政区划代码 (GB/T 2260), county level and above: six digits PPCCDD.
/// The form is checked here; which code was in force when is law/place_names' knowledge.
class AreaCode {
 public:
  static Result<AreaCode> parse(std::string_view text);
  /// Precondition: 100000 ≤ digits ≤ 999999.
  static AreaCode from_digits(std::uint32_t digits) noexcept { return AreaCode(digits); }

  std::uint32_t digits() const noexcept { return digits_; }
  std::string to_string() const { return std::to_string(digits_); }

  AreaCode province() const noexcept { return AreaCode(digits_ / 10000 * 10000); }
  AreaCode prefecture() const noexcept { return AreaCode(digits_ / 100 * 100); }

  auto operator<=>(const AreaCode&) const = default;

 private:
  explicit AreaCode(std::uint32_t digits) noexcept : digits_(digits) {}
  std::uint32_t digits_;
};

}  // namespace marque
