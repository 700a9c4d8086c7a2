#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace marque {

/// The English words of WordNet with their senses, and words of other European languages with the senses of the English ones they mean (those that
/// English texts use, too, under a name of their own: homographs.hpp), in the library as they are used (lexicon_image.hpp): nothing is read
/// at the start. All look-ups are a few loads.
class Lexicon {
 public:
  using WordId = std::uint32_t;
  using SenseId = std::uint32_t;
  static constexpr WordId unknown = 0xFFFFFFFF;

  static const Lexicon& get();

  std::size_t size() const noexcept { return words_.starts.size() - 1; }   ///< words
  WordId find(std::string_view word) const noexcept;
  std::string_view word(WordId id) const noexcept { return words_[id]; }

  /// A word can be both: sol.
  bool is_english(WordId id) const noexcept { return id < english_; }
  bool is_foreign(WordId id) const noexcept { return languages(id) != 0; }

  /// Other than English, a bit a language (lexicon_image::languages_known).
  std::uint32_t languages(WordId id) const noexcept;

  std::span<const SenseId> senses(WordId id) const noexcept { return senses_[id]; }

  /// How likely two uses of a word mean one sense, by how often its senses are used: in hundredths, as noun or adjective and as verb.
  struct Clarity {
    std::uint8_t noun, verb;
  };
  Clarity clarity(WordId id) const noexcept { return {clarity_[2 * id], clarity_[2 * id + 1]}; }

  std::span<const WordId> words(SenseId sense) const noexcept { return holders_[sense]; }
  std::span<const SenseId> kinds_of(SenseId sense) const noexcept { return parents_[sense]; }  ///< what it is a kind of
  std::span<const SenseId> kinds(SenseId sense) const noexcept { return children_[sense]; }    ///< its kinds
  std::span<const SenseId> near(SenseId sense) const noexcept { return near_[sense]; }         ///< senses near it, which have it near them: joyful, happy

  /// The base of an irregular form; empty where the form is none.
  std::string_view irregular(std::string_view form) const noexcept;

  /// The numbers of a word's irregular forms, and a form by its number.
  std::span<const std::uint32_t> irregular_forms(WordId base) const noexcept;
  std::string_view form(std::uint32_t number) const noexcept { return forms_[number]; }

  /// Of the tables; another one where they have changed.
  std::uint32_t edition() const noexcept { return edition_; }

 private:
  /// Lists of numbers in one block, by the number of their owner.
  struct Lists {
    std::span<const std::uint32_t> starts, items;

    std::span<const std::uint32_t> operator[](std::uint32_t owner) const noexcept {
      return items.subspan(starts[owner], starts[owner + 1] - starts[owner]);
    }
  };

  /// Texts by number, and their numbers by hash.
  struct Texts {
    std::span<const std::uint32_t> starts, slots;
    std::span<const char> text;

    std::string_view operator[](std::uint32_t number) const noexcept {
      return {text.data() + starts[number], starts[number + 1] - std::size_t{starts[number]}};
    }
  };

  Lexicon();

  std::uint32_t edition_ = 0, english_ = 0;
  Texts words_, forms_;
  std::span<const std::uint32_t> sieve_, foreign_, languages_, form_bases_, forms_by_base_;
  std::span<const std::uint8_t> clarity_;
  Lists senses_, holders_, parents_, children_, near_;
};

}  // namespace marque
