#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// The English words that a Chinese character's definition gives, lower case, at most eight, in the order of
/// the senses: 羊 gives sheep, goat. Empty where none is known; asked for in standard form (NormalForm::han).
/// Source: Unihan kDefinition, notes and function words removed. The views live as long as the program.
std::vector<std::string_view> glosses(char32_t character);

/// The same words sense by sense, those of one sense with a space between: 骏 gives `excellent horse`, `noble steed`.
std::vector<std::string_view> senses(char32_t character);

/// Every character that has glosses, by code point.
std::u32string glossed_characters();

/// A lower-case English word without its ending: horses and horse, berries and berry, mice and mouse are one. A word
/// that the lexicon has stays as it is; an unknown one loses the s of a plural only. Idempotent.
std::string base_form(std::string_view word);

/// The irregular forms that base_form() takes to `base`: mouse gives mice.
std::vector<std::string_view> irregular_forms(std::string_view base);

/// Whether the lexicon (WordNet 3.0) has the base form: a word, or two with a space between.
bool is_english(std::string_view base);

/// Whether the lexicon has it as a word of German, Spanish, French, Italian or Portuguese, written without marks (CLDR 41, Reina-Valera 1909). A word can
/// be both: sol.
bool is_foreign(std::string_view base);

/// These languages (ISO 639-1: de, es, fr, it, pt); empty where it is no such word.
std::vector<std::string_view> languages_of(std::string_view base);

/// Whether a word says nothing by itself: the, of, and …
bool is_function_word(std::string_view word);

/// How two words are kin, from the loosest to the closest.
enum class Kinship : std::uint8_t {
  none,
  sibling,  ///< two kinds of one thing: gold, silver
  kind,     ///< one is a kind of the other: tornado, cyclone
  near,     ///< near in sense, or derived from one another: joyful, happy 近义词
  synonym,  ///< one sense in common 同义词
  same,     ///< the same word
};

std::string_view name_of(Kinship kinship) noexcept;

/// A word and how it is kin to the one asked for.
struct Kin {
  std::string word;
  Kinship kinship = Kinship::none;
  float likeness = 0;  ///< in [0,1]; less for rarer senses and for things that have many kinds

  bool operator==(const Kin&) const = default;
};

/// The closest kinship of two base forms; `word` is `b`. Symmetric in likeness and kinship. Source: WordNet 3.0.
Kin kinship(std::string_view a, std::string_view b);

/// All words for which kinship(word, ·) is `least` or closer, without the word itself, sorted. From one to some
/// hundreds.
std::vector<Kin> kin_of(std::string_view word, Kinship least);

}  // namespace marque
