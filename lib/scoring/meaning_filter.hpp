#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/meaning_keys.hpp"

namespace marque {

/// Beginnings of words, to turn most names away without looking their words up. A regular ending leaves a base form
/// whole, but for a last y or e (skies, making), and ends in s, g or d; another word may be joined to it. A number may be said
/// in any words of numbers, initials stand alone.
class Beginnings {
 public:
  /// A word in base form.
  void add(std::string_view base);

  /// Whether one of the words, spaces between, may have a base form that was added.
  bool meets(std::u32string_view words) const;

 private:
  static constexpr std::size_t size = 1U << 14;
  static constexpr std::size_t first_letters = 3;   // of most words they tell enough
  static constexpr unsigned bits_a_letter = 5;

  void add_spelling(std::string_view word);
  void add_first_letters(std::string_view beginning);
  void add_numbers();
  bool begins(std::u32string_view word) const;

  std::uint32_t lengths_ = 0, first_ = 0;   // of beginnings; first letters, a bit each
  bool numbers_ = false;
  std::bitset<size> set_;
  std::bitset<std::size_t{1} << (first_letters * bits_a_letter)> starts_;
};

/// Tells at a glance that a name has nothing in common with keys: what scoring many names against one asks first. Of names
/// that do have something, it turns none away.
class MeaningFilter {
 public:
  explicit MeaningFilter(const MeaningKeys& keys);

  bool may_translate(std::u32string_view words) const { return translations_.meets(words); }   ///< the one's characters
  bool may_be_synonyms(std::u32string_view words) const { return synonyms_.meets(words); }
  bool may_be_name(std::u32string_view core_han) const { return names_[place(core_han)]; }
  bool may_be_translated(std::u32string_view core_han) const;                                  ///< by the one's words

 private:
  static constexpr std::size_t size = 1U << 16;   // rarer planes fold onto the first: a false alarm, never a miss

  static std::size_t place(std::u32string_view name) noexcept;

  Beginnings translations_, synonyms_;
  std::bitset<size> names_, characters_;
};

}  // namespace marque
