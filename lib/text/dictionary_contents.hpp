#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "marque/text/dictionary.hpp"

namespace marque {

/// What a dictionary knows: texts in two pools, everything else by number.
struct Dictionary::Contents {
  struct Word {
    std::uint32_t text, first_gloss;  // into `characters` and `glosses`; each ends where the next word's begins
  };
  struct Head {
    std::uint32_t text;
    std::uint8_t length, noun, noun_length;
  };
  struct Use {
    std::uint32_t word, rank;
  };

  std::u32string characters;
  std::vector<Word> words;             // with a last one that only ends
  std::vector<std::uint32_t> slots;    // of words, open addressing
  std::vector<std::uint32_t> glosses;  // numbers of heads, word by word
  std::string letters;
  std::vector<Head> heads;
  std::unordered_map<std::string_view, std::uint32_t> head_numbers;  // into `letters`
  std::unordered_map<std::string_view, std::uint32_t> noun_numbers;
  std::vector<std::uint32_t> uses_of;  // noun → its first use, with a last one that only ends
  std::vector<Use> uses;
  std::size_t bad_lines = 0, longest_word = 0;
  std::string edition;
  bool built_in = false;

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::size_t size() const { return words.size() - 1; }
  std::u32string_view word(std::size_t number) const;
  std::string_view head(std::uint32_t number) const { return {letters.data() + heads[number].text, heads[number].length}; }
  std::string_view noun(std::uint32_t number) const {
    return {letters.data() + heads[number].text + heads[number].noun, heads[number].noun_length};
  }
  std::uint32_t gloss(std::uint32_t word, std::uint32_t rank) const { return glosses[words[word].first_gloss + rank]; }
  std::span<const Use> uses_with(std::string_view noun) const;
  std::size_t find(std::u32string_view text) const;  // size() where unknown
};

/// Collects words with their glosses and puts them into the order of look-ups.
class DictionaryReader {
 public:
  explicit DictionaryReader(const DictionaryLimits& limits) : limits_(limits) {}

  /// Reads a text in CC-CEDICT's form.
  Result<void> read_lines(std::string_view text);

  /// Adds what marque itself says of characters, after what the text said.
  void add_characters();

  Dictionary finish(std::string edition, bool built_in);

  std::size_t lines() const noexcept { return good_lines_; }
  const std::string& edition() const noexcept { return edition_; }

 private:
  struct Entry {
    std::uint32_t word, head;
    bool proper;
  };

  bool read_line(std::string_view line);
  void read_comment(std::string_view line);
  void read_senses(std::uint32_t word, std::string_view senses, bool proper);
  void add_gloss(std::uint32_t word, std::string_view sense, bool proper);
  std::uint32_t word_number(const std::u32string& word);
  std::uint32_t head_number(const std::string& head, std::size_t noun, std::size_t noun_length);
  const std::string& base(std::string_view word);
  void add_heads(Dictionary::Contents& contents) const;
  static void add_look_ups(Dictionary::Contents& contents);

  DictionaryLimits limits_;
  std::size_t good_lines_ = 0, bad_lines_ = 0;
  std::string edition_, publisher_;
  std::vector<Entry> entries_;
  std::vector<std::u32string> words_;
  std::unordered_map<std::u32string, std::uint32_t> word_numbers_;
  struct HeadText {
    std::string text;
    std::size_t noun, noun_length;
  };
  std::vector<HeadText> heads_;
  std::unordered_map<std::string, std::uint32_t> head_numbers_;
  std::unordered_map<std::string, std::string> bases_;
};

}  // namespace marque
