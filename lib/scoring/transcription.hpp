#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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
inline constexpr std::size_t most_letters = 40;     ///< phones of a foreign name

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

/// Unset where a character has no reading or there are more than `most_syllables`.
bool speak(std::u32string_view han, Speech& speech);

/// False where there are none or more than `most_letters`.
bool spell(std::u32string_view letters, Letters& phones);

/// What it costs to take the letters for the speech, in hundredths of an onset.
unsigned cost(const Speech& speech, const Letters& letters);

/// What a word weighs: the sum of what its phones cost to leave out, which no cost exceeds by more than the other's.
unsigned weight(const Letters& letters);

}  // namespace transcription

}  // namespace marque
