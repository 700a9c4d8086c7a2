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

/// Letters whose front or back is a gloss; 0 where they are not longer by another half.
std::size_t cut_at(std::string_view gloss, std::u32string_view letters, bool front) {
  if (gloss.size() < translation::shortest_half || gloss.size() + translation::shortest_half > letters.size()) return 0;
  const std::u32string_view written = front ? letters.substr(0, gloss.size()) : letters.substr(letters.size() - gloss.size());
  const bool same = std::equal(written.begin(), written.end(), gloss.begin(), [](char32_t a, char b) { return a == static_cast<char32_t>(b); });
  return !same ? 0 : front ? gloss.size() : letters.size() - gloss.size();
}

/// Of characters cut in two, the front translated or the back.
std::optional<Rendering> best_of_cut(std::u32string_view han, std::size_t han_cut, bool meaning_first, std::u32string_view letters, const DictionaryNumbers& book) {
  const std::u32string_view front = han.substr(0, han_cut), back = han.substr(han_cut);
  const std::u32string_view meant = meaning_first ? front : back, heard = meaning_first ? back : front;
  const float share = static_cast<float>(meant.size()) / static_cast<float>(han.size());
  const auto senses = book.glosses(meant);
  std::optional<Rendering> best;
  for (unsigned rank = 0; rank < std::min<std::size_t>(senses.size(), weights::kin_ranks); ++rank) {
    const std::string gloss = written_solid(book.head(senses[rank]));
    const std::size_t cut = cut_at(gloss, letters, meaning_first);
    const float sound = cut == 0 ? 0 : sound_of_rest(heard, meaning_first ? letters.substr(cut) : letters.substr(0, cut));
    if (sound <= 0) continue;
    const float meaning = translation::rank_likeness(rank), score = weights::composed * (share * meaning + (1 - share) * sound);
    if (!best || score > best->score) best = {score, han_cut, cut, meaning_first, gloss, meaning, sound};
  }
  return best;
}

}  // namespace

std::optional<Rendering> rendering(std::u32string_view han, std::u32string_view letters, const DictionaryNumbers& book) {
  std::optional<Rendering> best;
  if (han.size() > weights::longest_meaning_han) return best;
  for (std::size_t cut = 1; cut < han.size(); ++cut) {
    for (const bool meaning_first : {true, false}) {
      auto found = best_of_cut(han, cut, meaning_first, letters, book);
      if (found && (!best || found->score > best->score)) best = std::move(found);
    }
  }
  return best;
}

}  // namespace marque
