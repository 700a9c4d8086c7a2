#pragma once

#include <cstdint>
#include <string_view>

#include "marque/model/date.hpp"

namespace marque {

/// A version of China's Trademark Law 商标法. Provisions, periods and grounds are dated rows under one of these.
enum class LawVersion : std::uint8_t {
  cn_tml_2013,   ///< in force 2014-05-01 … 2019-10-31
  cn_tml_2019,   ///< in force 2019-11-01 … 2026-12-31
  cn_tml_2026,   ///< in force from 2027-01-01 (President's Order No. 77 of 2026-06-26)
};

std::string_view name_of(LawVersion version) noexcept;   ///< `CN-TML-2019`

/// The version in force on a day; days before 2014-05-01 give the 2013 text, the oldest marque knows.
LawVersion law_in_force(Date day) noexcept;

}  // namespace marque
