#pragma once

#include <string>
#include <string_view>

#include "marque/text/encoding.hpp"

namespace marque {

/// The code points of a field of an embedded table; the tables are strict UTF-8, which their tests check.
inline std::u32string points_of(std::string_view field) { return decode_utf8(field).value_or(std::u32string{}); }

/// Calls `take(part)` for each part of a field, cut at `separator`; never for an empty field.
template <class Take>
void for_each_part(std::string_view field, char separator, Take&& take) {
  while (!field.empty()) {
    const std::size_t end = field.find(separator);
    take(field.substr(0, end));
    field = end == std::string_view::npos ? std::string_view{} : field.substr(end + 1);
  }
}

}  // namespace marque
