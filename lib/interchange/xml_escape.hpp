#pragma once

#include <string>
#include <string_view>

namespace marque {

/// Text as content or quoted attribute of XML 1.0. What the standard cannot hold (most controls, U+FFFE, U+FFFF) becomes U+FFFD.
std::string xml_escaped(std::string_view text);

/// Whether XML 1.0 can hold the text as it is.
bool fits_in_xml(std::string_view text);

}  // namespace marque
