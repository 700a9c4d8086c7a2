#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "marque/scoring/aspect_scores.hpp"

namespace marque {

/// The ways in which the words of two marks can be alike. Chinese characters 汉字, letters, and the one across the
/// other are elements compared by themselves (Examination Guide C01–C03). A search ranks each way by itself, so that
/// a flood of one (homophones 同音) cannot bury another (search/rarity.hpp).
enum class Likeness : std::uint8_t {
  characters_look,    ///< 字形: characters aligned by shape
  characters_sound,   ///< 读音: characters aligned by reading
  characters_mixed,   ///< each character by the better of shape and reading
  characters_part,    ///< the whole of one inside the other, other order, repetition
  letters_look,       ///< letters and digits aligned by shape
  letters_sound,      ///< letters aligned as they sound
  letters_mixed,      ///< letters by shape, sound and shared parts together
  letters_part,       ///< the whole of one inside the other, words in another order
  across_sound,       ///< characters against letters: pinyin and other romanisations
  meaning,            ///< 含义: translations and synonyms
};
inline constexpr std::size_t likeness_count = 10;

/// The ways that are found together, by one comparison.
enum class Element : std::uint8_t {
  characters,   ///< characters_look … characters_part
  letters,      ///< letters_look … letters_part
  across,       ///< across_sound
  meaning,
};
inline constexpr std::size_t element_count = 4;

constexpr Element element_of(Likeness way) noexcept {
  return way <= Likeness::characters_part ? Element::characters
         : way <= Likeness::letters_part  ? Element::letters
         : way == Likeness::across_sound  ? Element::across
                                          : Element::meaning;
}

/// `characters_look` …, for tables and reports.
std::string_view name_of(Likeness likeness) noexcept;

/// How alike two names are in every way; each in [0,1], symmetric, 1 in every way for the same words. The share of
/// the mark that the element makes up is counted in.
class WordLikeness {
 public:
  float operator[](Likeness likeness) const noexcept { return values_[static_cast<std::size_t>(likeness)]; }
  float& operator[](Likeness likeness) noexcept { return values_[static_cast<std::size_t>(likeness)]; }

  /// The same words.
  static WordLikeness same() noexcept;

  bool operator==(const WordLikeness&) const = default;

 private:
  std::array<float, likeness_count> values_{};
};

/// Sums the ways up by aspect, and the aspects into `overall`.
AspectScores aspects_of(const WordLikeness& words, std::optional<float> logo = {}) noexcept;

}  // namespace marque
