#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table_image.hpp"
#include "marque/text/dictionary.hpp"
#include "text/text_pool.hpp"

namespace marque {

/// What a dictionary knows, everything by number. The blocks lie in Blocks, or in the library
/// (base/table_image.hpp).
struct Dictionary::Contents {
  using Numbers = std::span<const std::uint32_t>;
  struct Use {
    std::uint32_t word, rank;
  };
  struct Noun {
    std::uint32_t number;
    std::uint8_t begin, length;  // in its head
    std::uint16_t zero = 0;
  };

  struct Blocks;

  Contents() = default;
  explicit Contents(table_image::Reader image);
  void put(table_image::Writer& image) const;

  TextPoolView<char32_t> words;
  TextPoolView<char> heads, nouns;
  Numbers first_gloss;           // by word, with a last one that only ends
  Numbers glosses;               // heads, word by word
  std::span<const std::uint8_t> forms;   // of each gloss (gloss_form.hpp)
  std::span<const Noun> noun_of; // by head
  Numbers first_use;             // by head, with a last one that only ends
  std::span<const Use> uses;
  Numbers first_head;            // by noun, with a last one that only ends
  Numbers heads_of;
  Numbers family;                // by noun: how many uses its heads have
  Numbers lemma_of;              // by head: the word of the lexicon, Lexicon::unknown where it has none
  Numbers head_of;               // by word of the lexicon
  std::size_t bad_lines = 0, longest_word = 0;
  std::string edition;
  bool built_in = false;

  Numbers glosses_of(std::uint32_t word) const { return between(glosses, first_gloss, word); }
  std::span<const std::uint8_t> forms_of(std::uint32_t word) const { return between(forms, first_gloss, word); }
  std::span<const Use> uses_of(std::uint32_t head) const { return between(uses, first_use, head); }
  Numbers heads_with(std::uint32_t noun) const { return between(heads_of, first_head, noun); }

 private:
  template <class T>
  static std::span<const T> between(std::span<const T> all, Numbers first, std::uint32_t owner) {
    return all.subspan(first[owner], first[owner + 1] - first[owner]);
  }
};

/// The blocks of a dictionary that was read.
struct Dictionary::Contents::Blocks {
  TextPool<char32_t> words;
  TextPool<char> heads, nouns;
  std::vector<std::uint32_t> first_gloss, glosses, first_use, first_head, heads_of, family, lemma_of, head_of;
  std::vector<std::uint8_t> forms;
  std::vector<Noun> noun_of;
  std::vector<Use> uses;
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

  /// What finish() makes a dictionary of. Valid as long as the reader, which is used up.
  Dictionary::Contents contents();

  const std::string& edition() const noexcept { return edition_; }

 private:
  struct Entry {
    std::uint32_t word, head;
    std::uint8_t form;
  };
  enum class Kind { common, proper };

  bool read_line(std::string_view line);
  void read_comment(std::string_view line);
  void read_senses(std::uint32_t word, std::string_view senses, Kind kind);
  void add_gloss(std::uint32_t word, std::string_view gloss, Kind kind, std::uint8_t form);
  std::string_view base(std::string_view word);
  void order_glosses();
  void order_uses();
  void order_heads();
  void find_lemmas();

  DictionaryLimits limits_;
  std::shared_ptr<Dictionary::Contents::Blocks> blocks_ = std::make_shared<Dictionary::Contents::Blocks>();
  std::size_t good_lines_ = 0, bad_lines_ = 0, longest_word_ = 0;
  std::string edition_, publisher_;
  std::vector<Entry> common_, proper_;  // names of persons and places come after the common senses
  TextPool<char> forms_, bases_;
  std::vector<std::uint32_t> base_of_;  // form → base; none for a function word
  std::string head_;
};

}  // namespace marque
