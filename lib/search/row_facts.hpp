#pragma once

#include <cstdint>
#include <optional>

#include "marque/model/date.hpp"
#include "marque/model/mark.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// The status of a name's right and its last day, in the 32 bits of the index: 0 where neither is known.
struct RowStanding {
  std::uint32_t bits = 0;

  static RowStanding of(Status status, std::optional<Date> until) noexcept {
    return {static_cast<std::uint32_t>(status) | (until ? static_cast<std::uint32_t>(until->days() - before_all_days) << status_bits : 0)};
  }
  std::uint32_t status() const noexcept { return bits & 0xff; }
  bool stands_on(Date day) const noexcept { return bits >> status_bits == 0 || static_cast<std::int32_t>(bits >> status_bits) + before_all_days >= day.days(); }

 private:
  static constexpr int status_bits = 8;
  static constexpr std::int32_t before_all_days = -354286;   // 0999-12-31
};

/// A Vienna code as a number, in their order.
constexpr std::uint32_t number_of(const ViennaCode& code) noexcept {
  return static_cast<std::uint32_t>(code.category << 16 | code.division << 8 | code.section);
}

}  // namespace marque
