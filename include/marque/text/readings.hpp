#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace marque {

/// A Mandarin syllable without tone, as a small dense number (0 … syllable_count() - 1).
using Syllable = std::uint16_t;

/// One reading 读音 of a character.
struct Reading {
  Syllable syllable;
  std::uint8_t tone;  ///< 1–4, or 5 for the neutral tone

  bool operator==(const Reading&) const = default;
};

/// All Mandarin readings of a character, the commonest first; empty where none is known. Never just one of
/// several: 行 gives xing, hang, heng. Source: Unihan kMandarin, kHanyuPinlu, kXHC1983, kTGHZ2013. O(1).
/// The span lives as long as the program.
std::span<const Reading> readings(char32_t character) noexcept;

std::size_t syllable_count() noexcept;

/// The toneless spelling in lower-case ASCII pinyin, ü as v: `"shan"`, `"lv"`.
std::string_view spelling(Syllable syllable) noexcept;

/// Pinyin with its tone mark for people: `"shān"`, `"lǜ"`.
std::string tone_marked(Reading reading);

/// How alike two syllables sound, in [0,1], 1 exactly for equal syllables; symmetric. The graded initials
/// and finals (zh/z, n/l, an/ang …) stand in text/data/sound_costs.tsv. O(1), a table look-up.
float sound_similarity(Syllable a, Syllable b) noexcept;

/// The same with tones, which count only as a tie-break: the same syllable in another tone gives slightly less than 1
/// (0.98).
float sound_similarity(Reading a, Reading b) noexcept;

/// The best sound_similarity over all readings of two characters; 0 where one has no reading, 1 for the same
/// character.
float sound_similarity(char32_t a, char32_t b) noexcept;

/// Whether letters are the toneless pinyin of a Chinese text in one of its readings, without spaces; ü as v or u. False
/// where the text is empty or a character has no reading. Linear in both lengths for texts of usual readings.
bool spells(std::u32string_view han, std::u32string_view letters);

}  // namespace marque
