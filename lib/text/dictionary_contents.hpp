#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/text/dictionary.hpp"
#include "text/text_pool.hpp"

namespace marque {

/// What a dictionary knows, everything by number.
struct Dictionary::Contents {
  struct Use {
    std::uint32_t word, rank;
  };
  struct Noun {
    std::uint32_t number;
    std::uint8_t begin, length;  // in its head
  };

  TextPool<char32_t> words;
  TextPool<char> heads, nouns;
  std::vector<std::uint32_t> first_gloss;  // by word, with a last one that only ends
  std::vector<std::uint32_t> glosses;      // heads, word by word
  std::vector<Noun> noun_of;               // by head
  std::vector<std::uint32_t> first_use;    // by head, with a last one that only ends
  std::vector<Use> uses;
  std::vector<std::uint32_t> first_head;   // by noun, with a last one that only ends
  std::vector<std::uint32_t> heads_of;
  std::vector<std::uint32_t> family;       // by noun: how many uses its heads have
  std::vector<std::uint32_t> lemma_of;     // by head: the word of the lexicon, Lexicon::unknown where it has none
  std::vector<std::uint32_t> head_of;      // by word of the lexicon
  std::size_t bad_lines = 0, longest_word = 0;
  std::string edition;
  bool built_in = false;

  std::span<const std::uint32_t> glosses_of(std::uint32_t word) const {
    return {glosses.data() + first_gloss[word], glosses.data() + first_gloss[word + 1]};
  }
  std::span<const Use> uses_of(std::uint32_t head) const {
    return {uses.data() + first_use[head], uses.data() + first_use[head + 1]};
  }
  std::span<const std::uint32_t> heads_with(std::uint32_t noun) const {
    return {heads_of.data() + first_head[noun], heads_of.data() + first_head[noun + 1]};
  }
};

/// Collects words with their glosses and puts them into the order of look-ups.
class DictionaryReader {
 public:
  explicit DictionaryReader(const DictionaryLimits& limits) : limits_(limits) {}

  /// Reads a text in CC-CEDICT's form.
  Result<void> read_lines(std::string_view text);

  /// Adds what marque itself says of characters, after what the text said.
  void add_characters();

  /// The reader is used up.
  Dictionary finish(std::string edition);

  const std::string& edition() const noexcept { return edition_; }

 private:
  struct Entry {
    std::uint32_t word, head;
  };
  enum class Kind { common, proper };

  bool read_line(std::string_view line);
  void read_comment(std::string_view line);
  void read_senses(std::uint32_t word, std::string_view senses, Kind kind);
  void add_gloss(std::uint32_t word, std::string_view sense, Kind kind);
  std::string_view base(std::string_view word);
  void order_glosses();
  void order_uses();
  void order_heads();
  void find_lemmas();

  DictionaryLimits limits_;
  std::shared_ptr<Dictionary::Contents> contents_ = std::make_shared<Dictionary::Contents>();
  std::size_t good_lines_ = 0;
  std::string edition_, publisher_;
  std::vector<Entry> common_, proper_;  // names of persons and places come after the common senses
  TextPool<char> forms_, bases_;
  std::vector<std::uint32_t> base_of_;  // form → base; none for a function word
  std::string head_;
};

}  // namespace marque
