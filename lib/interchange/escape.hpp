#pragma once

#include <string>
#include <string_view>

namespace marque {

/// Text of a stranger as a line shows it: controls, line breaks, direction overrides, zero-width and other invisible
/// characters stand as `⟨U+202E⟩`, bytes that are no UTF-8 as `⟨FF⟩`. A name can then neither move the cursor of a
/// terminal nor turn around what stands beside it.
std::string visible(std::string_view text);

/// visible(), and safe as content or quoted attribute of HTML.
std::string html_escaped(std::string_view text);

/// Text as a cell of a tab-separated row, which a tab or a line break would break: they stand as spaces.
std::string tsv_cell(std::string text);

/// Bytes in base 64 (RFC 4648), for data: URIs.
std::string base64(std::string_view bytes);

}  // namespace marque
