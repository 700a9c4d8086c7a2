#pragma once

#include <string_view>

namespace marque {

/// Whether `letters` are the toneless pinyin of `han` in one of its readings, without spaces; ü as v or u.
bool spells(std::u32string_view letters, std::u32string_view han);

}  // namespace marque
