#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "marque/text/dictionary.hpp"
#include "marque/text/meaning.hpp"

namespace marque {

/// A word of one name that stands for a word of the other.
struct Swap {
  float score = 0;      ///< of the whole names
  std::string a, b;     ///< the words that differ; empty where the names are the same
  std::string through;  ///< the gloss they share, or the two that are kin
  Kinship kinship = Kinship::same;
};

/// Chinese names that say the same in other words: a whole name, or one word in an otherwise equal name.
class ChineseSynonyms {
 public:
  ChineseSynonyms() = default;
  ChineseSynonyms(std::u32string_view han, const Dictionary& dictionary);

  std::optional<Swap> match(std::u32string_view other) const;

  /// Words one of which every other name with a match holds.
  std::vector<std::u32string> keys() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const noexcept { return std::hash<std::u32string_view>{}(text); }
  };
  struct Meeting {
    std::size_t begin, length;  // of the own word
    float likeness;
    Kinship kinship;
    std::string through;
  };

  void add_word(std::size_t begin, std::size_t length, const Dictionary& dictionary);
  void add(const std::u32string& word, Meeting meeting);

  std::u32string han_;
  std::unordered_map<std::u32string, std::vector<Meeting>, Hash, std::equal_to<>> meetings_;
};

/// English names that say the same in other words; both as meaning_words() gives them.
std::optional<Swap> english_swap(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Words one of which every other name with an english_swap() holds.
std::vector<std::string> english_keys(const std::vector<std::string>& words);

}  // namespace marque
