#include "scoring/rendering.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "scoring/across.hpp"
#include "scoring/meaning_translation.hpp"
#include "scoring/meaning_weights.hpp"

namespace marque {

namespace {

/// A gloss as it is written within a word.
std::string written_solid(std::string_view head) {
  std::string letters;
  translation::for_each_word(head, [&](std::string_view word) { letters += word; });
  return letters;
}

float sound_of_rest(std::u32string_view han, std::u32string_view letters) {
  NameView characters, word;
  characters.han = characters.core_han = han;
  word.latin = word.core_latin = letters;
  return AcrossMatcher(characters).match(word);
}

}  // namespace

std::optional<Rendering> rendering(std::u32string_view han, std::u32string_view letters, const DictionaryNumbers& book) {
  if (han.size() > weights::longest_meaning_han) return {};
  std::optional<Rendering> best;
  const auto consider = [&](std::size_t han_cut, bool meaning_first) {
    const std::u32string_view front = han.substr(0, han_cut), back = han.substr(han_cut);
    const std::u32string_view meant = meaning_first ? front : back, heard = meaning_first ? back : front;
    unsigned rank = 0;
    for (const auto head : book.glosses(meant)) {
      if (rank == weights::kin_ranks) return;
      const float meaning = translation::rank_likeness(rank++);
      const std::string gloss = written_solid(book.head(head));
      if (gloss.size() < translation::shortest_half || gloss.size() + translation::shortest_half > letters.size()) continue;
      const std::size_t letters_cut = meaning_first ? gloss.size() : letters.size() - gloss.size();
      const std::u32string_view written = meaning_first ? letters.substr(0, letters_cut) : letters.substr(letters_cut);
      if (!std::equal(written.begin(), written.end(), gloss.begin(), [](char32_t a, char b) { return a == static_cast<char32_t>(b); })) continue;
      const float sound = sound_of_rest(heard, meaning_first ? letters.substr(letters_cut) : letters.substr(0, letters_cut));
      if (sound <= 0) continue;
      const float share = static_cast<float>(meant.size()) / static_cast<float>(han.size());
      const float score = weights::composed * (share * meaning + (1 - share) * sound);
      if (!best || score > best->score) best = {score, han_cut, letters_cut, meaning_first, gloss, meaning, sound};
    }
  };
  for (std::size_t cut = 1; cut < han.size(); ++cut) {
    consider(cut, true);
    consider(cut, false);
  }
  return best;
}

}  // namespace marque
