#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/text/meaning.hpp"
#include "text/dictionary_numbers.hpp"

namespace marque {

/// A word of one name that stands for a word of the other.
struct Swap {
  float score = 0;      ///< of the whole names
  std::string a, b;     ///< the words that differ; empty where the names are the same
  std::string through;  ///< the gloss they share, or the two that are kin
  Kinship kinship = Kinship::same;
};

/// Chinese names that say the same in other words: a whole name, or one word in an otherwise equal name. Tries every part outside of which they
/// are equal: of 医生 and 医师 not 生 and 师 alone, since 医生 is a word.
std::optional<Swap> chinese_swap(std::u32string_view a, std::u32string_view b, const DictionaryNumbers& book);

/// English names that say the same in other words; both as meaning_words() gives them.
std::optional<Swap> english_swap(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// What both are weighed by; for keys that many names are looked up by (meaning_keys.hpp).
namespace swapping {

/// The names' likeness from that of what differs and from how much of both it makes up.
float swapped(float likeness, std::size_t differing, std::size_t total);

}  // namespace swapping

}  // namespace marque
