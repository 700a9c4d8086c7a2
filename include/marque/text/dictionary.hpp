#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque {

/// Bounds on a dictionary file. The defaults hold several times the largest one published.
struct DictionaryLimits {
  std::size_t file_bytes = 64u << 20;   ///< as stored
  std::size_t text_bytes = 256u << 20;  ///< unpacked
  std::size_t line_bytes = 64u << 10;   ///< longer lines are bad lines
  std::size_t words = 2'000'000;
};

/// One English translation of a Chinese word.
struct Gloss {
  std::string head;   ///< base forms of its words, one space between, without articles: `golden eagle`
  unsigned rank = 0;  ///< 0 for the first sense

  bool operator==(const Gloss&) const = default;
};

/// One Chinese word that an English one translates.
struct Translation {
  std::u32string word;  ///< simplified, as NormalForm::han
  Gloss gloss;

  bool operator==(const Translation&) const = default;
};

/// A Chinese–English dictionary 汉英词典: the definitions of characters that marque carries (Unihan), alone or
/// below a file that the user points to. A value: copies share what was read, and any number of threads may look up.
///
///     Result<Dictionary> dictionary = Dictionary::open("cedict_1_0_ts_utf-8_mdbg.txt.gz");
///     dictionary->glosses(U"苹果");      // apple
///     dictionary->translations("apple");  // 苹果 …
class Dictionary {
 public:
  /// What marque carries: single characters.
  static const Dictionary& built_in();

  /// Reads a file of CC-CEDICT's form, plain or gzip (told by its first bytes): `傳統 传统 [pinyin] /sense/sense/` a
  /// line, `#` starting comments. Bad lines are left out and counted. Errors: not_found, storage, limit_exceeded,
  /// malformed (no line could be read), corrupt (gzip damaged or cut off).
  static Result<Dictionary> open(const std::string& path, const DictionaryLimits& limits = {});

  /// The same from memory.
  static Result<Dictionary> read(std::string_view bytes, const DictionaryLimits& limits = {});

  /// The translations of a word or character in standard form, the first sense first, names of persons and
  /// places last; empty where it is unknown.
  std::vector<Gloss> glosses(std::u32string_view word) const;

  /// The words with a gloss whose noun is `noun` (its last word, or the one before `of`), a base form: `eagle`
  /// gives 雕, and 金雕 by `golden eagle`.
  std::vector<Translation> translations(std::string_view noun) const;

  /// The words with exactly this gloss.
  std::vector<Translation> words_for(std::string_view head) const;

  /// How many glosses translations(noun) has, without looking at them.
  std::size_t family(std::string_view noun) const;

  bool contains(std::u32string_view word) const;

  /// The noun of a gloss's head: `bird` for `bird prey` made from `bird of prey`.
  std::string_view noun_of(std::string_view head) const;

  std::size_t size() const noexcept;                  ///< words and characters
  std::size_t bad_lines() const noexcept;             ///< lines of the file that could not be read
  std::size_t longest_word() const noexcept;          ///< in characters
  const std::string& edition() const noexcept;        ///< for reports: `CC-CEDICT 2026-06-12`, `Unihan 15.0`
  bool is_built_in() const noexcept;

 private:
  struct Contents;
  friend class DictionaryReader;
  friend class DictionaryNumbers;
  explicit Dictionary(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}
  std::shared_ptr<const Contents> contents_;
};

}  // namespace marque
