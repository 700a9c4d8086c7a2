#pragma once

#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// GB 18030 as UTF-8 and back, one to one by the mapping of 2005: the 24 characters of private use that the edition of 2022 replaced stay
/// what they were, until renewed_2022() makes them equal to the characters they stand for. to_utf8() does both steps.
Result<std::string> utf8_of_gb18030(std::string_view bytes);
std::string to_gb18030(std::string_view utf8);
std::string renewed_2022(std::string_view utf8);

}  // namespace marque
