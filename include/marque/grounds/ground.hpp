#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "marque/base/bilingual.hpp"
#include "marque/law/law_version.hpp"

namespace marque {

/// A ground on which a mark may be refused, opposed or invalidated (Trademark Law 2019 numbers in the comments).
enum class GroundCode : std::uint8_t {
  identical_mark,          ///< Art. 30: identical sign, same or similar goods
  similar_mark,            ///< Art. 30
  earlier_application,     ///< Art. 31: first to file
  well_known_mark,         ///< Art. 13(3)
  gap_year,                ///< Art. 50
  gi_misleading,           ///< Art. 16(1)
  deceptive_origin,        ///< Art. 10(1)(7)
  place_name,              ///< Art. 10(2)
  barred_sign,             ///< Art. 10(1)(1)–(6)
};

std::string_view name_of(GroundCode code) noexcept;     ///< `gi_misleading`
std::string_view chinese_of(GroundCode code) noexcept;

/// Refusal risk. `high`: refusal to be expected; `medium`: arguable; `low`: worth a look. Never "infringes".
enum class Risk : std::uint8_t { none, low, medium, high };

std::string_view name_of(Risk risk) noexcept;
std::string_view chinese_of(Risk risk) noexcept;

/// One ground, with the law it rests on and the reason in this case.
struct Ground {
  GroundCode code = GroundCode::similar_mark;
  Risk risk = Risk::none;
  std::string provision;     ///< `CN-TML-2019 Art.16(1)`
  Bilingual explanation;

  bool operator==(const Ground&) const = default;
};

/// The provision of a ground under a law version, from lib/grounds/data/provisions.tsv. Where the article's number
/// under that version is not verified: `CN-TML-2026 (CN-TML-2019 Art.16(1))`. `item` narrows Art. 10(1) down
/// to the item named by a BarredSign (`10(1)(1)`), else it is empty.
std::string provision_of(GroundCode code, LawVersion version, std::string_view item = {});

}  // namespace marque
