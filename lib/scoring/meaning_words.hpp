#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/kinship.hpp"
#include "text/number_words.hpp"

namespace marque {

/// The words of a name that carry meaning: base forms of its words of Latin letters, without function words and
/// generic endings where something else is left; of a word that is not known but joined of two that are (starbucks), these; a number
/// by comparable_number(), however it is written; initials as one word (bb of B&B and of B and B); of a name in another language the words
/// that English has, too, as that language's (fr:chat of CHAT NOIR, text/homographs.hpp). Empty where there are none, or more than most_meaning_words.
std::vector<std::string> meaning_words(std::u32string_view words);

/// The numbers among them, and how the name writes each: 711 as `7 eleven`.
struct WrittenNumber {
  std::string word, written;
};
std::vector<WrittenNumber> written_numbers(std::u32string_view words);

/// Two words that are written as one are no shorter than this.
inline constexpr std::size_t shortest_joined_word = 3;

/// Whether each of them is an English word by itself: what a reader takes a clear meaning from.
bool in_english_words(std::u32string_view words);

/// The same for many names, whose words mostly recur.
class MeaningWordReader {
 public:
  /// Valid until the next call.
  const std::vector<std::string>& read(std::u32string_view words);

  struct Word {
    std::string base, second;   ///< empty where it is no word; of two joined words both
    bool generic = false, function = false;
    std::optional<NumberWord> number;
    std::uint32_t languages = 0;   ///< Lexicon::languages()
  };

 private:
  struct Known {
    std::u32string text;
    Word word;
  };

  const Word& look_up(std::u32string_view text);

  std::vector<Known> known_ = std::vector<Known>(4096);   // by hash, the last of each; few enough to stay in a cache
  std::vector<std::string> found_;
};

/// One of the words, or two that follow each other, as the lexicon knows it.
struct NameLemma {
  Lexicon::WordId word;
  std::uint8_t places;   ///< a bit a word of the name
  KinOf kin;
};
std::vector<NameLemma> lemmas_of(const std::vector<std::string>& words);

}  // namespace marque
