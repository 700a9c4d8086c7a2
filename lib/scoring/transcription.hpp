#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace marque {

/// How Chinese characters write the sound of a foreign word 音译: each character's syllables, in every Mandarin and
/// Cantonese reading, against the phones of the letters. The tables are data/across_*.tsv.
namespace transcription {

/// A sound with what it costs to leave it out here.
struct Phone {
  std::uint8_t sound;
  std::uint8_t weight;
};

inline constexpr std::size_t longest_syllable = 4;
inline constexpr std::size_t most_syllables = 10;   ///< of a Chinese name; longer ones are sentences
inline constexpr unsigned syllable_weight = 135;    ///< an onset and a vowel
inline constexpr std::size_t most_letters = 40;     ///< phones of a foreign name
inline constexpr std::size_t most_readings = 4;     ///< of a character: beyond lie readings of old books

/// One way to say a character: onset, glide, vowel, close.
struct Syllable {
  std::array<Phone, longest_syllable> phones;
  std::uint8_t size = 0;
  std::uint8_t price = 0;  ///< what choosing this reading costs
  bool has_onset = false;
};

/// The ways to say each character, one after another.
struct Speech {
  std::vector<Syllable> syllables;
  std::vector<std::uint16_t> ends;  ///< of each character's syllables
};

/// The phones of a foreign word.
struct Letters {
  std::array<Phone, most_letters> phones;
  std::uint8_t size = 0;
};

/// False where the text is empty, a character has no reading or there are more than `most_syllables`.
bool speak(std::u32string_view han, Speech& speech);

/// False where the letters are none, more than `most_letters` or not all of a–z.
bool spell(std::u32string_view letters, Letters& phones);

/// Every phone that spell() can give, with every weight.
const std::vector<Phone>& letter_phones();

bool is_vowel_sound(std::uint8_t sound);

/// What it costs to take the letters for the speech, in hundredths of an onset; where that is more than `limit`, some
/// number above it.
unsigned cost(const Speech& speech, const Letters& letters, unsigned limit);

/// What it costs to write a phone of letters with one of a syllable; more where this is the onset that opens the text.
unsigned change(std::uint8_t han, std::uint8_t letter, bool first);

/// Sounds are numbers below this.
inline constexpr std::size_t most_sounds = 64;

/// What a text weighs: cost is judged against the heavier one.
unsigned weight(const Speech& speech);
unsigned weight(const Letters& letters);

/// What a text asks of the other and offers to it, as bits: what rules out at a glance that one spells the other.
std::uint64_t signature(const Speech& speech);
std::uint64_t signature(const Letters& letters);

/// Each bit that one text asks for and the other does not offer costs at least `least_unmet`; a beginning that the other
/// text does not share costs at least `least_first` in all.
inline constexpr unsigned least_unmet = 45;
inline constexpr unsigned least_first = 67;

/// The parts of a signature: what the letters ask of the characters, what these ask of the letters, how either begins.
inline constexpr std::uint64_t letters_ask = 0x0000'0000'00FF'FFFF;
inline constexpr std::uint64_t han_asks = 0x0000'FFFF'FF00'0000;
inline constexpr std::uint64_t first_bits = 0xFFFF'0000'0000'0000;

}  // namespace transcription

}  // namespace marque
