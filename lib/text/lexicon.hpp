#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace marque {

/// The English words of WordNet with their senses, read from the embedded tables at first use (some milliseconds).
class Lexicon {
 public:
  using WordId = std::uint32_t;
  using SenseId = std::uint32_t;
  static constexpr WordId unknown = 0xFFFFFFFF;

  static const Lexicon& get();

  std::size_t size() const noexcept { return words_.size(); }   ///< words
  WordId find(std::string_view word) const noexcept;
  std::string_view word(WordId id) const noexcept { return words_[id]; }

  std::span<const SenseId> senses(WordId id) const noexcept { return senses_of_[id]; }
  std::span<const WordId> words(SenseId sense) const noexcept { return words_of_[sense]; }
  std::span<const SenseId> kinds_of(SenseId sense) const noexcept { return parents_of_[sense]; }  ///< what it is a kind of
  std::span<const SenseId> kinds(SenseId sense) const noexcept { return children_of_[sense]; }    ///< its kinds

  /// The base of an irregular form; empty where the form is none.
  std::string_view irregular(std::string_view form) const;

  /// Base → irregular form.
  const std::unordered_multimap<std::string_view, std::string_view>& irregular_forms() const noexcept { return forms_; }

 private:
  /// Lists of numbers in one block, by the number of their owner.
  class Lists {
   public:
    void add(std::uint32_t owner, std::uint32_t item) { pairs_.emplace_back(owner, item); }
    void close(std::size_t owners);
    std::span<const std::uint32_t> operator[](std::uint32_t owner) const noexcept {
      return {items_.data() + starts_[owner], items_.data() + starts_[owner + 1]};
    }

   private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
    std::vector<std::uint32_t> starts_, items_;
  };

  Lexicon();
  void read_words();
  void read_kinds();

  std::vector<std::string_view> words_;
  std::vector<WordId> slots_;  // open addressing
  Lists senses_of_, words_of_, parents_of_, children_of_;
  std::size_t sense_count_ = 0;
  std::unordered_map<std::string_view, std::string_view> irregular_;
  std::unordered_multimap<std::string_view, std::string_view> forms_;
};

}  // namespace marque
