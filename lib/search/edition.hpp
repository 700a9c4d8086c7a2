#pragma once

#include <cstdint>

namespace marque {

/// A number for the tables and functions that an index keeps results of: character codes, their classes, and the tables that
/// sounds, letters, parts and meanings are laid out by, and the version of fingerprints. An index made with others cannot be searched.
std::uint32_t table_edition() noexcept;

}  // namespace marque
