#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/text/readings.hpp"

namespace marque {

/// The systems in which registers hold Chinese names in letters.
enum class Romanisation : std::uint8_t {
  pinyin,      ///< Hanyu pinyin 汉语拼音, ü as v or u
  wade_giles,  ///< 威妥玛, without apostrophes, hyphens and diaereses: chunghua, hsinchu
  postal,      ///< 邮政式 and other old spellings, place names among them: tsingtao, peking, chungking
  cantonese    ///< the spellings usual in Hong Kong 香港: wong, cheung, leung, kwok
};

/// "pinyin", "Wade–Giles", "postal", "Cantonese".
std::string_view name(Romanisation system) noexcept;

/// A text in letters: lower-case ASCII without spaces.
struct RomanisedText {
  std::string letters;
  Romanisation system;

  bool operator==(const RomanisedText&) const = default;
};

/// The spellings of a Chinese text, at most `most` of each system: the commonest readings and spellings first, each only
/// once (in the first system that has it). Empty where a character has no reading; a text of over 16 characters is
/// cut there. The sources of the rules stand in text/data/README.md.
std::vector<RomanisedText> romanisations(std::u32string_view han, std::size_t most = 4);

/// The first system in which the letters spell the whole text, over every choice of readings and spellings; unset where
/// none does. Every character counts, none is skipped. Linear in both lengths for texts of usual readings.
std::optional<Romanisation> romanised_as(std::u32string_view han, std::u32string_view letters);

/// Whether letters read as a row of pinyin syllables from end to end, whatever the characters: `omega` does, `canon` does not.
bool reads_as_pinyin(std::u32string_view letters);

/// A syllable as it sounds: `yuan` is no onset and `van`, `zhi` is `zh` and `ih`. The onset is empty where there is none.
struct SyllableParts {
  std::string_view onset;
  std::string_view rhyme;

  bool operator==(const SyllableParts&) const = default;
};

SyllableParts pinyin_parts(Syllable syllable) noexcept;

/// A Cantonese syllable without tone, as a small dense number (0 … cantonese_syllable_count() - 1).
enum class CantoneseSyllable : std::uint16_t {};

/// All Cantonese readings of a character, the commonest first. Source: Unihan kCantonese. O(1); lives as long as the program.
std::span<const CantoneseSyllable> cantonese_readings(char32_t character) noexcept;

std::size_t cantonese_syllable_count() noexcept;

/// Jyutping 粤拼 without tone: `"gwok"`, and its parts `gw`, `ok`.
std::string_view spelling(CantoneseSyllable syllable) noexcept;
SyllableParts cantonese_parts(CantoneseSyllable syllable) noexcept;

}  // namespace marque
