#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// The pieces that romanised_as() puts together: every spelling of a character in any system, each once, sorted.
std::vector<std::string_view> spellings_of(char32_t character);

/// The old spellings of whole place names.
const std::map<std::u32string, std::vector<std::string_view>, std::less<>>& place_spellings();

/// Whether a letter of a name may stand for a letter of a spelling: ü is written v or u.
bool spells(char spelled, char32_t letter) noexcept;

}  // namespace marque
