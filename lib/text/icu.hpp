#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// What marque asks of ICU. Only icu.cpp includes its headers.
namespace marque::icu {

struct Fault {
  std::size_t offset;
  std::size_t length;
};

/// Calls `take(point)` for each character of strict GB 18030 (ICU's mapping); the first fault, if any.
std::optional<Fault> read_gb18030(std::string_view bytes, const std::function<void(char32_t)>& take);

/// The characters in GB 18030, by the same mapping.
std::string write_gb18030(std::u32string_view points);

/// Whether every normal form leaves the character as it is, as ASCII and the main block of Chinese characters; most names are of
/// these alone. NFKC_Casefold changes capitals.
inline bool is_unified_ideograph(char32_t point) noexcept { return point >= 0x4E00 && point <= 0x9FFF; }
inline bool is_inert(char32_t point) noexcept { return point < 0x80 || is_unified_ideograph(point); }
inline bool is_inert(std::u32string_view points) noexcept {
  return std::all_of(points.begin(), points.end(), [](char32_t point) { return is_inert(point); });
}

/// NFKC_Casefold; nothing where the result would have more than `most_units` UTF-16 units.
std::optional<std::u32string> fold(std::u32string_view points, std::size_t most_units);

/// Canonical composition and decomposition.
std::u32string compose(std::u32string_view points);
std::u32string decompose(std::u32string_view points);

/// Whether canonical composition may join the character to what stands before it.
bool joins_backwards(char32_t point) noexcept;

/// Combining marks and what does not show (default ignorables): neither ends a pile of marks.
bool is_mark(char32_t point) noexcept;
bool is_ignorable(char32_t point) noexcept;

enum class CharacterClass { other, control, han, letter, mark, digit };
CharacterClass class_in_tables(char32_t point) noexcept;
inline CharacterClass class_of(char32_t point) noexcept {
  if (is_unified_ideograph(point)) return CharacterClass::han;
  if (point >= 0x80) return class_in_tables(point);
  if ((point | 0x20) >= U'a' && (point | 0x20) <= U'z') return CharacterClass::letter;
  if (point >= U'0' && point <= U'9') return CharacterClass::digit;
  return point < 0x20 || point == 0x7F ? CharacterClass::control : CharacterClass::other;
}

/// Whether marks on the character are accents that a reader may leave out: Latin, Greek, Cyrillic.
bool takes_accents(char32_t point) noexcept;

/// The value of a decimal digit of any script.
unsigned digit_value(char32_t point) noexcept;

/// The number that a Chinese character stands for, in its common or its accounting form (Unihan: 3 of 三 and of 叁); none for most.
std::optional<double> numeral_value(char32_t point) noexcept;

}  // namespace marque::icu
