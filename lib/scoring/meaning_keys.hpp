#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

/// What a name must hold to be alike in meaning with one name, and how alike it can then be at most: what an index
/// finds names by. A name that MeaningMatcher scores above 0 reaches its score in at least one of the three ways:
///
/// - by its words (meaning_words()): translations() of the one's characters make up more than half of them, or all of
///   them are synonyms() of the one's words; the two bounds say how high it can score;
/// - by its characters: it is one of names();
/// - by its characters: more than half of them lie in words of chinese(), by translation.
class MeaningKeys {
 public:
  /// Looks every translation up: some hundred microseconds with a dictionary of 125,000 words.
  MeaningKeys(const NameView& query, const std::vector<std::string>& query_words, const Dictionary& dictionary);
  MeaningKeys(const MeaningKeys&) = delete;
  MeaningKeys& operator=(const MeaningKeys&) = delete;

  struct Word {
    std::string text;   ///< a base form
    float gain = 0;     ///< what it adds at most to a score
    bool own = false;   ///< among synonyms: a word of the query itself
  };
  std::span<const Word> translations() const noexcept { return translations_; }
  std::span<const Word> synonyms() const noexcept { return synonyms_; }

  struct Chinese {
    std::u32string_view text;    ///< lives as long as the keys
    std::uint8_t words = 0;      ///< the query's words that it translates, a bit a word
    float likeness = 0;
  };
  std::span<const Chinese> chinese() const noexcept { return chinese_; }

  /// A whole `core_han`, and how alike it is at most.
  struct Name {
    std::u32string_view text;
    float score = 0;
  };
  std::size_t names() const noexcept { return names_.size(); }
  Name name(std::size_t number) const noexcept { return {std::u32string_view(texts_).substr(names_[number].begin, names_[number].length), names_[number].score}; }

  /// The most that a name of `words` words scores, `met` of which are translations() with these gains together.
  static float translation_bound(float gains, std::size_t met, std::size_t words) noexcept;

  /// The same of a name all of whose words are synonyms(): `own` of them the query's own, the others at most so alike.
  float synonym_bound(float likeness, std::size_t own, std::size_t words) const noexcept;

  /// The same of a name of `characters`, `met` of which lie in chinese(), with these likenesses together.
  float chinese_bound(float likenesses, std::size_t met, std::size_t characters) const noexcept;

 private:
  friend class MeaningKeyMaker;

  struct Place {
    std::uint32_t begin, length;
    float score;
  };

  Dictionary dictionary_;            // chinese() looks into it, and into these
  std::deque<std::u32string> numerals_;
  std::size_t query_words_ = 0;
  std::size_t words_a_part_ = 1;     // most words that one part of chinese() translates
  std::vector<Word> translations_, synonyms_;
  std::vector<Chinese> chinese_;
  std::u32string texts_;
  std::vector<Place> names_;
};

}  // namespace marque
