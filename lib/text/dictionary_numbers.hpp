#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/dictionary_contents.hpp"
#include "text/lexicon.hpp"

namespace marque {

/// What a dictionary says, by number and without copies: what matching many names looks at. Words are Chinese, heads
/// English (Gloss::head). Valid as long as the dictionary.
class DictionaryNumbers {
 public:
  using Number = std::uint32_t;
  using Use = Dictionary::Contents::Use;   ///< a word that has a gloss, and the gloss's rank there
  static constexpr Number none = 0xFFFFFFFF;

  explicit DictionaryNumbers(const Dictionary& dictionary) : contents_(*dictionary.contents_) {}

  Number find_word(std::u32string_view word) const noexcept {
    return word.size() > contents_.longest_word ? none : contents_.words.find(word);
  }
  std::u32string_view word(Number word) const noexcept { return contents_.words[word]; }

  /// Heads, the first sense first.
  std::span<const Number> glosses(Number word) const noexcept { return contents_.glosses_of(word); }
  std::span<const Number> glosses(std::u32string_view word) const noexcept {
    const Number number = find_word(word);
    return number == none ? std::span<const Number>{} : glosses(number);
  }
  /// Of each of its glosses (gloss_form.hpp).
  std::span<const std::uint8_t> forms(Number word) const noexcept { return contents_.forms_of(word); }

  Number find_head(std::string_view head) const noexcept { return contents_.heads.find(head); }
  std::string_view head(Number head) const noexcept { return contents_.heads[head]; }
  std::string_view noun(Number head) const noexcept {
    const auto& noun = contents_.noun_of[head];
    return contents_.heads[head].substr(noun.begin, noun.length);
  }
  std::size_t family(Number head) const noexcept { return contents_.family[contents_.noun_of[head].number]; }

  std::span<const Use> uses(Number head) const noexcept { return contents_.uses_of(head); }
  std::span<const Use> uses(std::string_view head) const noexcept {
    const Number number = find_head(head);
    return number == none ? std::span<const Use>{} : uses(number);
  }
  std::span<const Number> heads_with(std::string_view noun) const noexcept {
    const Number number = contents_.nouns.find(noun);
    return number == contents_.nouns.none ? std::span<const Number>{} : contents_.heads_with(number);
  }

  /// The head as a word of the lexicon, and back: Lexicon::unknown or `none` where the other does not have it.
  Lexicon::WordId lemma(Number head) const noexcept { return contents_.lemma_of[head]; }
  Number head_of(Lexicon::WordId lemma) const noexcept { return contents_.head_of[lemma]; }

 private:
  const Dictionary::Contents& contents_;
};

}  // namespace marque
