#pragma once

#include <cstdint>
#include <string_view>

#include "marque/base/bilingual.hpp"

namespace marque {

/// How far a statement of the law is verified. Kept with every row of the tables and shown with every answer.
enum class Verification : std::uint8_t {
  primary,    ///< V: read in the text of the law or treaty
  secondary,  ///< V2: in published accounts of it only
  memory,     ///< M: from memory; to be confirmed, by a lawyer or the text, before it is relied on
};

std::string_view name_of(Verification verification) noexcept;                 ///< `V`, `V2`, `M`
Bilingual sentence_of(Verification verification);                             ///< for people
Verification verification_named(std::string_view tag) noexcept;               ///< anything but V and V2 is `memory`

}  // namespace marque
