#pragma once

#include <string>
#include <string_view>

namespace marque {

/// ASCII for its full-width forms (U+FF01 … U+FF5E), and a plain space for U+3000 and U+00A0; all else byte for byte.
std::string half_width(std::string_view text);

/// The text without ASCII white space and full-width spaces at its ends.
std::string_view trimmed(std::string_view text) noexcept;

/// half_width() without any white space.
std::string without_spaces(std::string_view text);

/// ASCII letters in upper case.
std::string upper_case(std::string text);

/// without_spaces() in upper case (ASCII), without a leading `第` or `No.` and a final `号`: the bare number.
std::string bare_number(std::string_view text);

/// without_spaces() in lower case (ASCII), without `_` and `-`: how wordings are compared.
std::string wording_key(std::string_view text);

/// The text in double quotes, for messages; cut at a character's end after 64 bytes.
std::string quoted(std::string_view text);

/// A decimal number of at most 9 digits, which is all of `digits`; -1 where it is not.
int decimal(std::string_view digits) noexcept;

}  // namespace marque
