#pragma once

#include <string>
#include <string_view>

namespace marque {

/// The text with what identifies or reaches a person made unreadable, as `***`: numbers of Chinese identity cards (GB 11643,
/// 18 characters with a right check and a possible birthday), mobile numbers of the mainland, telephone numbers with an area
/// or country code, and e-mail addresses. Numbers of marks, credit codes and dates stay. Everything else byte for byte,
/// whatever the bytes are; what is redacted is redacted again to the same. Linear time.
///
/// to_string(Error) does this to every message, so that logs do not tell what a bad record held.
std::string redacted(std::string_view text);

}  // namespace marque
