#pragma once

#include <cstdint>

namespace marque {

/// How a dictionary writes a gloss of a word, a bit each.
namespace gloss_form {

inline constexpr std::uint8_t proper = 1;    ///< with a capital letter: a proper noun 专名
inline constexpr std::uint8_t verb = 2;      ///< with `to`
inline constexpr std::uint8_t plain = 4;     ///< neither
inline constexpr std::uint8_t narrowed = 8;  ///< with a note in brackets that says of what it is said: (cognitively), (of food); no label of usage

}  // namespace gloss_form

}  // namespace marque
