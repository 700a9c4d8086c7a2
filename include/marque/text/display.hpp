#pragma once

#include <cstddef>
#include <string_view>

namespace marque {

/// Columns a text takes on a terminal: two for East Asian wide characters (UAX #11, ambiguous ones narrow), none for
/// combining marks, format characters and controls. A byte that is not UTF-8 counts one.
std::size_t display_width(std::string_view utf8);

}  // namespace marque
