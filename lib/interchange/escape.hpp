#pragma once

#include <string>
#include <string_view>

#include "marque/interchange/visible.hpp"

namespace marque {

/// visible(), and safe as content or quoted attribute of HTML.
std::string html_escaped(std::string_view text);

/// Text as a cell of a tab-separated row, which a tab or a line break would break: they stand as spaces.
std::string tsv_cell(std::string text);

/// Bytes in base 64 (RFC 4648), for data: URIs.
std::string base64(std::string_view bytes);

}  // namespace marque
